#include "symbol/badge_drawing.hpp"

#include "symbol/pixels.hpp"
#include "symbol/render.hpp"

#include <gtest/gtest.h>

namespace jinsha::symbol {
namespace {

constexpr Rgb kColor{0x1F, 0x73, 0x99};
constexpr double kScale = 4;
constexpr double kRing = 13.6 * kScale;  // radius of the ring's middle line, pixels

image::Image drawn(Phase phase, bool is_inferred = false) {
    auto picture = render(BadgeDrawing{{kColor, nullptr, phase, is_inferred}}, kScale);
    EXPECT_TRUE(picture) << picture.error().message();
    return *picture;
}

/// The share of the ring that has the badge's colour.
double ring_share(const image::Image& picture) {
    int colored = 0;
    for (int angle = 0; angle < 360; ++angle)
        colored += is_near(pixel_around(picture, angle, kRing).color, kColor);
    return colored / 360.0;
}

/// How often the ring begins anew on the way around.
int arc_count(const image::Image& picture) {
    int count = 0;
    for (int angle = 0; angle < 360; ++angle) {
        const bool before = is_near(pixel_around(picture, angle - 1, kRing).color, kColor, 90);
        count += !before && is_near(pixel_around(picture, angle, kRing).color, kColor, 90);
    }
    return count;
}

TEST(BadgeDrawing, IsADiscInTheColorOfItsThemeWithAWhiteEdge) {
    const image::Image picture = drawn(Phase::Completed);
    for (const double angle : {0, 90, 180, 270, 45}) {
        EXPECT_TRUE(is_near(pixel_around(picture, angle, 9 * kScale).color, kColor)) << angle;
        EXPECT_EQ(pixel_around(picture, angle, 12.1 * kScale).color, kWhite) << angle;
    }
}

TEST(BadgeDrawing, Measures30PixelsAndAShadow) {
    const BadgeDrawing badge{{kColor, nullptr, Phase::Completed, false}};
    EXPECT_EQ(badge.size(), (IconSize{30, 30}));
    EXPECT_EQ(render(badge, 1)->width_px(), 35);
}

TEST(BadgeDrawing, HasAFullRingWhenCompleted) {
    EXPECT_DOUBLE_EQ(ring_share(drawn(Phase::Completed)), 1);
}

TEST(BadgeDrawing, HasThreeQuartersOfARingWhenOngoing) {
    const image::Image picture = drawn(Phase::Ongoing);
    EXPECT_NEAR(ring_share(picture), 0.75, 0.02);
    EXPECT_EQ(arc_count(picture), 1);
    for (const double angle : {45, 135, 225})
        EXPECT_TRUE(is_near(pixel_around(picture, angle, kRing).color, kColor)) << angle;
    EXPECT_EQ(pixel_around(picture, 315, kRing).color, kWhite);
}

TEST(BadgeDrawing, HasADashedRingWhenPlanned) {
    const image::Image picture = drawn(Phase::Planned);
    EXPECT_NEAR(ring_share(picture), 0.5, 0.06);
    EXPECT_EQ(arc_count(picture), 12);
}

TEST(BadgeDrawing, HasNoRingWhenThePhaseIsUnknown) {
    const image::Image picture = drawn(Phase::Unknown);
    EXPECT_DOUBLE_EQ(ring_share(picture), 0);
    EXPECT_LT(pixel_around(picture, 0, 14.5 * kScale).alpha, 128);
}

TEST(BadgeDrawing, TellsThePhasesApartAtTheSizeOfTheMap) {
    const auto at_size_1 = [](Phase phase) {
        return *render(BadgeDrawing{{kColor, nullptr, phase, false}}, 1);
    };
    EXPECT_NE(at_size_1(Phase::Completed), at_size_1(Phase::Ongoing));
    EXPECT_NE(at_size_1(Phase::Ongoing), at_size_1(Phase::Planned));
}

TEST(BadgeDrawing, HasALighterEdgeWhenThePositionIsInferred) {
    const Rgb known = pixel_around(drawn(Phase::Completed), 0, 12.1 * kScale).color;
    const Rgb inferred = pixel_around(drawn(Phase::Completed, true), 0, 12.1 * kScale).color;
    EXPECT_LT(inferred.r, known.r - 20);  // some of the badge's blue
    EXPECT_GT(inferred.r, known.r - 80);  // but still an edge
    EXPECT_EQ(ink(drawn(Phase::Completed)), ink(drawn(Phase::Completed, true)));
}

TEST(BadgeDrawing, CastsAShadowThatIsSoftAndFallsDown) {
    const image::Image picture = drawn(Phase::Completed);
    const int below = pixel_around(picture, 180, 15.6 * kScale).alpha;
    EXPECT_GT(below, pixel_around(picture, 0, 15.6 * kScale).alpha);
    EXPECT_LT(below, 90);
    EXPECT_EQ(pixel_around(picture, 315, 20 * kScale).alpha, 0);
    EXPECT_LT(pixel_around(picture, 180, 17.2 * kScale).alpha, 8);  // nothing is cut off at the border
}

TEST(BadgeDrawing, HasADotWithoutAnIcon) {
    EXPECT_EQ(pixel_around(drawn(Phase::Completed), 0, 0).color, kWhite);
    EXPECT_EQ(pixel_around(drawn(Phase::Completed), 90, 5 * kScale).color, kColor);
}

TEST(Phase, IsReadFromItsId) {
    EXPECT_EQ(phase_of("planned"), Phase::Planned);
    EXPECT_EQ(phase_of("ongoing"), Phase::Ongoing);
    EXPECT_EQ(phase_of("completed"), Phase::Completed);
    EXPECT_EQ(phase_of("Planned "), Phase::Unknown);
    EXPECT_EQ(phase_of(""), Phase::Unknown);
}

}  // namespace
}  // namespace jinsha::symbol
