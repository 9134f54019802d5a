#include "image/image.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace jinsha::image {
namespace {

using Pixel = std::array<std::uint8_t, 4>;

Image filled(int width_px, int height_px, Pixel color) {
    Image image{width_px, height_px};
    for (int y = 0; y < height_px; ++y)
        for (int x = 0; x < width_px; ++x) std::ranges::copy(color, image.pixel(x, y).begin());
    return image;
}

Pixel at(const Image& image, int x, int y) {
    const auto pixel = image.pixel(x, y);
    return {pixel[0], pixel[1], pixel[2], pixel[3]};
}

constexpr Pixel kOpaqueRed{0, 0, 255, 255};
constexpr Pixel kOpaqueBlue{255, 0, 0, 255};
constexpr Pixel kHalfBlue{128, 0, 0, 128};  // premultiplied
constexpr Pixel kNothing{0, 0, 0, 0};

TEST(Image, BeginsTransparent) {
    const Image image{3, 2};
    EXPECT_EQ(image.bytes().size(), 24u);
    EXPECT_EQ(image.stride_bytes(), 12);
    EXPECT_EQ(at(image, 2, 1), kNothing);
}

TEST(Image, IsEmptyWithoutPixels) {
    EXPECT_TRUE(Image{}.is_empty());
    EXPECT_TRUE((Image{0, 5}).is_empty());
    EXPECT_FALSE((Image{1, 1}).is_empty());
}

TEST(DrawOver, CoversWithWhatIsOpaque) {
    Image image = filled(2, 2, kOpaqueRed);
    draw_over(image, filled(1, 1, kOpaqueBlue), 1, 0);
    EXPECT_EQ(at(image, 1, 0), kOpaqueBlue);
    EXPECT_EQ(at(image, 0, 0), kOpaqueRed);
    EXPECT_EQ(at(image, 1, 1), kOpaqueRed);
}

TEST(DrawOver, MixesWithWhatIsHalfTransparent) {
    Image image = filled(1, 1, kOpaqueRed);
    draw_over(image, filled(1, 1, kHalfBlue), 0, 0);
    EXPECT_EQ(at(image, 0, 0), (Pixel{128, 0, 127, 255}));
}

TEST(DrawOver, MultipliesByTheOpacity) {
    Image image{1, 1};
    draw_over(image, filled(1, 1, kOpaqueBlue), 0, 0, 0.5);
    EXPECT_EQ(at(image, 0, 0), kHalfBlue);
    draw_over(image, filled(1, 1, kOpaqueRed), 0, 0, 0);
    EXPECT_EQ(at(image, 0, 0), kHalfBlue);
}

TEST(DrawOver, TakesAnOpacityBeyondItsRangeAsItsEnd) {
    Image image{1, 1};
    draw_over(image, filled(1, 1, kOpaqueBlue), 0, 0, 7);
    EXPECT_EQ(at(image, 0, 0), kOpaqueBlue);
    draw_over(image, filled(1, 1, kOpaqueRed), 0, 0, -7);
    EXPECT_EQ(at(image, 0, 0), kOpaqueBlue);
}

TEST(DrawOver, LeavesOutWhatLiesOutside) {
    for (const auto& [x, y] : {std::pair{-2, -2}, {1, 1}, {-2, 1}, {1, -2}}) {
        Image image{2, 2};
        draw_over(image, filled(3, 3, kOpaqueBlue), x, y);
        int covered = 0;
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 2; ++column) covered += at(image, column, row) == kOpaqueBlue;
        EXPECT_EQ(covered, 1) << x << ' ' << y;
    }
}

TEST(DrawOver, DrawsNothingFarOutside) {
    Image image{2, 2};
    for (const int far : {std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
        draw_over(image, filled(3, 3, kOpaqueBlue), far, far);
    EXPECT_EQ(image, (Image{2, 2}));
}

TEST(DrawOver, TakesEmptyPictures) {
    Image image{1, 1};
    draw_over(image, Image{}, 0, 0);
    EXPECT_EQ(image, (Image{1, 1}));
}

}  // namespace
}  // namespace jinsha::image
