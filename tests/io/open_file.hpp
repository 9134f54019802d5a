#pragma once

#include "io/edited_file.hpp"
#include "io/vector_dataset.hpp"
#include "map/edit_session.hpp"

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::io {

/// A GeoJSON file that is open for editing, on a map in EPSG:4543.
struct OpenFile {
    std::optional<map::EditSession> session;
    std::optional<EditedFile> file;

    explicit OpenFile(const std::filesystem::path& path) {
        const auto demand = [](auto result) {
            if (!result) throw std::runtime_error{result.error().message()};
            return *std::move(result);
        };
        const geo::Crs map = demand(geo::Crs::from("EPSG:4543"));
        const auto dataset = demand(VectorDataset::open(path, {}));
        const LayerFeatures features = demand(dataset.read(0, map, false, {}));
        auto grid = demand(CoordinateGrid::between(dataset.layers()[0].crs, map));
        session.emplace(std::vector<map::EditableSource>{{features.source, "", "name"}});
        file.emplace(demand(EditedFile::open(
            path, {"EPSG:4543", session->source(0), features.skipped_elements}, std::move(grid))));
    }
    /// The map point of a position of the file.
    [[nodiscard]] geo::MapPoint at(double x, double y) const { return file->grid().to_map({x, y}); }
};

inline geo::Geometry point(geo::MapPoint p) {
    geo::Geometry geometry{geo::GeometryType::Point, {p}, {}};
    geometry.end_part();
    return geometry;
}

}  // namespace jinsha::io
