#include "io/cache/run_builder.hpp"

#include "geo/hilbert_order.hpp"
#include "io/cache/block_head.hpp"
#include "io/cache/packed_column.hpp"
#include "io/cache/packed_geometry.hpp"

#include <cassert>
#include <utility>

namespace jinsha::io {
namespace {

// What a view of a few features reads is a block or two: not much more than is drawn.
constexpr std::size_t kMostFeaturesInBlock = 256;
constexpr std::size_t kEnoughBytesInBlock = 256 * 1024;

/// Writes chunks one after the other.
class ChunkAppender {
public:
    explicit ChunkAppender(std::string& bytes) : bytes_{bytes} {}
    [[nodiscard]] Chunk append(std::string_view chunk) {
        const Chunk place{bytes_.size(), chunk.size(), checksum(chunk)};
        bytes_.append(chunk);
        return place;
    }

private:
    std::string& bytes_;
};

}  // namespace

std::string_view RunBuilder::Level::geometry(std::size_t feature) const noexcept {
    const std::size_t begin = feature == 0 ? 0 : ends[feature - 1];
    return std::string_view{bytes.bytes()}.substr(begin, ends[feature] - begin);
}

RunBuilder::RunBuilder(std::vector<double> cells) {
    levels_.resize(cells.size() + 1);
    for (std::size_t i = 0; i < cells.size(); ++i) levels_[i + 1].cell = cells[i];
}

void RunBuilder::add(const geo::GeometryView& geometry) {
    assert(size() < kMostFeaturesInRun);
    types_.push_back(geometry.type);
    envelopes_.push_back(geo::envelope(geometry));
    geo::GeometryView current = geometry;
    for (Level& level : levels_) {
        if (level.cell > 0) current = simplifier_.simplified(current, level.cell);
        if (current.part_count() > 0) pack_geometry(current, coordinate_step(level.cell), level.bytes);
        level.ends.push_back(level.bytes.size());
    }
}

/// The features of each block; those without geometry come last, in blocks of their own.
std::vector<std::vector<std::uint32_t>> RunBuilder::neighbours() const {
    geo::Envelope extent;
    for (const geo::Envelope& box : envelopes_) extent.extend(box);
    std::vector<std::vector<std::uint32_t>> blocks;
    std::size_t bytes = kEnoughBytesInBlock;  // the first feature begins a block
    const auto add = [&](std::uint32_t feature) {
        if (bytes >= kEnoughBytesInBlock || blocks.back().size() >= kMostFeaturesInBlock) {
            blocks.emplace_back();
            bytes = 0;
        }
        blocks.back().push_back(feature);
        bytes += levels_.front().geometry(feature).size();
    };
    for (const std::uint32_t feature : geo::hilbert_order(envelopes_, extent)) add(feature);
    bytes = kEnoughBytesInBlock;
    for (std::uint32_t i = 0; i < envelopes_.size(); ++i)
        if (envelopes_[i].is_empty()) add(i);
    return blocks;
}

void RunBuilder::append_blocks(PackedRun& packed) const {
    ChunkAppender appender{packed.bytes};
    const auto blocks = neighbours();
    for (const auto& features : blocks) {
        CacheBlock& block = packed.run.blocks.emplace_back();
        std::vector<BlockHead::Member> members;
        for (const std::uint32_t feature : features) {
            block.envelope.extend(envelopes_[feature]);
            members.push_back({static_cast<std::uint16_t>(feature), types_[feature], envelopes_[feature]});
        }
        PackedWriter head;
        BlockHead::pack(members, block.envelope, head);
        block.head = appender.append(head.bytes());
    }
    for (const Level& level : levels_) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            PackedWriter chunk;
            for (const std::uint32_t feature : blocks[i]) chunk.number(level.geometry(feature).size());
            for (const std::uint32_t feature : blocks[i]) chunk.raw(level.geometry(feature));
            packed.run.blocks[i].levels.push_back(appender.append(chunk.bytes()));
        }
    }
}

PackedRun RunBuilder::finish(const map::AttributeColumn& ids, std::span<const map::AttributeColumn> columns) {
    PackedRun packed;
    packed.run.features = static_cast<std::uint32_t>(size());
    append_blocks(packed);
    ChunkAppender appender{packed.bytes};
    const auto append_column = [&](const map::AttributeColumn& column) {
        assert(column.size() == size());
        PackedWriter chunk;
        pack_column(column, chunk);
        return appender.append(chunk.bytes());
    };
    packed.run.ids = append_column(ids);
    for (const map::AttributeColumn& column : columns) packed.run.columns.push_back(append_column(column));

    types_.clear();
    envelopes_.clear();
    for (Level& level : levels_) {
        (void)level.bytes.take();
        level.ends.clear();
    }
    return packed;
}

}  // namespace jinsha::io
