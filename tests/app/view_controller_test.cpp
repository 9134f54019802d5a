#include "app/view_controller.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::app {
namespace {

/// One map unit a pixel at zoom 10, grid from (0, 0), a window of 800 × 600.
class ViewControllerTest : public testing::Test {
protected:
    static ViewRules rules() {
        ViewRules rules;
        rules.grid_origin = {0, 0};
        const double at_zero = map::ZoomScale{0, 1}.units_per_px(10);
        rules.scale = map::ZoomScale{0, 1 * at_zero};
        rules.min_units_per_pixel = 1.0 / 64;
        rules.max_units_per_pixel = 64;
        rules.center_bounds = {-10'000, -10'000, 10'000, 10'000};
        return rules;
    }
    [[nodiscard]] double zoom() const {
        return controller_.rules().scale.zoom(controller_.rest().units_per_pixel());
    }
    /// Drags by 10 px to the right every 10 ms, from the time 1 on.
    double drag(int steps) {
        for (int i = 0; i < steps; ++i) controller_.pan_by(10, 0, 1 + 0.01 * i);
        return 1 + 0.01 * steps;
    }
    void finish() { controller_.advance(1000); }

    ViewController controller_{map::View{{100.3, 50.2}, 1, {800, 600}}, rules()};
};

TEST_F(ViewControllerTest, BeginsOnWholePixelsOfTheGrid) {
    EXPECT_EQ(controller_.view().center(), (geo::MapPoint{100, 50}));
    EXPECT_FALSE(controller_.is_moving());
}

TEST_F(ViewControllerTest, ADragMovesAtOnceAndStaysOnTheGrid) {
    controller_.pan_by(7, -3, 0);
    EXPECT_FALSE(controller_.is_moving());
    EXPECT_EQ(controller_.view().center(), (geo::MapPoint{93, 47}));
    EXPECT_EQ(controller_.rest(), controller_.view());
}

TEST_F(ViewControllerTest, TheCentreStaysInTheMap) {
    controller_.pan_by(1e6, 1e6, 0);
    EXPECT_EQ(controller_.view().center(), (geo::MapPoint{-10'000, 10'000}));
}

TEST_F(ViewControllerTest, AZoomKeepsThePlaceUnderThePointer) {
    const geo::ScreenPoint pointer{200, 150};
    const geo::MapPoint place = controller_.view().to_map(pointer);
    controller_.zoom_by(0.5, pointer, 1.0);
    for (double now = 1.0; now < 1.3; now += 0.03) {
        controller_.advance(now);
        const auto at = controller_.view().to_screen(place);
        EXPECT_NEAR(at.x, pointer.x, 1) << now;  // the rest is snapped to the grid, by less than a pixel
        EXPECT_NEAR(at.y, pointer.y, 1) << now;
    }
    EXPECT_FALSE(controller_.is_moving());
}

TEST_F(ViewControllerTest, AZoomRestsAtAMultipleOfAQuarter) {
    controller_.zoom_by(0.5, std::nullopt, 0);
    EXPECT_DOUBLE_EQ(zoom(), 10.5);
    finish();
    EXPECT_EQ(controller_.view(), controller_.rest());
}

TEST_F(ViewControllerTest, NotchesAddUpWhileTheViewMoves) {
    controller_.zoom_by(0.5, std::nullopt, 0);
    controller_.advance(0.05);
    controller_.zoom_by(0.5, std::nullopt, 0.05);
    EXPECT_DOUBLE_EQ(zoom(), 11);
}

TEST_F(ViewControllerTest, TheRestIsKnownWhenTheMotionBegins) {
    controller_.zoom_by(1, geo::ScreenPoint{0, 0}, 0);
    const map::View rest = controller_.rest();
    EXPECT_NE(controller_.view(), rest);
    finish();
    EXPECT_EQ(controller_.view(), rest);
}

TEST_F(ViewControllerTest, ThereAndBackAgainShowsTheSamePictures) {
    const double before = controller_.rest().units_per_pixel();
    controller_.zoom_by(1, std::nullopt, 0);
    finish();
    controller_.zoom_by(-1, std::nullopt, 0);
    EXPECT_EQ(controller_.rest().units_per_pixel(), before);  // to the last bit: scales name tiles
}

TEST_F(ViewControllerTest, ZoomEndsAtItsLimits) {
    for (int i = 0; i < 40; ++i) controller_.zoom_by(1, std::nullopt, 0);
    EXPECT_EQ(controller_.rest().units_per_pixel(), 1.0 / 64);
    for (int i = 0; i < 40; ++i) controller_.zoom_by(-1, std::nullopt, 0);
    EXPECT_EQ(controller_.rest().units_per_pixel(), 64);
}

TEST_F(ViewControllerTest, AZoomAtItsLimitMovesNothing) {
    for (int i = 0; i < 40; ++i) controller_.zoom_by(1, std::nullopt, 0);
    finish();
    const map::View before = controller_.view();
    controller_.zoom_by(1, geo::ScreenPoint{10, 10}, 2000);
    EXPECT_EQ(controller_.rest(), before);
    EXPECT_FALSE(controller_.is_moving());
}

TEST_F(ViewControllerTest, KeysThatRepeatAddUp) {
    controller_.glide_by(-96, 0, 0);
    controller_.advance(0.03);
    controller_.glide_by(-96, 0, 0.03);
    EXPECT_EQ(controller_.rest().center(), (geo::MapPoint{292, 50}));
}

TEST_F(ViewControllerTest, AGlideMovesByWholePixels) {
    controller_.glide_by(-96, 33, 0);
    for (double now = 0; now < 0.2; now += 0.013) {
        controller_.advance(now);
        EXPECT_EQ(controller_.view(), controller_.view().snapped({0, 0}));
    }
}

TEST_F(ViewControllerTest, ADragDuringAZoomShiftsBoth) {
    controller_.zoom_by(1, std::nullopt, 0);
    controller_.advance(0.09);
    const auto place = controller_.view().to_map(geo::ScreenPoint{400, 300});
    controller_.pan_by(20, 10, 0.1);
    const auto at = controller_.view().to_screen(place);
    EXPECT_NEAR(at.x, 420, 1e-9);
    EXPECT_NEAR(at.y, 310, 1e-9);
    EXPECT_TRUE(controller_.is_moving());
    EXPECT_DOUBLE_EQ(zoom(), 11);
}

TEST_F(ViewControllerTest, AMapThatIsThrownGlidesOnAndRestsOnTheGrid) {
    const double released = drag(10);
    const double before = controller_.view().center().x;
    controller_.let_go(released);
    EXPECT_TRUE(controller_.is_moving());
    controller_.advance(released + 0.1);
    EXPECT_LT(controller_.view().center().x, before - 20);
    EXPECT_EQ(controller_.view(), controller_.view().snapped({0, 0}));
    finish();
    EXPECT_FALSE(controller_.is_moving());
    // 1,000 px a second and a friction of 0.18 s, but for the first and last step of the drag.
    EXPECT_NEAR(controller_.view().center().x, before - 180, 20);
}

TEST_F(ViewControllerTest, AHandThatRestsBeforeItLetsGoThrowsNothing) {
    const double released = drag(10);
    controller_.let_go(released + 0.2);
    EXPECT_FALSE(controller_.is_moving());
}

TEST_F(ViewControllerTest, AHandLaidOnTheMapStopsAThrow) {
    const double released = drag(10);
    controller_.let_go(released);
    controller_.advance(released + 0.1);
    const map::View there = controller_.view();
    controller_.hold(released + 0.1);
    EXPECT_FALSE(controller_.is_moving());
    EXPECT_EQ(controller_.rest(), there);
}

TEST_F(ViewControllerTest, AFlightThatIsStoppedRestsAtAQuarterOfAZoomNearby) {
    controller_.fly_to(map::View{{5000, 3000}, 0.3, {800, 600}}, 0);
    controller_.advance(0.3);
    const map::View there = controller_.view();
    controller_.hold(0.3);
    finish();
    EXPECT_DOUBLE_EQ(zoom() * 4, std::round(zoom() * 4));
    EXPECT_NEAR(controller_.view().center().x, there.center().x, 1);
    EXPECT_NEAR(std::log2(controller_.view().units_per_pixel() / there.units_per_pixel()), 0, 0.25);
}

TEST_F(ViewControllerTest, AWheelDuringAFlightZoomsFromWhereItIs) {
    controller_.fly_to(map::View{{5000, 3000}, 1.0 / 64, {800, 600}}, 0);
    controller_.advance(0.2);
    const double now = controller_.view().units_per_pixel();
    controller_.zoom_by(0.5, std::nullopt, 0.2);
    EXPECT_NEAR(std::log2(now / controller_.rest().units_per_pixel()), 0.5, 0.26);
}

TEST_F(ViewControllerTest, WithReducedMotionTheViewIsAtOnceWhereItRests) {
    controller_.set_reduced_motion(true);
    controller_.zoom_by(1, std::nullopt, 0);
    EXPECT_FALSE(controller_.is_moving());
    controller_.fly_to(map::View{{5000, 3000}, 0.5, {800, 600}}, 0);
    EXPECT_FALSE(controller_.is_moving());
    EXPECT_EQ(controller_.view().center(), (geo::MapPoint{5000, 3000}));
    controller_.let_go(drag(10));
    EXPECT_FALSE(controller_.is_moving());
}

TEST_F(ViewControllerTest, AHeldKeyKeepsHomeInSight) {
    ViewRules strict = rules();
    strict.home = {0, 0, 200, 100};
    controller_ = ViewController{map::View{{100, 50}, 1, {800, 600}}, strict};
    for (int i = 0; i < 100; ++i) controller_.glide_by(-384, 0, 0.03 * i);
    EXPECT_TRUE(controller_.rest().extent().contains(geo::MapPoint{200, 50}));
    EXPECT_EQ(controller_.rest().center().x, 200 + 0.35 * 800);
}

TEST_F(ViewControllerTest, AZoomBoxFillsTheWindow) {
    const auto corner = controller_.view().to_map(geo::ScreenPoint{300, 200});
    controller_.zoom_to_box({300, 200, 500, 350}, 0);
    finish();
    const auto at = controller_.view().to_screen(corner);
    EXPECT_NEAR(at.x, 0, 1);
    EXPECT_NEAR(at.y, 0, 1);
    EXPECT_DOUBLE_EQ(controller_.view().units_per_pixel(), 0.25);
}

TEST_F(ViewControllerTest, AResizeKeepsCentreAndScale) {
    controller_.resize({1000, 700});
    EXPECT_EQ(controller_.view().center(), (geo::MapPoint{100, 50}));
    EXPECT_EQ(controller_.view().units_per_pixel(), 1);
    EXPECT_EQ(controller_.view().window(), (map::ScreenSize{1000, 700}));
}

TEST_F(ViewControllerTest, AResizeDuringAMotionLetsItGoOn) {
    controller_.zoom_by(1, std::nullopt, 0);
    controller_.advance(0.09);
    controller_.resize({1000, 700});
    EXPECT_TRUE(controller_.is_moving());
    finish();
    EXPECT_EQ(controller_.view().window(), (map::ScreenSize{1000, 700}));
    EXPECT_DOUBLE_EQ(zoom(), 11);
}

}  // namespace
}  // namespace jinsha::app
