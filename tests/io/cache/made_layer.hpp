#pragma once

#include "io/cache/cache_writer.hpp"
#include "io/cache/cached_feature_source.hpp"
#include "io/cache/detail_levels.hpp"
#include "io/cache/run_builder.hpp"
#include "map/memory_feature_source.hpp"

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::io {

/// A layer as a test makes it: geometries with a name and a number each.
struct MadeLayer {
    std::vector<geo::Geometry> geometries;
    std::vector<std::string> names;

    void add(geo::Geometry geometry) {
        names.push_back("项目" + std::to_string(geometries.size()));
        geometries.push_back(std::move(geometry));
    }
    [[nodiscard]] geo::Envelope extent() const {
        geo::Envelope all;
        for (const geo::Geometry& g : geometries) all.extend(geo::envelope(g.view()));
        return all;
    }
    [[nodiscard]] std::vector<map::Field> fields() const {
        return {{"name", "string"}, {"number", "integer"}};
    }
    [[nodiscard]] double number(std::size_t i) const { return static_cast<double>(i) * 1.5; }
};

inline geo::Geometry polygon(const std::vector<std::vector<geo::MapPoint>>& rings) {
    geo::Geometry result;
    result.type = geo::GeometryType::Polygon;
    for (const auto& ring : rings) {
        result.points.insert(result.points.end(), ring.begin(), ring.end());
        result.end_part();
    }
    return result;
}

inline geo::Geometry point(double x, double y) {
    geo::Geometry result;
    result.type = geo::GeometryType::Point;
    result.points.push_back({x, y});
    result.end_part();
    return result;
}

/// The border from one corner of a chequerboard to the next: a winding line that both areas beside it share,
/// without its last point.
inline std::vector<geo::MapPoint> winding(geo::MapPoint from, geo::MapPoint to) {
    constexpr int kSteps = 20;
    std::vector<geo::MapPoint> line;
    for (int i = 0; i < kSteps; ++i) {
        const double t = i / static_cast<double>(kSteps), aside = 0.06 * std::sin(2 * M_PI * t);
        line.push_back({from.x + t * (to.x - from.x) - aside * (to.y - from.y),
                        from.y + t * (to.y - from.y) + aside * (to.x - from.x)});
    }
    return line;
}

/// side × side parcels of 100 units without gaps; their outer border is winding too.
inline MadeLayer parcels(std::size_t side, geo::MapPoint origin = {430'000, 2'915'000}) {
    MadeLayer layer;
    const auto corner = [&](std::size_t column, std::size_t row) {
        return geo::MapPoint{origin.x + 100.0 * static_cast<double>(column),
                             origin.y + 100.0 * static_cast<double>(row)};
    };
    const auto append = [](std::vector<geo::MapPoint>& ring, geo::MapPoint a, geo::MapPoint b) {
        const bool is_forward = std::pair{a.x, a.y} < std::pair{b.x, b.y};
        std::vector<geo::MapPoint> line = is_forward ? winding(a, b) : winding(b, a);
        if (!is_forward) {
            line.push_back(a);
            line = {line.rbegin(), line.rend() - 1};
        }
        ring.insert(ring.end(), line.begin(), line.end());
    };
    for (std::size_t row = 0; row < side; ++row)
        for (std::size_t column = 0; column < side; ++column) {
            std::vector<geo::MapPoint> ring;
            append(ring, corner(column, row), corner(column + 1, row));
            append(ring, corner(column + 1, row), corner(column + 1, row + 1));
            append(ring, corner(column + 1, row + 1), corner(column, row + 1));
            append(ring, corner(column, row + 1), corner(column, row));
            ring.push_back(geo::MapPoint{ring.front()});
            layer.add(polygon({ring}));
        }
    return layer;
}

inline std::shared_ptr<const map::MemoryFeatureSource> in_memory(const MadeLayer& layer) {
    map::MemoryFeatureSourceBuilder builder;
    builder.set_fields(layer.fields());
    for (std::size_t i = 0; i < layer.geometries.size(); ++i)
        builder.add_row(layer.geometries[i].view(), {static_cast<double>(i + 1)},
                        {{layer.names[i]}, {layer.number(i)}});
    return builder.build({});
}

/// What is known of it; for the map and the source as the test says.
inline CachedLayerFacts facts_of(const MadeLayer& layer, std::vector<double> cells) {
    map::DatasetLayer described{"made", "Polygon", {"EPSG:4543", "made"}, {"UTF-8", "made"}, layer.fields()};
    return {
        "",    0, 0, 1, {std::move(described), geo::Crs::wgs84(), layer.extent(), layer.geometries.size()},
        cells, 0, {}};
}

inline std::vector<double> cells_of(const MadeLayer& layer) {
    SegmentLengths lengths;
    for (const geo::Geometry& g : layer.geometries) lengths.add(g.view());
    return detail_cells(lengths.mean(), layer.extent());
}

/// The layer written to `file`, in runs of that many features.
inline std::vector<std::shared_ptr<const StoredRun>> write_layer(const MadeLayer& layer, CacheWriter& writer,
                                                                 std::size_t features_in_run = 1000) {
    std::vector<std::shared_ptr<const StoredRun>> runs;
    RunBuilder builder{cells_of(layer)};
    for (std::size_t begin = 0; begin < layer.geometries.size(); begin += features_in_run) {
        map::AttributeColumn ids, names, numbers;
        const std::size_t end = std::min(begin + features_in_run, layer.geometries.size());
        for (std::size_t i = begin; i < end; ++i) {
            builder.add(layer.geometries[i].view());
            ids.push_number(static_cast<double>(i + 1));
            names.push_text(layer.names[i]);
            numbers.push_number(layer.number(i));
        }
        const map::AttributeColumn columns[]{std::move(names), std::move(numbers)};
        runs.push_back(writer.append(builder.finish(ids, columns)).value());
    }
    return runs;
}

inline std::shared_ptr<const CachedFeatureSource> cached(
    const MadeLayer& layer, const std::filesystem::path& file,
    std::shared_ptr<BlockMemory> memory = std::make_shared<BlockMemory>()) {
    CacheWriter writer{file};
    auto runs = write_layer(layer, writer);
    CachedLayerFacts facts = facts_of(layer, cells_of(layer));
    writer.commit(facts);
    return std::make_shared<const CachedFeatureSource>(
        CachedContent{facts.summary.layer, facts.cells, std::move(runs)}, std::move(memory), 1);
}

}  // namespace jinsha::io
