#pragma once

#include <cstdint>
#include <vector>

namespace jinsha::ui {

/// Coverage of the shadow that a panel with round corners casts, small enough to be stretched: the corners
/// are whole, of the edges there is one row of pixels. Square, `side_px` each way, rows from the top.
struct ShadowPicture {
    int side_px{};
    int corner_px{};  // of each corner: the shadow's reach outside the panel and its fade inside
    std::vector<std::uint8_t> coverage;
};

/// `reach_px`: how far the shadow reaches out of the panel, where it is practically gone; `radius_px`: of the
/// panel's corners. Both >= 1. Gaussian, its deviation a third of the reach.
[[nodiscard]] ShadowPicture make_shadow(int reach_px, int radius_px);

}  // namespace jinsha::ui
