#include "io/geometry_patch.hpp"

#include "io/geojson_text.hpp"
#include "io/geojson_tree.hpp"
#include "json/number_text.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace jinsha::io {
namespace {

using geo::GeometryType;
using geo::MapPoint;

constexpr std::size_t kGeometryDepth = GeoJsonText::kFeatureDepth + 1;

/// A run of positions in the file: a point, a line, a ring.
struct FilePart {
    std::optional<json::Value> list;  // the array of positions; none for a point
    std::size_t depth{};              // of that array
    std::vector<json::Value> positions;
    std::vector<MapPoint> points;  // where they are on the map
};

struct FileGeometry {
    GeometryType type{GeometryType::None};
    bool is_multi{};
    std::vector<FilePart> parts;
};

MapPoint place_of(const json::Value& position, const CoordinateGrid& grid) {
    constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
    const std::vector<json::Value> numbers = position.elements();
    const auto is_number = [](const json::Value& v) { return v.kind() == json::Kind::Number; };
    if (numbers.size() < 2 || !is_number(numbers[0]) || !is_number(numbers[1])) return {kNowhere, kNowhere};
    return grid.to_map({numbers[0].number(), numbers[1].number()});
}

/// Collects the parts in `array`, whose positions lie `levels` brackets below it.
void collect(const json::Value& array, std::size_t levels, std::size_t depth, const CoordinateGrid& grid,
             FileGeometry& geometry) {
    if (levels == 0) {
        geometry.parts.push_back({std::nullopt, depth, {array}, {place_of(array, grid)}});
        return;
    }
    const std::vector<json::Value> elements = array.elements();
    if (levels > 1 || geometry.type == GeometryType::Point) {
        for (const json::Value& element : elements) collect(element, levels - 1, depth + 1, grid, geometry);
        return;
    }
    FilePart part{array, depth, elements, {}};
    for (const json::Value& position : elements) part.points.push_back(place_of(position, grid));
    geometry.parts.push_back(std::move(part));
}

FileGeometry geometry_in(const json::Value& object, const CoordinateGrid& grid) {
    FileGeometry geometry;
    const auto type = object.find("type");
    const auto coordinates = object.find("coordinates");
    if (!type || !coordinates) return geometry;
    std::string name = type->string();
    geometry.is_multi = name.starts_with("Multi");
    if (geometry.is_multi) name.erase(0, std::string_view{"Multi"}.size());
    std::size_t levels = geometry.is_multi ? 1 : 0;
    if (name == "Point") geometry.type = GeometryType::Point;
    if (name == "LineString") geometry.type = GeometryType::Line, levels += 1;
    if (name == "Polygon") geometry.type = GeometryType::Polygon, levels += 2;
    if (geometry.type != GeometryType::None)
        collect(*coordinates, levels, kGeometryDepth + 1, grid, geometry);
    return geometry;
}

std::size_t common_prefix(std::span<const MapPoint> a, std::span<const MapPoint> b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

std::size_t common_suffix(std::span<const MapPoint> a, std::span<const MapPoint> b, std::size_t prefix) {
    std::size_t count = 0;
    while (count + prefix < std::min(a.size(), b.size()) &&
           a[a.size() - 1 - count] == b[b.size() - 1 - count])
        ++count;
    return count;
}

std::size_t agreement(std::span<const MapPoint> a, std::span<const MapPoint> b) {
    if (a.size() == b.size()) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < a.size(); ++i) same += a[i] == b[i];
        return same;
    }
    const std::size_t prefix = common_prefix(a, b);
    return prefix + common_suffix(a, b, prefix);
}

/// `points` as the file would have them: in the direction of the old ring, closed only if that is.
std::vector<MapPoint> as_in_file(std::span<const MapPoint> points, const FilePart& old, GeometryType type) {
    std::vector<MapPoint> result{points.begin(), points.end()};
    if (type != GeometryType::Polygon) return result;
    if (!old.points.empty() && old.points.front() != old.points.back()) result.pop_back();
    std::vector<MapPoint> other{result.rbegin(), result.rend()};
    if (agreement(other, old.points) > agreement(result, old.points)) result = std::move(other);
    return result;
}

class PartPatcher {
public:
    PartPatcher(const CoordinateGrid& grid, const json::Layout& layout, std::vector<json::Patch>& patches)
        : grid_{grid}, layout_{layout}, patches_{patches} {}

    Result<void> patch(const FilePart& old, std::span<const MapPoint> points) {
        return old.points.size() == points.size() ? move_positions(old, points) : replace_run(old, points);
    }

private:
    Result<void> move_positions(const FilePart& old, std::span<const MapPoint> points) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (old.points[i] == points[i]) continue;
            const auto position = grid_.position(points[i]);
            if (!position) return tl::make_unexpected(position.error());
            const std::vector<json::Value> numbers = old.positions[i].elements();
            patch_number(numbers[0], position->x);
            patch_number(numbers[1], position->y);
        }
        return {};
    }

    void patch_number(const json::Value& old, const std::string& text) {
        if (old.number() != json::number_of(text)) patches_.push_back({old.range(), text});
    }

    /// Other positions between those at the beginning and at the end that are the same.
    Result<void> replace_run(const FilePart& old, std::span<const MapPoint> points) {
        const std::size_t prefix = common_prefix(old.points, points);
        const std::size_t suffix = common_suffix(old.points, points, prefix);
        json::ItemChanges changes;
        for (std::size_t i = prefix; i + suffix < old.points.size(); ++i) changes.removed.push_back(i);
        for (std::size_t i = prefix; i + suffix < points.size(); ++i) {
            const auto position = grid_.position(points[i]);
            if (!position) return tl::make_unexpected(position.error());
            changes.inserted.push_back({prefix, layout_.written(tree_of(*position), old.depth + 1)});
        }
        json::change_items(*old.list, changes, layout_, old.depth, patches_);
        return {};
    }

    const CoordinateGrid& grid_;
    const json::Layout& layout_;
    std::vector<json::Patch>& patches_;
};

bool can_be_patched(const FileGeometry& old, const geo::GeometryView& geometry) {
    const auto is_sound = [](const FilePart& part) {
        return std::ranges::all_of(part.points, [](MapPoint p) { return p.x == p.x && p.y == p.y; });
    };
    return old.type == geometry.type && old.parts.size() == geometry.part_count() &&
           std::ranges::all_of(old.parts, is_sound);
}

}  // namespace

Result<void> patch_geometry(const json::Value& old, const geo::GeometryView& geometry,
                            const CoordinateGrid& grid, const json::Layout& layout,
                            std::vector<json::Patch>& patches) {
    const FileGeometry in_file = geometry_in(old, grid);
    if (!can_be_patched(in_file, geometry)) {
        const auto tree = geometry_tree(geometry, in_file.is_multi, grid);
        if (!tree) return tl::make_unexpected(tree.error());
        patches.push_back({old.range(), layout.written(*tree, kGeometryDepth)});
        return {};
    }
    PartPatcher patcher{grid, layout, patches};
    for (std::size_t i = 0; i < in_file.parts.size(); ++i) {
        const std::vector<MapPoint> points = as_in_file(geometry.part(i), in_file.parts[i], geometry.type);
        if (auto done = patcher.patch(in_file.parts[i], points); !done) return done;
    }
    return {};
}

}  // namespace jinsha::io
