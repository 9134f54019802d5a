#include "map/zoom_scale.hpp"

#include <gtest/gtest.h>

namespace jinsha::map {
namespace {

// The style specification's tile is 512 px wide and the world 40 075 016.686 m at the equator.
TEST(ZoomScale, ShowsTheWorldIn512PixelsAtZoomZero) {
    EXPECT_DOUBLE_EQ((ZoomScale{0, 1}.units_per_px(0) * 512), 40'075'016.686);
}

TEST(ZoomScale, HalvesThePixelWithEveryLevel) {
    const ZoomScale scale{26.6, 1};
    EXPECT_DOUBLE_EQ(scale.units_per_px(13), scale.units_per_px(12) / 2);
}

TEST(ZoomScale, ShrinksWithTheCosineOfTheLatitude) {
    EXPECT_NEAR((ZoomScale{60, 1}.units_per_px(3)), (ZoomScale{0, 1}.units_per_px(4)), 1e-9);
}

TEST(ZoomScale, ComesBackFromScaleToZoom) {
    const ZoomScale scale{26.6, 1};
    EXPECT_NEAR(scale.zoom(scale.units_per_px(12.25)), 12.25, 1e-12);
}

TEST(ZoomScale, CountsInUnitsOfTheCrs) {
    EXPECT_NEAR((ZoomScale{0, 0.3048}.units_per_px(5) * 0.3048), (ZoomScale{0, 1}.units_per_px(5)), 1e-9);
}

}  // namespace
}  // namespace jinsha::map
