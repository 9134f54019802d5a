#include "geo/simplify.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace jinsha::geo {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Points = std::vector<MapPoint>;

constexpr CellGrid kUnitCells{{0, 0}, 1};

Points line(const Points& points, const CellGrid& grid = kUnitCells) {
    Points out;
    simplify_line(points, grid, out);
    return out;
}

Points ring(const Points& points, const CellGrid& grid = kUnitCells) {
    Points out;
    simplify_ring(points, grid, out);
    return out;
}

TEST(SimplifyLine, KeepsOnePointOfEachRunInACell) {
    EXPECT_THAT(line({{0.5, 0.5}, {1.1, 0.1}, {1.4, 0.5}, {1.9, 0.9}, {2.5, 0.5}, {3.5, 0.5}}),
                ElementsAre(MapPoint{0.5, 0.5}, MapPoint{1.4, 0.5}, MapPoint{2.5, 0.5}, MapPoint{3.5, 0.5}));
}

TEST(SimplifyLine, KeepsTheSamePointsInBothDirections) {
    Points there;
    for (int i = 0; i < 500; ++i) there.push_back({i * 0.07, 3 * std::sin(i * 0.05)});
    Points back{there.rbegin(), there.rend()};
    Points simplified_there = line(there), simplified_back = line(back);
    std::reverse(simplified_back.begin(), simplified_back.end());
    EXPECT_EQ(simplified_there, simplified_back);
    EXPECT_LT(simplified_there.size(), there.size() / 4);
}

TEST(SimplifyLine, MovesWithTheGridAsAWhole) {
    Points here, there;
    for (int i = 0; i < 100; ++i) {
        here.push_back({i * 0.25, i * 0.125});
        there.push_back({i * 0.25 + 4096, i * 0.125 - 512});
    }
    Points moved = line(there, {{4096, -512}, 1});
    for (MapPoint& p : moved) p = {p.x - 4096, p.y + 512};
    EXPECT_EQ(moved, line(here));
}

TEST(SimplifyLine, KeepsBothEndsOfAShortLine) {
    EXPECT_THAT(line({{0.1, 0.1}, {0.2, 0.2}, {0.3, 0.1}}), SizeIs(3));
    EXPECT_THAT(line({{0.1, 0.1}, {0.2, 0.2}}), SizeIs(2));
    EXPECT_THAT(line({}), IsEmpty());
}

TEST(SimplifyRing, StaysClosed) {
    const Points out = ring({{0, 0}, {0.2, 0}, {5, 0}, {5, 5}, {5, 5.1}, {0, 5}, {0, 0.1}, {0, 0}});
    EXPECT_THAT(out, SizeIs(5));
    EXPECT_EQ(out.front(), out.back());
}

TEST(SimplifyRing, KeepsTheSameVerticesWhereverItBegins) {
    Points circle;
    for (int i = 0; i < 300; ++i) circle.push_back({8 * std::cos(i * 0.02094), 8 * std::sin(i * 0.02094)});
    const auto vertices_from = [&](int begin) {
        Points turned = circle;
        std::rotate(turned.begin(), turned.begin() + begin, turned.end());
        turned.push_back(MapPoint{turned.front()});
        Points out = ring(turned);
        out.pop_back();
        std::sort(out.begin(), out.end(), [](MapPoint a, MapPoint b) {
            return std::pair{a.x, a.y} < std::pair{b.x, b.y};
        });
        return out;
    };
    for (const int begin : {1, 2, 3, 50, 211}) EXPECT_EQ(vertices_from(begin), vertices_from(0)) << begin;
}

TEST(SimplifyRing, TurnsATinyRingIntoABoxOfItsAreaAndOrientation) {
    const Points triangle{{0.2, 0.2}, {0.6, 0.2}, {0.2, 0.6}, {0.2, 0.2}};
    const Points box = ring(triangle);
    ASSERT_THAT(box, SizeIs(5));
    EXPECT_NEAR(signed_area(box), signed_area(triangle), 1e-12);
    EXPECT_GT(signed_area(box), 0);
    EXPECT_LT(signed_area(ring({triangle.rbegin(), triangle.rend()})), 0);
}

TEST(SimplifyRing, DropsWhatHasNoArea) {
    EXPECT_THAT(ring({{0.1, 0.1}, {0.3, 0.1}, {0.1, 0.1}, {0.1, 0.1}}), IsEmpty());
    EXPECT_THAT(ring({{0.1, 0.1}}), IsEmpty());
}

Points coverage_ring(const Points& points) {
    Points out;
    simplify_coverage_ring(points, kUnitCells, out);
    return out;
}

TEST(SimplifyCoverageRing, PutsCornersInTheMiddleOfTheirCells) {
    EXPECT_THAT(coverage_ring({{0.1, 0.1}, {4.1, 0.2}, {8.1, 0.1}, {8.2, 8.9}, {0.3, 8.8}, {0.1, 0.1}}),
                ElementsAre(MapPoint{0.5, 0.5}, MapPoint{4.1, 0.2}, MapPoint{8.5, 0.5}, MapPoint{8.5, 8.5},
                            MapPoint{0.5, 8.5}, MapPoint{0.5, 0.5}));
}

