#include "geo/clip.hpp"

#include "geo/distance.hpp"
#include "geo/simplify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace jinsha::geo {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Points = std::vector<MapPoint>;

constexpr Envelope kBox{0, 0, 10, 10};

Points clipped(const Points& ring) {
    Points out;
    clip_ring(ring, kBox, out);
    return out;
}

Points trimmed(const Points& ring) {
    Points out;
    trim_ring(ring, kBox, out);
    return out;
}

LinePieces clipped_line(const Points& line) {
    LinePieces out;
    clip_line(line, kBox, out);
    return out;
}

LinePieces trimmed_line(const Points& line) {
    LinePieces out;
    trim_line(line, kBox, out);
    return out;
}

/// A closed star with many points in and around the box.
Points random_ring(unsigned seed) {
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> radius{0.5, 25};
    Points ring;
    for (int i = 0; i < 60; ++i) {
        const double angle = 2 * std::numbers::pi * i / 60, r = radius(random);
        ring.push_back({3 + r * std::cos(angle), 4 + r * std::sin(angle)});
    }
    ring.push_back(MapPoint{ring.front()});
    return ring;
}

bool fills(const Points& ring, MapPoint p) {
    const std::vector<std::uint32_t> ends{static_cast<std::uint32_t>(ring.size())};
    return !ring.empty() && contains({GeometryType::Polygon, ring, ends}, p);
}

TEST(ClipRing, KeepsARingInside) {
    const Points ring{{1, 1}, {9, 1}, {9, 9}, {1, 1}};
    EXPECT_EQ(signed_area(clipped(ring)), signed_area(ring));
}

TEST(ClipRing, CutsAtTheEdges) {
    const Points out = clipped({{5, 5}, {15, 5}, {15, 15}, {5, 15}, {5, 5}});
    EXPECT_EQ(signed_area(out), 25);
    EXPECT_EQ(out.front(), out.back());
}

TEST(ClipRing, GivesTheBoxForARingAroundIt) {
    EXPECT_EQ(signed_area(clipped({{-5, -5}, {15, -5}, {15, 15}, {-5, 15}, {-5, -5}})), 100);
}

TEST(ClipRing, GivesNothingForARingBeside) {
    EXPECT_THAT(clipped({{20, 0}, {30, 0}, {30, 10}, {20, 0}}), IsEmpty());
    EXPECT_THAT(clipped({}), IsEmpty());
}

TEST(TrimRing, FillsTheSameInsideTheBox) {
    std::mt19937 random{7};
    std::uniform_real_distribution<double> inside{0, 10};
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Points ring = random_ring(seed), out = trimmed(ring), cut = clipped(ring);
        for (int i = 0; i < 50; ++i) {
            const MapPoint p{inside(random), inside(random)};
            ASSERT_EQ(fills(out, p), fills(ring, p)) << seed;
            ASSERT_EQ(fills(cut, p), fills(ring, p)) << seed;
        }
    }
}

TEST(TrimRing, KeepsOnlyVerticesOfTheOriginal) {
    const Points ring = random_ring(3), out = trimmed(ring);
    EXPECT_LT(out.size(), ring.size());
    for (const MapPoint& p : out) EXPECT_THAT(ring, ::testing::Contains(p));
    EXPECT_EQ(out.front(), out.back());
}

TEST(TrimRing, GivesNothingForARingBeyondOneSide) {
    EXPECT_THAT(trimmed({{20, 0}, {30, 0}, {30, 10}, {20, 0}}), IsEmpty());
}

TEST(ClipLine, CutsAndSaysHowFarAlongEachPieceBegins) {
    const LinePieces out = clipped_line({{-5, 5}, {15, 5}, {15, 8}, {-5, 8}});
    ASSERT_THAT(out.part_ends, ElementsAre(2U, 4U));
    EXPECT_THAT(out.points, ElementsAre(MapPoint{0, 5}, MapPoint{10, 5}, MapPoint{10, 8}, MapPoint{0, 8}));
    EXPECT_THAT(out.starts, ElementsAre(DoubleEq(5), DoubleEq(20 + 3 + 5)));
}

TEST(ClipLine, KeepsALineInsideInOnePiece) {
    const LinePieces out = clipped_line({{1, 1}, {2, 2}, {2, 2}, {3, 1}});
    EXPECT_THAT(out.part_ends, SizeIs(1));
    EXPECT_THAT(out.starts, ElementsAre(0));
}

TEST(ClipLine, LeavesOutWhatOnlyTouchesACorner) {
    EXPECT_THAT(clipped_line({{-1, 1}, {1, -1}}).part_ends, IsEmpty());
    EXPECT_THAT(clipped_line({{-1, 1}, {0, 0}, {-1, -1}}).part_ends, IsEmpty());
    EXPECT_THAT(clipped_line({{20, 20}, {30, 30}}).part_ends, IsEmpty());
    EXPECT_THAT(clipped_line({{5, 5}}).part_ends, IsEmpty());
}

TEST(ClipLine, AppendsToWhatIsThere) {
    LinePieces out;
    clip_line(Points{{1, 1}, {2, 1}}, kBox, out);
    clip_line(Points{{1, 3}, {2, 3}}, kBox, out);
    EXPECT_THAT(out.part_ends, ElementsAre(2U, 4U));
    EXPECT_THAT(out.starts, ElementsAre(0, 0));
}

TEST(TrimLine, KeepsWholeSegmentsThatMayMeetTheBox) {
    const LinePieces out = trimmed_line({{-20, 5}, {-10, 5}, {5, 5}, {20, 5}, {30, 5}, {30, 20}, {5, 9}});
    ASSERT_THAT(out.part_ends, ElementsAre(3U, 5U));
    EXPECT_THAT(out.points, ElementsAre(MapPoint{-10, 5}, MapPoint{5, 5}, MapPoint{20, 5}, MapPoint{30, 20},
                                        MapPoint{5, 9}));
    EXPECT_THAT(out.starts, ElementsAre(DoubleEq(10), DoubleEq(65)));
}

}  // namespace
}  // namespace jinsha::geo
