#include "io/incoming_features.hpp"

#include "io/coordinate_grid.hpp"
#include "io/geojson_data.hpp"
#include "json/cursor.hpp"
#include "json/index.hpp"
#include "json/number_text.hpp"
#include "json/value.hpp"

#include <cmath>
#include <utility>

namespace jinsha::io {
namespace {

using json::Tree;

/// The texts of the outermost values that come one after the other (RFC 8142, and lines of JSON).
std::vector<std::string_view> roots_in(std::string_view text) {
    constexpr char kRecordSeparator = '\x1E';
    std::vector<std::string_view> roots;
    json::Cursor cursor{text};
    while (true) {
        while (cursor.consume(kRecordSeparator)) {
        }
        if (cursor.peek() == '\0' || cursor.has_failed()) return roots;
        roots.push_back(cursor.skip());
    }
}

bool is_type(const Tree& object, std::string_view type) {
    const Tree* member = object.find("type");
    return member && member->string() && *member->string() == type;
}

void take_root(Tree root, std::vector<Tree>& features) {
    if (is_type(root, "FeatureCollection")) {
        for (const Tree& feature : *root.find("features")->array()) features.push_back(feature);
    } else if (is_type(root, "Feature")) {
        features.push_back(std::move(root));
    } else {
        features.push_back({Tree::Object{{"type", {std::string{"Feature"}}},
                                         {"properties", {Tree::Object{}}},
                                         {"geometry", std::move(root)}}});
    }
}

Result<void> demand_sound(const GeoJsonData& data, const geo::Crs& crs) {
    if (!data.other_type.empty()) return fail("expected GeoJSON, found {}", data.other_type);
    if (!data.faults.empty()) {
        const auto& [feature, fault] = *data.faults.begin();
        return fail("feature {}: {}", feature + 1, fault.words);
    }
    if (!crs.is_geographic()) return {};
    for (std::size_t i = 0; i < data.features.size(); ++i)
        for (const geo::SourcePoint& p : data.geometry(i).points)
            if (!(std::abs(p.x) <= 180 && std::abs(p.y) <= 90))
                return fail("feature {}: expected degrees, found the position {}, {}", i + 1, p.x, p.y);
    return {};
}

bool is_position(const Tree::Array& array) {
    return array.size() >= 2 && std::holds_alternative<Tree::Number>(array[0].data) &&
           std::holds_alternative<Tree::Number>(array[1].data);
}

/// Changes every position below `coordinates`.
Result<void> transform_positions(Tree& coordinates, const CoordinateGrid& grid) {
    auto* array = std::get_if<Tree::Array>(&coordinates.data);
    if (!array) return {};
    if (!is_position(*array)) {
        for (Tree& item : *array)
            if (auto done = transform_positions(item, grid); !done) return done;
        return {};
    }
    auto& x = std::get<Tree::Number>((*array)[0].data);
    auto& y = std::get<Tree::Number>((*array)[1].data);
    auto position = grid.position({json::number_of(x.text), json::number_of(y.text)});
    if (!position) return tl::make_unexpected(position.error());
    x.text = std::move(position->x);
    y.text = std::move(position->y);
    return {};
}

Result<void> transform_geometry(Tree& geometry, const CoordinateGrid& grid) {
    auto* members = std::get_if<Tree::Object>(&geometry.data);
    if (!members) return {};
    for (json::TreeMember& member : *members) {
        if (member.key == "coordinates") {
            if (auto done = transform_positions(member.value, grid); !done) return done;
        } else if (auto* geometries = std::get_if<Tree::Array>(&member.value.data);
                   geometries && member.key == "geometries") {
            for (Tree& inner : *geometries)
                if (auto done = transform_geometry(inner, grid); !done) return done;
        }
    }
    return {};
}

}  // namespace

Result<IncomingFeatures> read_incoming(std::string_view text) {
    const auto data = parse_geojson(text);
    if (!data) return tl::make_unexpected(data.error());
    IncomingFeatures incoming{{}, geo::Crs::wgs84()};
    if (data->crs) {
        auto crs = geo::Crs::from(*data->crs);
        if (!crs) return tl::make_unexpected(crs.error());
        incoming.crs = *std::move(crs);
    }
    if (auto sound = demand_sound(*data, incoming.crs); !sound) return tl::make_unexpected(sound.error());
    for (const std::string_view root : roots_in(text)) {
        const json::Index index{root};
        if (auto error = index.error()) return tl::make_unexpected(*std::move(error));
        take_root(tree_of(*index.root()), incoming.features);
    }
    return incoming;
}

Result<void> transform(IncomingFeatures& incoming, const geo::Crs& to) {
    const auto grid = CoordinateGrid::between(to, incoming.crs);
    if (!grid) return tl::make_unexpected(grid.error());
    for (Tree& feature : incoming.features)
        for (json::TreeMember& member : std::get<Tree::Object>(feature.data))
            if (member.key == "geometry")
                if (auto done = transform_geometry(member.value, *grid); !done) return done;
    incoming.crs = to;
    return {};
}

}  // namespace jinsha::io
