#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "geo/points.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace jinsha::geo {

/// From a source's CRS to the map CRS and back. x is easting or longitude, y northing or latitude (degrees),
/// whatever axis order the authority defines. One per thread, as a PROJ context belongs to one thread; it may
/// be made in one thread and moved to another. WGS 84 and CGCS2000 are taken as the same datum (they agree
/// within centimetres); between other datums PROJ's best operation for the area of the map CRS is used. Never
/// asks the network.
class CrsTransform {
public:
    [[nodiscard]] static Result<CrsTransform> between(const Crs& source, const Crs& map);
    CrsTransform(CrsTransform&&) noexcept;
    CrsTransform& operator=(CrsTransform&&) noexcept;
    ~CrsTransform();
    /// The same for another thread, at a fraction of the cost of `between`.
    [[nodiscard]] CrsTransform clone() const;

    /// What the user should know of this transform, "" mostly: "no transformation from Beijing 1954 to China
    /// 2000 is known: positions may be off by hundreds of metres".
    [[nodiscard]] const std::string& caution() const noexcept;

    /// Needs in.size() == out.size(); both may be the same memory. Points PROJ cannot transform become NaN;
    /// returns how many of those there are.
    [[nodiscard]] std::size_t to_map(std::span<const SourcePoint> in, std::span<MapPoint> out) const;
    [[nodiscard]] std::size_t to_source(std::span<const MapPoint> in, std::span<SourcePoint> out) const;
    /// One point; NaN when it cannot be transformed.
    [[nodiscard]] MapPoint to_map(SourcePoint p) const;
    [[nodiscard]] SourcePoint to_source(MapPoint p) const;

private:
    struct Proj;
    explicit CrsTransform(std::unique_ptr<Proj> proj);
    std::unique_ptr<Proj> proj_;
};

}  // namespace jinsha::geo
