#include "io/geojson_dataset.hpp"

#include "io/column_texts.hpp"
#include "io/gdal_crs.hpp"
#include "io/geojson_data.hpp"
#include "io/geometry_normalizer.hpp"
#include "map/memory_feature_source.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

/// The text in UTF-8 when it is in another encoding throughout; else empty, and single faults are left for
/// later.
struct WholeText {
    std::string converted;
    DeclaredEncoding encoding;
};

WholeText in_utf8(std::string_view text, const DatasetHints& hints) {
    WholeText result{{}, {"UTF-8", "RFC 7946: GeoJSON is UTF-8", false}};
    const bool is_hinted = !hints.encoding.empty();
    if (is_hinted) result.encoding = {hints.encoding, "set in the map document", true};
    if (!is_hinted && is_utf8(text)) return result;

    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    EncodingChoice choice = choose_encoding(result.encoding, lines);
    result.encoding.how = choice.found.how;
    if (choice.found.name == "UTF-8") return result;
    // Strings can only be told apart after conversion: the second byte of a Chinese character may be a '\'.
    result.converted = choice.decoder.decode(text);
    result.encoding.name = choice.found.name;
    return result;
}

class GeoJsonDataset final : public VectorDataset::State {
public:
    GeoJsonDataset(GeoJsonData data, LayerCrs crs, LayerSummary summary, std::string where,
                   std::vector<Problem> problems)
        : data_{std::move(data)},
          crs_{std::move(crs)},
          where_{std::move(where)},
          problems_{std::move(problems)} {
        layers.push_back(std::move(summary));
    }

    Result<LayerFeatures> read(std::size_t layer, const geo::Crs& map_crs, const std::atomic<bool>& cancelled,
                               const Progress& progress) const override;

private:
    /// Adds the geometries that can be drawn; true for each feature that was taken. None when cancelled.
    std::optional<std::vector<bool>> add_geometries(GeometryNormalizer& normalizer,
                                                    map::MemoryFeatureSourceBuilder& builder,
                                                    ReadReport& report, const std::atomic<bool>& cancelled,
                                                    const Progress& progress) const;

    GeoJsonData data_;
    LayerCrs crs_;
    std::string where_;
    std::vector<Problem> problems_;  // of the texts
};

std::optional<std::vector<bool>> GeoJsonDataset::add_geometries(GeometryNormalizer& normalizer,
                                                                map::MemoryFeatureSourceBuilder& builder,
                                                                ReadReport& report,
                                                                const std::atomic<bool>& cancelled,
                                                                const Progress& progress) const {
    constexpr std::size_t kStep = 1024;  // features between looks at progress and cancel
    const std::size_t count = data_.features.size();
    std::vector<bool> is_taken(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % kStep == 0) {
            if (cancelled) return std::nullopt;
            if (progress) progress(static_cast<double>(i) / static_cast<double>(count));
        }
        if (const auto fault = data_.faults.find(i); fault != data_.faults.end()) {
            report.add(fault->second, i + 1);
            continue;
        }
        const auto geometry = normalizer.take(data_.geometry(i));
        if (!geometry) {
            report.add(geometry.error(), i + 1);
            continue;
        }
        for (const Finding& note : normalizer.notes()) report.add(note, i + 1);
        builder.add_geometry(*geometry);
        is_taken[i] = true;
    }
    return is_taken;
}

