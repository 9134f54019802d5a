#pragma once

#include <geos_c.h>

#include <memory>
#include <span>

namespace jinsha::geo {

// Owners of what GEOS makes. A context belongs to one thread at a time.

using GeosContext = std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)>;

[[nodiscard]] inline GeosContext make_geos_context() {
    return {GEOS_init_r(), &GEOS_finish_r};
}

/// Destroys a geometry with the context it was made in.
struct GeosGeometryDeleter {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(context, geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosGeometryDeleter>;

/// The caller owns it. `Point`: with x and y.
template <class Point>
[[nodiscard]] GEOSCoordSequence* make_geos_sequence(GEOSContextHandle_t context,
                                                    std::span<const Point> points) {
    GEOSCoordSequence* const sequence =
        GEOSCoordSeq_create_r(context, static_cast<unsigned>(points.size()), 2);
    for (std::size_t i = 0; i < points.size(); ++i)
        GEOSCoordSeq_setXY_r(context, sequence, static_cast<unsigned>(i), points[i].x, points[i].y);
    return sequence;
}

}  // namespace jinsha::geo
