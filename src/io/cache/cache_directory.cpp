#include "io/cache/cache_directory.hpp"

namespace jinsha::io {
namespace {

/// Changes whenever files of before can no longer be read, or would hold other features.
constexpr std::string_view kMagic = "JinshaL1";

void pack(const Chunk& chunk, PackedWriter& out) {
    out.number(chunk.offset);
    out.number(chunk.size);
    out.fixed(chunk.sum);
}

Chunk chunk(PackedReader& in) {
    Chunk result;
    result.offset = in.number();
    result.size = in.number();
    result.sum = in.fixed<std::uint64_t>();
    return result;
}

void pack(const std::vector<Chunk>& chunks, PackedWriter& out) {
    out.number(chunks.size());
    for (const Chunk& c : chunks) pack(c, out);
}

std::vector<Chunk> chunks(PackedReader& in) {
    std::vector<Chunk> result(in.count());
    for (Chunk& c : result) c = chunk(in);
    return result;
}

void pack(const geo::Envelope& box, PackedWriter& out) {
    for (const double side : {box.min_x, box.min_y, box.max_x, box.max_y}) out.fixed(side);
}

geo::Envelope envelope(PackedReader& in) {
    geo::Envelope box;
    for (double* side : {&box.min_x, &box.min_y, &box.max_x, &box.max_y}) *side = in.fixed<double>();
    return box;
}

void pack(const map::DatasetLayer& layer, PackedWriter& out) {
    for (const std::string* text : {&layer.name, &layer.geometry, &layer.crs.name, &layer.crs.how,
                                    &layer.encoding.name, &layer.encoding.how})
        out.text(*text);
    out.number(layer.fields.size());
    for (const map::Field& field : layer.fields) {
        out.text(field.name);
        out.text(field.type);
    }
}

map::DatasetLayer dataset_layer(PackedReader& in) {
    map::DatasetLayer layer;
    for (std::string* text : {&layer.name, &layer.geometry, &layer.crs.name, &layer.crs.how,
                              &layer.encoding.name, &layer.encoding.how})
        *text = in.text();
    layer.fields.resize(in.count(2));
    for (map::Field& field : layer.fields) {
        field.name = in.text();
        field.type = in.text();
    }
    return layer;
}

void pack(const CachedLayerFacts& facts, PackedWriter& out) {
    out.text(facts.identity);
    out.fixed(facts.stamp);
    out.number(facts.layer);
    out.number(facts.layer_count);
    pack(facts.summary.layer, out);
    out.text(facts.summary.crs.definition());
    pack(facts.summary.extent, out);
    out.number(facts.summary.features);
    out.number(facts.cells.size());
    for (const double cell : facts.cells) out.fixed(cell);
    out.number(facts.skipped);
    out.number(facts.problems.size());
    for (const Problem& problem : facts.problems) {
        out.byte(problem.severity == Severity::Error ? 1 : 0);
        out.text(problem.where);
        out.text(problem.message);
    }
}

/// The usual one asks PROJ nothing.
Result<geo::Crs> crs_of(std::string_view definition) {
    const geo::Crs wgs84 = geo::Crs::wgs84();
    return definition == wgs84.definition() ? wgs84 : geo::Crs::from(definition);
}

std::optional<CachedLayerFacts> layer_facts(PackedReader& in) {
    std::string identity{in.text()};
    const auto stamp = in.fixed<std::uint64_t>();
    const auto layer = static_cast<std::uint32_t>(in.number());
    const auto layer_count = static_cast<std::uint32_t>(in.number());
    map::DatasetLayer described = dataset_layer(in);
    auto crs = crs_of(in.text());
    if (!crs) return std::nullopt;
    const geo::Envelope extent = envelope(in);
    const auto features = static_cast<std::size_t>(in.number());
    CachedLayerFacts facts{std::move(identity),
                           stamp,
                           layer,
                           layer_count,
                           {std::move(described), *std::move(crs), extent, features},
                           std::vector<double>(in.count(sizeof(double))),
                           0,
                           {}};
    for (double& cell : facts.cells) cell = in.fixed<double>();
    facts.skipped = static_cast<std::size_t>(in.number());
    facts.problems.resize(in.count(3));
    for (Problem& problem : facts.problems) {
        problem.severity = in.byte() == 1 ? Severity::Error : Severity::Warning;
        problem.where = in.text();
        problem.message = in.text();
    }
    return facts;
}

void pack(const CacheRun& run, PackedWriter& out) {
    out.number(run.features);
    out.number(run.blocks.size());
    for (const CacheBlock& block : run.blocks) {
        pack(block.envelope, out);
        pack(block.head, out);
        pack(block.levels, out);
    }
    pack(run.ids, out);
    pack(run.columns, out);
}

CacheRun cache_run(PackedReader& in) {
    CacheRun run;
    run.features = static_cast<std::uint32_t>(in.number());
    run.blocks.resize(in.count(sizeof(geo::Envelope)));
    for (CacheBlock& block : run.blocks) {
        block.envelope = envelope(in);
        block.head = chunk(in);
        block.levels = chunks(in);
    }
    run.ids = chunk(in);
    run.columns = chunks(in);
    return run;
}

/// Every run has what the facts say it has, but for fields that turned up after it.
bool is_consistent(const CacheDirectory& directory) {
    for (const CacheRun& run : directory.runs) {
        if (run.columns.size() > directory.facts.summary.layer.fields.size()) return false;
        for (const CacheBlock& block : run.blocks)
            if (block.levels.size() != directory.facts.cells.size() + 1) return false;
    }
    return true;
}

}  // namespace

CacheRun CacheRun::moved(std::uint64_t distance) const {
    CacheRun result = *this;
    result.ids.offset += distance;
    for (Chunk& column : result.columns) column.offset += distance;
    for (CacheBlock& block : result.blocks) {
        block.head.offset += distance;
        for (Chunk& level : block.levels) level.offset += distance;
    }
    return result;
}

std::string pack_directory(const CacheDirectory& directory) {
    PackedWriter out;
    pack(directory.facts, out);
    out.number(directory.runs.size());
    for (const CacheRun& run : directory.runs) pack(run, out);
    return out.take();
}

std::optional<CacheDirectory> unpack_directory(std::string_view bytes) {
    PackedReader in{bytes};
    auto facts = layer_facts(in);
    if (!facts) return std::nullopt;
    CacheDirectory directory{*std::move(facts), std::vector<CacheRun>(in.count())};
    for (CacheRun& run : directory.runs) run = cache_run(in);
    if (!in.is_done() || !is_consistent(directory)) return std::nullopt;
    return directory;
}

std::string pack_trailer(const Chunk& directory) {
    PackedWriter out;
    out.fixed(directory.offset);
    out.fixed(directory.size);
    out.fixed(directory.sum);
    out.raw(kMagic);
    return out.take();
}

std::optional<Chunk> unpack_trailer(std::string_view bytes) {
    if (bytes.size() != kTrailerSize || !bytes.ends_with(kMagic)) return std::nullopt;
    PackedReader in{bytes};
    Chunk directory;
    directory.offset = in.fixed<std::uint64_t>();
    directory.size = in.fixed<std::uint64_t>();
    directory.sum = in.fixed<std::uint64_t>();
    return directory;
}

}  // namespace jinsha::io
