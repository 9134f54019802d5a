#include "io/geojson_geometry.hpp"

#include <algorithm>
#include <array>

namespace jinsha::io {
namespace {

using geo::GeometryType;

struct Kind {
    std::string_view name;
    GeometryType type;
    int depth;  // levels of brackets around its numbers
};
constexpr std::array kKinds{
    Kind{"Point", GeometryType::Point, 1},     Kind{"MultiPoint", GeometryType::Point, 2},
    Kind{"LineString", GeometryType::Line, 2}, Kind{"MultiLineString", GeometryType::Line, 3},
    Kind{"Polygon", GeometryType::Polygon, 3}, Kind{"MultiPolygon", GeometryType::Polygon, 4}};

constexpr const char* kUneven = "coordinates have brackets of uneven depth";

/// Joins `other` to what was collected; of several kinds the one of the highest dimension stays.
void collect(const RawGeometry& other, RawGeometry& collected) {
    if (other.parts.empty()) return;
    const bool differs = !collected.parts.empty() && collected.type != other.type;
    const bool is_mixed = collected.is_mixed || other.is_mixed || differs;
    if (collected.parts.empty() || other.type > collected.type) {
        collected = other;
    } else if (!differs) {
        const auto shift = static_cast<std::uint32_t>(collected.points.size());
        collected.points.insert(collected.points.end(), other.points.begin(), other.points.end());
        for (const RawPart& part : other.parts) collected.parts.push_back({part.end + shift, part.is_hole});
    }
    collected.is_mixed = is_mixed;
}

}  // namespace

void GeoJsonGeometryReader::begin() {
    geometry_.clear();
    collected_.clear();
    type_.clear();
    fault_.clear();
    depth_ = 0;
    has_coordinates_ = has_members_ = false;
}

void GeoJsonGeometryReader::read(json::Cursor& cursor) {
    begin();
    if (cursor.peek() != '{') {
        if (cursor.peek() != 'n')
            fault_ = fmt::format("geometry is {}, not an object", cursor.kind_of_next());
        cursor.skip();
        return;
    }
    read_object(cursor);
}

void GeoJsonGeometryReader::read_object(json::Cursor& cursor) {
    std::string type;
    cursor.members([&](std::string_view key) {
        if (key == "type" && cursor.peek() == '"')
            type = cursor.string();
        else if (!read_member(cursor, key))
            cursor.skip();
    });
    finish(type);
}

bool GeoJsonGeometryReader::read_member(json::Cursor& cursor, std::string_view key) {
    if (key == "coordinates" && !has_coordinates_) {
        has_coordinates_ = true;
        read_coordinates(cursor);
        return true;
    }
    if (key == "geometries" && !has_members_) {
        has_members_ = true;
        read_members_of_collection(cursor);
        return true;
    }
    return false;
}

void GeoJsonGeometryReader::read_members_of_collection(json::Cursor& cursor) {
    if (cursor.peek() != '[') {
        fault_ = fmt::format("geometries of a collection are {}, not an array", cursor.kind_of_next());
        cursor.skip();
        return;
    }
    cursor.elements([&] {
        GeoJsonGeometryReader member;
        member.read(cursor);
        if (fault_.empty()) fault_ = member.fault();
        collect(member.geometry(), collected_);
    });
}

void GeoJsonGeometryReader::finish(const std::string& type) {
    type_ = type;
    if (!fault_.empty()) return;
    if (type == "GeometryCollection") {
        geometry_ = std::move(collected_);
        if (!has_members_) fault_ = "GeometryCollection has no geometries";
        return;
    }
    take_coordinates(type);
}

void GeoJsonGeometryReader::take_coordinates(const std::string& type) {
    const auto kind =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& k) { return k.name == type; });
    if (kind == kKinds.end()) {
        fault_ = type.empty() ? "geometry has no type" : fmt::format("geometry type '{}' is not known", type);
        return;
    }
    if (!has_coordinates_) {
        fault_ = type + " has no coordinates";
        return;
    }
    if (depth_ == 0) return;  // an empty geometry
    if (depth_ != kind->depth) {
        fault_ = fmt::format("coordinates of a {} need {} levels of brackets, found {}", type, kind->depth,
                             depth_);
        return;
    }
    geometry_.type = kind->type;
    if (kind->type == GeometryType::Point) {
        geometry_.parts.clear();
        for (std::uint32_t i = 1; i <= geometry_.points.size(); ++i) geometry_.parts.push_back({i, false});
    } else if (kind->type == GeometryType::Line) {
        for (RawPart& part : geometry_.parts) part.is_hole = false;
    }
}

void GeoJsonGeometryReader::read_coordinates(json::Cursor& cursor) {
    if (cursor.peek() != '[') {
        fault_ = fmt::format("coordinates are {}, not an array", cursor.kind_of_next());
        cursor.skip();
        return;
    }
    depth_ = read_array(cursor, 0);
}

/// Reads an array of coordinates of any depth and returns how deep it is; 0 when there is no position in it.
/// `place` is its place in the array around it: of the rings of a polygon the first is the exterior one.
int GeoJsonGeometryReader::read_array(json::Cursor& cursor, int place) {
    int depth = 0, arrays = 0, numbers = 0;
    geo::SourcePoint position;
    cursor.elements([&] {
        if (cursor.peek() != '[') {
            const double coordinate = read_coordinate(cursor);
            if (numbers < 2) (numbers == 0 ? position.x : position.y) = coordinate;
            ++numbers;
            return;
        }
        const int below = read_array(cursor, arrays++);
        if (below == 0) return;
        if (depth != 0 && depth != below + 1 && fault_.empty()) fault_ = kUneven;
        depth = below + 1;
    });
    if (numbers > 0) {
        if (numbers < 2 && fault_.empty()) fault_ = "position has 1 number, needs at least 2";
        if (arrays > 0 && fault_.empty()) fault_ = kUneven;
        geometry_.points.push_back(position);
        return 1;
    }
    if (depth == 2) geometry_.end_part(place > 0);
    return depth;
}

double GeoJsonGeometryReader::read_coordinate(json::Cursor& cursor) {
    const std::string_view kind = cursor.kind_of_next();
    if (kind == "a number" || kind.empty()) return cursor.number();  // NaN and Infinity have no kind
    if (fault_.empty()) fault_ = fmt::format("coordinate is {}, not a number", kind);
    cursor.skip();
    return 0;
}

}  // namespace jinsha::io
