#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "geo/crs_transform.hpp"
#include "geo/geometry.hpp"
#include "io/raw_geometry.hpp"
#include "io/read_report.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jinsha::io {

/// Turns what is in files into what `geo::GeometryView` promises: in the map CRS, all coordinates finite,
/// rings closed, exterior ones counter-clockwise. One thread at a time.
class GeometryNormalizer {
public:
    [[nodiscard]] static Result<GeometryNormalizer> between(const geo::Crs& source, const geo::Crs& map);

    /// The geometry, valid until the next call; or why the feature must be skipped. Null and empty geometries
    /// give one of type None. What people should know of a feature that is taken is in `notes()`.
    [[nodiscard]] tl::expected<geo::GeometryView, Finding> take(const RawGeometryView& raw);
    [[nodiscard]] const std::vector<Finding>& notes() const noexcept { return notes_; }

    /// What people should know of the transformation as a whole; "" mostly.
    [[nodiscard]] const std::string& caution() const noexcept { return transform_.caution(); }

private:
    GeometryNormalizer(const geo::Crs& source, const geo::Crs& map, geo::CrsTransform transform);
    [[nodiscard]] std::optional<Finding> check_coordinates(std::span<const geo::SourcePoint> points) const;
    [[nodiscard]] std::optional<Finding> collect_parts(const RawGeometryView& raw);
    [[nodiscard]] std::optional<Finding> transform_points();
    void cut_if_needed();
    void orient_rings();

    geo::CrsTransform transform_;
    std::string map_name_;
    bool is_in_degrees_{}, is_web_mercator_{};

    std::vector<geo::SourcePoint> points_;  // of the parts that are taken
    std::vector<bool> is_hole_;             // of each part
    std::vector<RawPart> parts_;
    geo::Geometry geometry_;
    std::vector<Finding> notes_;
};

}  // namespace jinsha::io