Result<LayerFeatures> GeoJsonDataset::read(std::size_t layer, const geo::Crs& map_crs,
                                           const std::atomic<bool>& cancelled,
                                           const Progress& progress) const {
    auto normalizer = GeometryNormalizer::between(crs_.is_unknown ? map_crs : crs_.crs, map_crs);
    if (!normalizer) return tl::make_unexpected(normalizer.error().in(where_));
    map::MemoryFeatureSourceBuilder builder;
    builder.reserve(data_.features.size(), data_.points.size());
    ReadReport report;
    const auto is_taken = add_geometries(*normalizer, builder, report, cancelled, progress);
    if (!is_taken) return fail("{}: reading was cancelled", where_);

    const bool are_all_taken = report.skipped() == 0;
    const auto taken = [&](const map::AttributeColumn& column) {
        return are_all_taken ? column : column.selected(*is_taken);
    };
    std::vector<map::AttributeColumn> columns;
    for (const map::AttributeColumn& column : data_.columns) columns.push_back(taken(column));
    builder.set_table(taken(data_.ids), data_.fields, std::move(columns));

    LayerFeatures features{builder.build(layers[layer].layer), report.skipped(), problems_, {}};
    for (std::uint32_t i = 0; i < is_taken->size(); ++i)
        if (!(*is_taken)[i]) features.skipped_elements.push_back(i);
    if (!normalizer->caution().empty())
        features.problems.push_back({Severity::Warning, where_, normalizer->caution()});
    for (Problem& problem : report.problems(where_)) features.problems.push_back(std::move(problem));
    return features;
}

}  // namespace

Result<LayerCrs> crs_of_geojson(const GeoJsonData& data, const geo::Envelope& extent,
                                const DatasetHints& hints) {
    if (!hints.crs.empty()) {
        auto hinted = geo::Crs::from(hints.crs);
        if (!hinted) return tl::make_unexpected(hinted.error());
        return LayerCrs{*hinted, {hints.crs, "set in the map document"}, false, false};
    }
    if (data.crs) {
        LayerCrs result;
        if (auto crs = geo::Crs::from(*data.crs); crs && (crs->is_projected() || crs->is_geographic())) {
            result.crs = *std::move(crs);
            result.found = {result.crs.id().empty() ? result.crs.name() : result.crs.id(),
                            "declared in the \"crs\" member"};
            return result;
        }
    }
    const auto are_metres = [](geo::SourcePoint p) { return std::abs(p.x) > 360 && std::abs(p.y) > 360; };
    const auto in_metres = std::ranges::count_if(data.points, are_metres);
    if (2 * static_cast<std::size_t>(in_metres) > data.points.size()) return guessed_crs(extent);
    LayerCrs result;
    result.found = {result.crs.id(),
                    data.crs ? "RFC 7946: WGS 84 (the \"crs\" member '" + *data.crs + "' is not known)"
                             : "RFC 7946: GeoJSON is in WGS 84"};
    return result;
}

geo::Envelope extent_of_points(const std::vector<geo::SourcePoint>& points) {
    geo::Envelope extent;
    for (const geo::SourcePoint& p : points)
        if (std::isfinite(p.x) && std::isfinite(p.y)) extent.extend(geo::MapPoint{p.x, p.y});
    return extent;
}

Result<OpenedJson> open_geojson(std::string_view text, const std::string& where, const std::string& name,
                                const DatasetHints& hints) {
    WholeText whole = in_utf8(text, hints);
    auto data = parse_geojson(whole.converted.empty() ? text : whole.converted);
    if (!data) return tl::make_unexpected(data.error().in(where));
    if (!data->other_type.empty()) return OtherJson{data->other_type};

    const geo::Envelope extent = extent_of_points(data->points);
    auto crs = crs_of_geojson(*data, extent, hints);
    if (!crs) return tl::make_unexpected(crs.error().in(where));
    std::vector<Problem> problems;
    const DeclaredEncoding utf8{"UTF-8", whole.encoding.how, true};
    static_cast<void>(decode_texts(std::span{&data->ids, 1}, utf8, where, problems));
    static_cast<void>(decode_texts(data->columns, utf8, where, problems));
    for (map::Field& field : data->fields) field.name = repaired_utf8(field.name);

    map::DatasetLayer layer{
        name, data->geometry_kind, crs->found, {whole.encoding.name, whole.encoding.how}, data->fields};
    LayerSummary summary{std::move(layer), crs->crs, extent, data->features.size()};
    return std::make_unique<GeoJsonDataset>(*std::move(data), *std::move(crs), std::move(summary), where,
                                            std::move(problems));
}

}  // namespace jinsha::io