TEST(SimplifyCoverageRing, LeavesNoHoleWhereFourAreasMeet) {
    // Borders from (9.3, 9.6) to all sides, with points in the cell of the corner; a plain ring would keep
    // another one of them in each of the four areas.
    const Points areas[] = {{{9.3, 9.6},
                             {9.4, 9.2},
                             {9.4, 5},
                             {9.4, 0.5},
                             {0.5, 0.5},
                             {0.5, 9.4},
                             {5, 9.4},
                             {9.1, 9.4},
                             {9.3, 9.6}},
                            {{9.3, 9.6},
                             {9.7, 9.7},
                             {15, 9.7},
                             {19.5, 9.7},
                             {19.5, 0.5},
                             {9.4, 0.5},
                             {9.4, 5},
                             {9.4, 9.2},
                             {9.3, 9.6}},
                            {{9.3, 9.6},
                             {9.2, 9.9},
                             {9.2, 15},
                             {9.2, 19.5},
                             {19.5, 19.5},
                             {19.5, 9.7},
                             {15, 9.7},
                             {9.7, 9.7},
                             {9.3, 9.6}},
                            {{9.3, 9.6},
                             {9.1, 9.4},
                             {5, 9.4},
                             {0.5, 9.4},
                             {0.5, 19.5},
                             {9.2, 19.5},
                             {9.2, 15},
                             {9.2, 9.9},
                             {9.3, 9.6}}};
    double covered = 0;
    for (const Points& area : areas) {
        const Points out = coverage_ring(area);
        EXPECT_THAT(out, ::testing::Contains(MapPoint{9.5, 9.5}));
        covered += std::abs(signed_area(out));
    }
    EXPECT_DOUBLE_EQ(covered, 19 * 19);  // from the middle of the first cell to that of the last
}

TEST(SimplifyCoverageRing, DoesNotMindWhereOrInWhichDirectionARingBegins) {
    Points points;
    for (int i = 0; i < 90; ++i) {
        const double angle = i * 0.0698;
        points.push_back({10 * std::cos(angle), 6 * std::sin(angle) + std::sin(7 * angle)});
    }
    points.push_back(MapPoint{points.front()});
    const auto corners = [](Points out) {
        out.pop_back();
        std::ranges::sort(out, {}, [](MapPoint p) { return std::pair{p.x, p.y}; });
        return out;
    };
    const Points expected = corners(coverage_ring(points));
    for (int turn = 0; turn < 90; ++turn) {
        points.pop_back();
        std::ranges::rotate(points, points.begin() + 1);
        points.push_back(MapPoint{points.front()});
        EXPECT_EQ(corners(coverage_ring(points)), expected);
        EXPECT_EQ(corners(coverage_ring({points.rbegin(), points.rend()})), expected);
    }
}

TEST(SimplifyCoverageRing, MakesABoxOfWhatIsSmallerThanItsCells) {
    const Points small{{0.1, 0.1}, {0.3, 0.1}, {0.3, 0.3}, {0.1, 0.3}, {0.1, 0.1}};
    EXPECT_DOUBLE_EQ(signed_area(coverage_ring(small)), 0.04);
    EXPECT_THAT(coverage_ring({{0.1, 0.1}, {0.3, 0.1}, {0.1, 0.1}, {0.1, 0.1}}), IsEmpty());
}

TEST(DouglasPeucker, KeepsOnlyWhatDeviates) {
    EXPECT_THAT(douglas_peucker(Points{{0, 0}, {1, 0.05}, {2, -0.05}, {3, 4}, {4, 0}}, 0.1),
                ElementsAre(MapPoint{0, 0}, MapPoint{2, -0.05}, MapPoint{3, 4}, MapPoint{4, 0}));
}

TEST(DouglasPeucker, KeepsAClosedRingClosed) {
    const Points out = douglas_peucker(Points{{0, 0}, {5, 0.01}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, 0.1);
    EXPECT_THAT(out, SizeIs(5));
    EXPECT_EQ(out.front(), out.back());
}

TEST(SignedArea, IsPositiveCounterClockwise) {
    EXPECT_EQ(signed_area(Points{{0, 0}, {2, 0}, {2, 3}, {0, 3}, {0, 0}}), 6);
    EXPECT_EQ(signed_area(Points{{0, 0}, {0, 3}, {2, 3}, {2, 0}, {0, 0}}), -6);
    EXPECT_EQ(signed_area(Points{}), 0);
}

TEST(SignedArea, KeepsItsDigitsFarFromTheOrigin) {
    const double x = 34'463'842, y = 2'942'310;
    EXPECT_EQ(signed_area(Points{{x, y}, {x + 0.5, y}, {x + 0.5, y + 0.5}, {x, y + 0.5}, {x, y}}), 0.25);
}

}  // namespace
}  // namespace jinsha::geo
