#include "print/signs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::print {
namespace {

TEST(ScaleBarPlan, HasThreeToFiveRoundStepsThatFit) {
    for (double metres_per_px = 0.001; metres_per_px < 1e5; metres_per_px *= 1.07) {
        const ScaleBarPlan bar = plan_scale_bar(metres_per_px, 150);
        EXPECT_GE(bar.steps, 3);
        EXPECT_LE(bar.steps, 5);
        const double length = bar.steps * bar.step_metres / metres_per_px;
        EXPECT_LE(length, 150 * (1 + 1e-9));
        EXPECT_GE(length, 150 * 0.6);
        const double digit = bar.step_metres / std::pow(10, std::floor(std::log10(bar.step_metres) + 1e-9));
        EXPECT_TRUE(std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9)
            << digit;
    }
}

TEST(ScaleBarPlan, CountsInKilometresFromOneOn) {
    const ScaleBarPlan bar = plan_scale_bar(50'000 * 0.0254 / 96, 180);  // 1:50 000, 47.6 mm
    EXPECT_EQ(bar, (ScaleBarPlan{500, 4, true}));
    EXPECT_EQ(bar.label(1), "0.5");
    EXPECT_EQ(bar.label(4), "2");
    EXPECT_EQ(plan_scale_bar(1, 500), (ScaleBarPlan{100, 5, false}));
    EXPECT_EQ(plan_scale_bar(1, 500).label(5), "500");
}

TEST(ScaleBarPlan, IsNothingWithoutAScale) {
    EXPECT_EQ(plan_scale_bar(0, 100), ScaleBarPlan{});
    EXPECT_EQ(plan_scale_bar(1, 0), ScaleBarPlan{});
    EXPECT_EQ(plan_scale_bar(std::nan(""), 100), ScaleBarPlan{});
}

}  // namespace
}  // namespace jinsha::print
