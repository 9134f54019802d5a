#include "check/written_geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::check {
namespace {

using geo::GeometryType;
using json::Kind;
using json::Value;

/// The geometry types of RFC 7946 §1.4 that have coordinates.
struct TypeRule {
    std::string_view name;
    GeometryType type;
    int depth;              // arrays around a position
    std::size_t least;      // positions in a part
    std::string_view part;  // what a part is called
};
constexpr std::array<TypeRule, 6> kTypes{{
    {"Point", GeometryType::Point, 0, 1, "point"},
    {"MultiPoint", GeometryType::Point, 1, 1, "point"},
    {"LineString", GeometryType::Line, 1, 2, "line"},
    {"MultiLineString", GeometryType::Line, 2, 2, "line"},
    {"Polygon", GeometryType::Polygon, 2, 4, "ring"},
    {"MultiPolygon", GeometryType::Polygon, 3, 4, "ring"},
}};

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 40;
    return text.size() <= kMost ? std::string{text} : std::string{text.substr(0, kMost)} + "…";
}

class GeometryReader {
public:
    explicit GeometryReader(Findings& findings) : findings_{findings} {}

    std::vector<WrittenShape> read(const Value& geometry) {
        read_object(geometry);
        return std::move(shapes_);
    }

private:
    void read_object(const Value& geometry) {
        if (geometry.kind() != Kind::Object) {
            return report("geometry-type", geometry,
                          "expected a geometry object or null, found " + shortened(geometry.text()),
                          "write the geometry as an object with type and coordinates");
        }
        const auto type = geometry.find("type");
        const std::string name = type && type->kind() == Kind::String ? type->string() : std::string{};
        if (name == "GeometryCollection") return read_collection(geometry);
        const auto rule = std::ranges::find(kTypes, name, &TypeRule::name);
        if (rule == kTypes.end()) {
            return report(
                "geometry-type", type.value_or(geometry),
                fmt::format("expected a geometry type of RFC 7946, found {}",
                            type ? shortened(type->text()) : "none"),
                "write Point, LineString, Polygon, one of their Multi… forms, or GeometryCollection");
        }
        const auto coordinates = geometry.find("coordinates");
        if (!coordinates || coordinates->kind() != Kind::Array) {
            return report("coordinates", coordinates.value_or(geometry),
                          fmt::format("expected an array of coordinates for the {}, found {}", name,
                                      coordinates ? shortened(coordinates->text()) : "none"),
                          "give the geometry its coordinates, or make it null");
        }
        if (coordinates->elements().empty()) {
            return report("empty-geometry", *coordinates, fmt::format("the {} has no coordinates", name),
                          "give it coordinates, or make the geometry null", Severity::Warning);
        }
        read_coordinates(*coordinates, *rule);
    }

    void read_collection(const Value& geometry) {
        const auto members = geometry.find("geometries");
        if (!members || members->kind() != Kind::Array) {
            return report("geometries", members.value_or(geometry),
                          "expected an array of geometries in the GeometryCollection, found none",
                          "give it a member \"geometries\"");
        }
        if (++nesting_ > kMostNesting) {
            return report("nested-collections", geometry, "GeometryCollections are nested too deep",
                          "put all geometries into one collection");
        }
        members->for_each_element([&](const Value& member) { read_object(member); });
        --nesting_;
    }

    void read_coordinates(const Value& coordinates, const TypeRule& rule) {
        if (rule.type == GeometryType::Polygon && rule.depth == 3) {
            coordinates.for_each_element([&](const Value& polygon) { read_parts(polygon, rule); });
        } else {
            read_parts(coordinates, rule);
        }
    }

    /// One shape: `value` holds a part, or parts.
    void read_parts(const Value& value, const TypeRule& rule) {
        WrittenShape shape{rule.type, {}};
        const bool is_one_part = rule.depth == 0 || rule.name == "LineString";
        if (is_one_part) {
            add_part(value, rule, shape);
        } else if (value.kind() != Kind::Array) {
            report("coordinates", value, fmt::format("expected an array, found {}", shortened(value.text())),
                   "look at the brackets around it");
        } else {
            value.for_each_element([&](const Value& part) { add_part(part, rule, shape); });
        }
        if (!shape.parts.empty()) shapes_.push_back(std::move(shape));
    }

    void add_part(const Value& value, const TypeRule& rule, WrittenShape& shape) {
        WrittenPart part{{}, value};
        bool is_sound = true;
        const auto add_position = [&](const Value& written) {
            const auto position = read_position(written);
            is_sound = is_sound && position.has_value();
            if (position) part.positions.push_back(*position);
        };
        if (rule.type == GeometryType::Point) {
            add_position(value);
        } else if (value.kind() == Kind::Array) {
            value.for_each_element(add_position);
        }
        if (!is_sound) return;
        if (part.positions.size() < rule.least) {
            return report("too-few-positions", value,
                          fmt::format("the {} has {} positions, needs at least {}", rule.part,
                                      part.positions.size(), rule.least),
                          fmt::format("add positions or take the {} out", rule.part));
        }
        shape.parts.push_back(std::move(part));
    }

    std::optional<WrittenPosition> read_position(const Value& value) {
        std::array<double, 2> xy{};
        std::size_t count = 0;
        bool are_numbers = value.kind() == Kind::Array;
        value.for_each_element([&](const Value& number) {
            are_numbers = are_numbers && number.kind() == Kind::Number && std::isfinite(number.number());
            if (are_numbers && count < 2) xy[count] = number.number();
            ++count;
        });
        if (!are_numbers || count < 2) {
            report(
                "position", value,
                fmt::format("expected a position of two or more numbers, found {}", shortened(value.text())),
                "write [longitude, latitude]");
            return std::nullopt;
        }
        return WrittenPosition{{xy[0], xy[1]}, value};
    }

    void report(std::string code, const Value& at, std::string message, std::string advice,
                Severity severity = Severity::Error) {
        findings_.add({severity, std::move(code), std::move(message), std::move(advice), std::nullopt,
                       at.range(), std::nullopt});
    }

    static constexpr int kMostNesting = 32;
    Findings& findings_;
    std::vector<WrittenShape> shapes_;
    int nesting_{};
};

}  // namespace

std::vector<WrittenShape> read_geometry(const json::Value& geometry, Findings& findings) {
    return GeometryReader{findings}.read(geometry);
}

}  // namespace jinsha::check
