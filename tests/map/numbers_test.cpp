#include "map/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace jinsha::map {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

TEST(Numbers, GroupDigitsByThinSpacesFromTenThousandOn) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(9999), "9999");
    EXPECT_EQ(grouped(42000), "42\u2009000");
    EXPECT_EQ(grouped(12345678), "12\u2009345\u2009678");
    EXPECT_EQ(grouped(-42000), "−42\u2009000");
}

TEST(DegreesMinutesSeconds, StartWithTheLatitude) {
    EXPECT_EQ(degrees_minutes_seconds({101.60417, 26.59028}), "26°35′25″N 101°36′15″E");
}

TEST(DegreesMinutesSeconds, CarryARoundedMinute) {
    EXPECT_EQ(degrees_minutes_seconds({0.99999, 59.99999}), "60°00′00″N 1°00′00″E");
}

TEST(DegreesMinutesSeconds, NameTheOtherHemispheres) {
    EXPECT_EQ(degrees_minutes_seconds({-0.5, -33.25}), "33°15′00″S 0°30′00″W");
}

TEST(DecimalDegrees, HaveFourToFiveDecimals) {
    EXPECT_EQ(decimal_degrees({101.6042, 26.59}), "101.6042, 26.5900");
    EXPECT_EQ(decimal_degrees({101.604207, 26.590214}), "101.60421, 26.59021");
    EXPECT_EQ(decimal_degrees({101.60419999999, 26.5902}), "101.6042, 26.5902");
    EXPECT_EQ(decimal_degrees({101.47475, 26.6385}), "101.47475, 26.63850");
}

TEST(Numbers, WriteAsManyDecimalsOfASecondAsAPixelCanTell) {
    const geo::LonLat at{101.604171, 26.590281};
    EXPECT_EQ(degrees_minutes_seconds(at, 38), "26°35′25″N 101°36′15″E");
    EXPECT_EQ(degrees_minutes_seconds(at, 5), "26°35′25.0″N 101°36′15.0″E");
    EXPECT_EQ(degrees_minutes_seconds(at, 0.03), "26°35′25.012″N 101°36′15.016″E");
    EXPECT_EQ(degrees_minutes_seconds({0.99999999, 59.99999999}, 0.4), "60°00′00.00″N 1°00′00.00″E");
}

TEST(MapCoordinates, HaveTheDecimalsThatAPixelTells) {
    EXPECT_EQ(map_coordinates({460123.456, 2942310.321}, 11), "460123, 2942310");
    EXPECT_EQ(map_coordinates({460123.456, 2942310.321}, 0.5), "460123.5, 2942310.3");
    EXPECT_EQ(map_coordinates({460123.456, 2942310.321}, 1e-9), "460123.456, 2942310.321");
    EXPECT_EQ(map_coordinates({-0.2, 0.2}, 1), "0, 0");
}

TEST(ScaleRatio, IsRoundedToThreeDigits) {
    EXPECT_EQ(scale_ratio(42034), "1:42\u2009000");
    EXPECT_EQ(scale_ratio(999.6), "1:1000");
    EXPECT_EQ(scale_ratio(25), "1:25");
    EXPECT_EQ(scale_ratio(0), "");
    EXPECT_EQ(scale_ratio(kNaN), "");
}

TEST(Length, IsInMetresBelowAKilometre) {
    EXPECT_EQ(length(500), "500 m");
    EXPECT_EQ(length(0.5), "0.5 m");
    EXPECT_EQ(length(2000), "2 km");
    EXPECT_EQ(length(1500), "1.5 km");
    EXPECT_EQ(length(999.9), "1 km");
    EXPECT_EQ(length(12'000'000), "12\u2009000 km");
}

TEST(Numbers, WriteADashForWhatIsNoNumber) {
    EXPECT_EQ(grouped(kNaN), "–");
    EXPECT_EQ(degrees_minutes_seconds({kNaN, 1}), "–");
    EXPECT_EQ(decimal_degrees({1, kNaN}), "–");
    EXPECT_EQ(map_coordinates({HUGE_VAL, 1}, 1), "–");
    EXPECT_EQ(zoom_level(kNaN), "–");
    EXPECT_EQ(length(HUGE_VAL), "–");
}

TEST(ScaleBar, IsTheLongestRoundOneThatFits) {
    EXPECT_EQ(scale_bar(11.1, 120), (ScaleBar{1000, 1000 / 11.1, 5}));
    EXPECT_EQ(scale_bar(17, 120), (ScaleBar{2000, 2000 / 17.0, 4}));
    EXPECT_EQ(scale_bar(0.5, 120), (ScaleBar{50, 100, 5}));
}

TEST(ScaleBar, NeverExceedsItsWidthNorFallsBelowTwoFifths) {
    for (double metres_per_px = 1e-3; metres_per_px < 1e6; metres_per_px *= 1.07) {
        const ScaleBar bar = scale_bar(metres_per_px, 120);
        EXPECT_LE(bar.width_px, 120 * (1 + 1e-9));
        EXPECT_GE(bar.width_px, 48 * (1 - 1e-9));
    }
}

TEST(ScaleBar, IsNothingWithoutAScale) {
    EXPECT_EQ(scale_bar(0, 120), ScaleBar{});
    EXPECT_EQ(scale_bar(kNaN, 120), ScaleBar{});
    EXPECT_EQ(scale_bar(HUGE_VAL, 120), ScaleBar{});
}

}  // namespace
}  // namespace jinsha::map
