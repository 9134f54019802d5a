#pragma once

#include "error/error.hpp"
#include "geo/points.hpp"

#include <string>
#include <string_view>

namespace jinsha::geo {

/// A coordinate reference system, as a value: what it was defined by and what PROJ says of it. Safe to copy
/// to other threads (holds no PROJ object).
class Crs {
public:
    /// `definition`: "EPSG:4543", "OGC:CRS84", an urn, WKT, PROJJSON or a PROJ string. The error repeats
    /// PROJ's words.
    [[nodiscard]] static Result<Crs> from(std::string_view definition);
    /// WGS 84 in degrees, "OGC:CRS84": what GeoJSON is in. Asks PROJ nothing, so it costs nothing.
    [[nodiscard]] static Crs wgs84();

    [[nodiscard]] const std::string& definition() const noexcept { return definition_; }
    /// "EPSG:4543" where an authority is known, else "".
    [[nodiscard]] const std::string& id() const noexcept { return id_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] bool is_projected() const noexcept { return is_projected_; }
    [[nodiscard]] bool is_geographic() const noexcept { return is_geographic_; }
    /// Metres in one map unit of a projected CRS; 0 for a geographic one.
    [[nodiscard]] double unit_metres() const noexcept { return unit_metres_; }

    /// Same definition, or same id: the coordinates are the same. (Two that differ here may still be equal.)
    bool operator==(const Crs& other) const noexcept {
        return definition_ == other.definition_ || (!id_.empty() && id_ == other.id_);
    }

private:
    Crs() = default;
    std::string definition_, id_, name_;
    bool is_projected_{}, is_geographic_{};
    double unit_metres_{};
};

}  // namespace jinsha::geo
