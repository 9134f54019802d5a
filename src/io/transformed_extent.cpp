#include "io/transformed_extent.hpp"

#include <cmath>

namespace jinsha::io {

geo::Envelope transformed_extent(const geo::Envelope& box, const geo::CrsTransform& transform) {
    constexpr int kSteps = 8;
    geo::Envelope result;
    if (box.is_empty()) return result;
    for (int i = 0; i <= kSteps; ++i) {
        const double x = box.min_x + box.width() * i / kSteps;
        const double y = box.min_y + box.height() * i / kSteps;
        for (const geo::SourcePoint p :
             {geo::SourcePoint{x, box.min_y}, {x, box.max_y}, {box.min_x, y}, {box.max_x, y}}) {
            const geo::MapPoint there = transform.to_map(p);
            if (std::isfinite(there.x) && std::isfinite(there.y)) result.extend(there);
        }
    }
    return result;
}

}  // namespace jinsha::io
