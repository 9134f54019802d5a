#pragma once

#include "error/error.hpp"
#include "geo/crs.hpp"
#include "geo/points.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace jinsha::geo {

/// From a source's CRS to the map CRS and back. x is easting or longitude, y northing or latitude (degrees),
/// whatever axis order the authority defines. One per thread, as a PROJ context belongs to one thread.
class CrsTransform {
public:
    [[nodiscard]] static Result<CrsTransform> between(const Crs& source, const Crs& map);
    CrsTransform(CrsTransform&&) noexcept;
    CrsTransform& operator=(CrsTransform&&) noexcept;
    ~CrsTransform();

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
