#pragma once

#include "io/raw_geometry.hpp"
#include "json/cursor.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::io {

/// Reads GeoJSON geometries one after the other into the same memory.
class GeoJsonGeometryReader {
public:
    /// A geometry object or null. What was read is in `geometry()`, unless `fault()` says why not.
    void read(json::Cursor& cursor);
    /// The same, member by member, for an object that may turn out to be a geometry. True when the member was
    /// one of a geometry's and is stepped over; `finish` ends it.
    void begin();
    [[nodiscard]] bool read_member(json::Cursor& cursor, std::string_view key);
    void finish(const std::string& type);

    [[nodiscard]] const RawGeometry& geometry() const noexcept { return geometry_; }
    /// "" when the geometry is sound.
    [[nodiscard]] const std::string& fault() const noexcept { return fault_; }
    /// "Polygon"; "" for null.
    [[nodiscard]] const std::string& type() const noexcept { return type_; }

private:
    void read_coordinates(json::Cursor& cursor);
    [[nodiscard]] int read_array(json::Cursor& cursor, int place);
    [[nodiscard]] double read_coordinate(json::Cursor& cursor);
    void read_members_of_collection(json::Cursor& cursor);
    void read_object(json::Cursor& cursor);
    void take_coordinates(const std::string& type);

    RawGeometry geometry_;
    std::string type_, fault_;
    int depth_{};  // of brackets around the coordinates; 0: there are none
    bool has_coordinates_{}, has_members_{};
    RawGeometry collected_;  // of a GeometryCollection
};

}  // namespace jinsha::io
