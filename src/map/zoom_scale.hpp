#pragma once

#include <cassert>
#include <cmath>
#include <numbers>

namespace jinsha::map {

/// Between the style's zoom and the map's scale: at zoom z one CSS pixel is cos φ · 40 075 016.686 / (512 ·
/// 2^z) ground metres, φ fixed for a document. In EPSG:3857 the factor cos φ is left out, as its metres are
/// stretched by it.
class ZoomScale {
public:
    /// @param latitude_deg  φ; 0 for EPSG:3857
    /// @param unit_metres   metres in one unit of the map CRS, > 0
    ZoomScale(double latitude_deg, double unit_metres)
        : units_per_px_at_0_{std::cos(latitude_deg * std::numbers::pi / 180) * 40'075'016.686 / 512 /
                             unit_metres} {
        assert(units_per_px_at_0_ > 0);
    }
    /// Map units that one CSS pixel covers.
    [[nodiscard]] double units_per_px(double zoom) const noexcept {
        return units_per_px_at_0_ * std::exp2(-zoom);
    }
    [[nodiscard]] double zoom(double units_per_px) const noexcept {
        return std::log2(units_per_px_at_0_ / units_per_px);
    }
    bool operator==(const ZoomScale&) const = default;

private:
    double units_per_px_at_0_;
};

}  // namespace jinsha::map
