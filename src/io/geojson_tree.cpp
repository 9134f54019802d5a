#include "io/geojson_tree.hpp"

#include "json/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::io {
namespace {

using json::Tree;

/// Twice the area, positive when the ring runs counter-clockwise.
double signed_area(std::span<const geo::MapPoint> ring) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
               (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    return sum;
}

/// The positions of each part, or why one has no place in the file.
Result<std::vector<Tree>> part_trees(const geo::GeometryView& geometry, const CoordinateGrid& grid) {
    std::vector<Tree> parts;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        Tree::Array positions;
        for (const geo::MapPoint& point : geometry.part(i)) {
            auto position = grid.position(point);
            if (!position) return tl::make_unexpected(position.error());
            positions.push_back(tree_of(*position));
        }
        const bool is_point = geometry.type == geo::GeometryType::Point;
        parts.push_back(is_point ? positions.front() : Tree{std::move(positions)});
    }
    return parts;
}

/// Rings to polygons: an exterior one and the clockwise ones behind it.
std::vector<Tree> polygons(const geo::GeometryView& geometry, std::vector<Tree> rings) {
    std::vector<Tree> result;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const bool is_exterior = result.empty() || signed_area(geometry.part(i)) >= 0;
        if (is_exterior) result.push_back({Tree::Array{}});
        std::get<Tree::Array>(result.back().data).push_back(std::move(rings[i]));
    }
    return result;
}

const char* single_name(geo::GeometryType type) {
    if (type == geo::GeometryType::Point) return "Point";
    return type == geo::GeometryType::Line ? "LineString" : "Polygon";
}

}  // namespace

Tree tree_of(const style::Value& value) {
    if (const bool* truth = value.boolean()) return {*truth};
    if (const double* number = value.number())
        return std::isfinite(*number) ? Tree{Tree::Number{json::number_text(*number)}} : Tree{};
    if (const std::string* text = value.text()) return {*text};
    if (const style::Array* array = value.array()) {
        Tree::Array items;
        for (const style::Value& item : *array) items.push_back(tree_of(item));
        return {std::move(items)};
    }
    if (const style::Object* object = value.object()) {
        Tree::Object members;
        for (const auto& [key, item] : *object) members.push_back({key, tree_of(item)});
        return {std::move(members)};
    }
    return {};
}

Tree tree_of(const CoordinateGrid::Position& position) {
    return {Tree::Array{{Tree::Number{position.x}}, {Tree::Number{position.y}}}};
}

Result<Tree> geometry_tree(const geo::GeometryView& geometry, bool is_multi, const CoordinateGrid& grid) {
    if (geometry.type == geo::GeometryType::None || geometry.part_count() == 0) return Tree{};
    auto parts = part_trees(geometry, grid);
    if (!parts) return tl::make_unexpected(parts.error());
    if (geometry.type == geo::GeometryType::Polygon) parts = polygons(geometry, *std::move(parts));
    const bool needs_multi = is_multi || parts->size() > 1;
    std::string type = single_name(geometry.type);
    return Tree{Tree::Object{{"type", {needs_multi ? "Multi" + type : type}},
                             {"coordinates", needs_multi ? Tree{*std::move(parts)} : parts->front()}}};
}

Result<Tree> feature_tree(const map::FeatureState& state, const std::vector<std::string>& keys, bool is_multi,
                          const CoordinateGrid& grid) {
    auto geometry = geometry_tree(state.geometry->view(), is_multi, grid);
    if (!geometry) return tl::make_unexpected(geometry.error());
    Tree::Object properties;
    for (const map::Attribute& attribute : state.attributes)
        properties.push_back({attribute.name, tree_of(attribute.value)});
    Tree::Object members{{"type", {std::string{"Feature"}}}};
    if (!state.id.is_null()) members.push_back({"id", tree_of(state.id)});
    members.push_back({"properties", {std::move(properties)}});
    members.push_back({"geometry", *std::move(geometry)});
    std::ranges::stable_sort(members, {}, [&](const json::TreeMember& member) {
        return std::ranges::find(keys, member.key) - keys.begin();
    });
    return Tree{std::move(members)};
}

}  // namespace jinsha::io
