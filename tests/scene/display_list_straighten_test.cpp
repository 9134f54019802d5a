#include "scene/display_list_straighten.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace jinsha::scene {
namespace {

/// A winding line, a point at every half pixel.
std::vector<WorldPoint> winding(std::size_t count, WorldPoint start, std::uint32_t seed) {
    std::mt19937 chance{seed};
    std::vector<WorldPoint> line;
    for (std::size_t i = 0; i < count; ++i) {
        const auto x = static_cast<std::int64_t>(i) * kSubPixels / 2;
        const double y = 40 * std::sin(static_cast<double>(i) / 5) + static_cast<double>(chance() % 30);
        line.push_back({start.x + x, start.y + std::llround(y)});
    }
    return line;
}

std::vector<WorldPoint> straightened(std::vector<WorldPoint> path) {
    drop_straight_points(path);
    return path;
}

double distance_px(WorldPoint p, WorldPoint a, WorldPoint b) {
    const auto dx = static_cast<double>(b.x - a.x), dy = static_cast<double>(b.y - a.y);
    const auto px = static_cast<double>(p.x - a.x), py = static_cast<double>(p.y - a.y);
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp((px * dx + py * dy) / square, 0.0, 1.0) : 0;
    return std::hypot(px - t * dx, py - t * dy) / kSubPixels;
}

TEST(StraightPoints, AreMostlyDropped) {
    std::vector<WorldPoint> line;
    for (int i = 0; i < 1000; ++i) line.push_back({i * 100, i * 30});
    const auto left = straightened(line);
    EXPECT_LT(left.size(), 400);
    EXPECT_EQ(left.front(), line.front());
    EXPECT_EQ(left.back(), line.back());
}

TEST(StraightPoints, LieWithinThreeEighthsOfAPixelOfWhatIsLeft) {
    const auto line = winding(2000, {}, 1);
    const auto left = straightened(line);
    EXPECT_LT(left.size(), line.size() * 2 / 3);
    for (const WorldPoint& p : line) {
        double nearest = 1e9;
        for (std::size_t i = 1; i < left.size(); ++i) {
            nearest = std::min(nearest, distance_px(p, left[i - 1], left[i]));
        }
        EXPECT_LE(nearest, 0.375);
    }
}

TEST(StraightPoints, AreTheSameFromBothEnds) {
    auto line = winding(500, {-70'000, 9'000'000}, 2);
    const auto forward = straightened(line);
    std::ranges::reverse(line);
    auto backward = straightened(line);
    std::ranges::reverse(backward);
    EXPECT_EQ(forward, backward);
}

TEST(StraightPoints, OfASharedBorderAreTheSameInBothRings) {
    const auto border = winding(200, {}, 3);
    const auto ring_over = [&](std::int64_t y, bool is_reversed) {
        auto ring = border;
        if (is_reversed) std::ranges::reverse(ring);
        const auto end = ring.back(), begin = ring.front();
        ring.push_back({end.x, y});
        ring.push_back({begin.x, y});
        ring.push_back(WorldPoint{begin});
        return straightened(ring);
    };
    const auto below = ring_over(20'000, false), above = ring_over(-20'000, true);
    const auto is_inner = [&](const WorldPoint& p) {
        return p.x > border[8].x && p.x < border[191].x && std::abs(p.y) < 10'000;
    };
    std::vector<WorldPoint> of_below, of_above;
    std::ranges::copy_if(below, std::back_inserter(of_below), is_inner);
    std::ranges::copy_if(above, std::back_inserter(of_above), is_inner);
    std::ranges::reverse(of_above);
    EXPECT_EQ(of_below, of_above);
}

TEST(StraightPoints, DoNotDependOnWhereARingBegins) {
    auto ring = winding(300, {}, 4);
    ring.push_back({30'000, 80'000});
    const auto turned_by = [&](std::ptrdiff_t steps) {
        auto turned = ring;
        std::ranges::rotate(turned, turned.begin() + steps);
        turned.push_back(WorldPoint{turned.front()});
        auto left = straightened(turned);
        left.pop_back();
        std::ranges::sort(left, {}, [](const WorldPoint& p) { return std::pair{p.x, p.y}; });
        return left;
    };
    EXPECT_EQ(turned_by(0), turned_by(77));
    EXPECT_EQ(turned_by(0), turned_by(150));
}

TEST(StraightPoints, LeaveCornersSpikesAndTrianglesAlone) {
    const std::vector<WorldPoint> box{{0, 0}, {5'000, 0}, {5'000, 5'000}, {0, 5'000}, {0, 0}};
    EXPECT_EQ(straightened(box), box);
    const std::vector<WorldPoint> spike{{0, 0}, {9'000, 0}, {4'000, 10}};
    EXPECT_EQ(straightened(spike), spike);
    std::vector<WorldPoint> sliver{{0, 0}, {100, 5}, {200, 0}, {100, -5}, {0, 0}};
    drop_straight_points(sliver);
    EXPECT_GE(sliver.size(), 4);
    EXPECT_EQ(sliver.front(), sliver.back());
}

TEST(StraightPoints, AreFewestInPathsWithoutAny) {
    EXPECT_TRUE(straightened({}).empty());
    EXPECT_EQ(straightened({{1, 2}, {3, 4}}).size(), 2);
    const std::vector<WorldPoint> far{{0, 0}, {std::int64_t{1} << 46, 1}, {std::int64_t{1} << 47, 0}};
    EXPECT_EQ(straightened(far), far) << "too far apart to be worth it";
}

}  // namespace
}  // namespace jinsha::scene
