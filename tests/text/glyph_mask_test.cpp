#include "text/glyph_mask.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace jinsha::text {
namespace {

GlyphOutline polygon(std::vector<OutlinePoint> points) {
    const std::size_t count = points.size();
    return {std::move(points), {count}};
}

GlyphOutline box(double left, double top, double right, double bottom) {
    return polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}});
}

int at(const Mask& mask, int x, int y) {
    const int column = x - mask.left, row = y - mask.top;
    if (column < 0 || row < 0 || column >= mask.width || row >= mask.height) return 0;
    return mask.bytes[static_cast<std::size_t>(row * mask.width + column)];
}

/// The area covered, in pixels.
double area(const Mask& mask) {
    return std::accumulate(mask.bytes.begin(), mask.bytes.end(), 0.0) / 255;
}

TEST(FillMask, CoversWholePixelsWholly) {
    const Mask mask = fill_mask(box(2, 3, 5, 4));
    EXPECT_EQ(mask.left, 2);
    EXPECT_EQ(mask.top, 3);
    EXPECT_EQ(mask.bytes, (std::vector<std::uint8_t>{255, 255, 255}));
}

TEST(FillMask, CoversPixelsByTheAreaInside) {
    const Mask mask = fill_mask(box(0.5, 0.25, 2.25, 1));
    EXPECT_EQ(mask.bytes, (std::vector<std::uint8_t>{96, 191, 48}));  // 0.75 high: 1/2, 1 and 1/4 of it
}

TEST(FillMask, WorksLeftOfAndAboveTheOrigin) {
    const Mask mask = fill_mask(box(-1.5, -2, -1, -1));
    EXPECT_EQ(mask.left, -2);
    EXPECT_EQ(mask.top, -2);
    EXPECT_EQ(mask.bytes, (std::vector<std::uint8_t>{128}));
}

TEST(FillMask, KeepsTheAreaOfSlantedShapes) {
    EXPECT_NEAR(area(fill_mask(polygon({{0.3, 0.1}, {9.7, 4.2}, {2.6, 8.9}}))), (9.4 * 8.8 - 2.3 * 4.1) / 2,
                0.1);
    EXPECT_NEAR(area(fill_mask(polygon({{0, 0}, {20, 0.7}, {20, 1.2}}))), 5, 0.1);
}

TEST(FillMask, LeavesACounterOpen) {
    GlyphOutline ring = box(0, 0, 6, 6);
    for (const OutlinePoint p : {OutlinePoint{2, 2}, {2, 4}, {4, 4}, {4, 2}}) ring.points.push_back(p);
    ring.contour_ends.push_back(ring.points.size());
    const Mask mask = fill_mask(ring);
    EXPECT_EQ(at(mask, 3, 3), 0);
    EXPECT_EQ(at(mask, 1, 3), 255);
    EXPECT_DOUBLE_EQ(area(mask), 32);
}

TEST(FillMask, IsEmptyForNoOutline) {
    EXPECT_TRUE(fill_mask({}).is_empty());
}

Mask halo_of(const GlyphOutline& outline, HaloShape halo) {
    return halo_mask(outline, fill_mask(outline), halo);
}

TEST(HaloMask, ReachesItsWidthBeyondTheOutline) {
    const Mask mask = halo_of(box(0, 0, 10, 10), {2, 0});
    EXPECT_EQ(at(mask, 5, 5), 255);
    EXPECT_EQ(at(mask, -1, 5), 255);
    EXPECT_EQ(at(mask, -2, 5), 255);
    EXPECT_EQ(at(mask, -3, 5), 0);
    EXPECT_EQ(at(mask, 5, 11), 255);
    EXPECT_EQ(at(mask, 5, 12), 0);
}

TEST(HaloMask, EndsInAPartOfAPixelWhereItsWidthDoes) {
    const Mask mask = halo_of(box(0, 0, 10, 10), {1.6, 0});
    EXPECT_NEAR(at(mask, -2, 5), 0.6 * 255, 1);
}

TEST(HaloMask, IsRoundAtCorners) {
    // An outline of 10 px side, 4 px wider all around: 4 sides and 4 quarters of a disc.
    const Mask mask = halo_of(box(0, 0, 10, 10), {4, 0});
    EXPECT_NEAR(area(mask), 100 + 4 * 40 + 3.14159 * 16, 1.0);
    EXPECT_EQ(at(mask, -4, -4), 0);
}

TEST(HaloMask, FadesInAndOutByItsBlur) {
    const Mask mask = halo_of(box(0, 0, 10, 10), {3, 2});
    EXPECT_EQ(at(mask, -1, 5), 255);
    for (int x = -2; x >= -6; --x) EXPECT_LT(at(mask, x, 5), at(mask, x + 1, 5)) << x;
    EXPECT_NEAR((at(mask, -3, 5) + at(mask, -4, 5)) / 2.0, 127.5, 2);
    EXPECT_EQ(at(mask, -7, 5), 0);
}

}  // namespace
}  // namespace jinsha::text
