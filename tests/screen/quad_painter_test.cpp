#include "screen/quad_painter.hpp"

#include "screen/window_fixture.hpp"

namespace jinsha::screen {
namespace {

using QuadPainterTest = WindowTest;

/// 2 × 2: red, green / blue, half transparent white.
image::Image four_pixels() {
    image::Image picture{2, 2};
    set(picture, 0, 0, 255, 0, 0);
    set(picture, 1, 0, 0, 255, 0);
    set(picture, 0, 1, 0, 0, 255);
    set(picture, 1, 1, 128, 128, 128, 128);
    return picture;
}

void expect_pixel(const image::Image& picture, int x, int y, int r, int g, int b) {
    const auto pixel = picture.pixel(x, y);
    EXPECT_NEAR(pixel[2], r, 1) << "red at " << x << ", " << y;
    EXPECT_NEAR(pixel[1], g, 1) << "green at " << x << ", " << y;
    EXPECT_NEAR(pixel[0], b, 1) << "blue at " << x << ", " << y;
}

TEST_F(QuadPainterTest, PutsTheUpperRowOfAPictureAbove) {
    Texture texture{2, 2};
    texture.update(four_pixels());
    const Quad quad{10, 20, 12, 22, 0, 0, 2, 2};
    painter_->draw_opaque(texture, {&quad, 1});
    const auto picture = shown();
    expect_pixel(picture, 10, 20, 255, 0, 0);
    expect_pixel(picture, 11, 20, 0, 255, 0);
    expect_pixel(picture, 10, 21, 0, 0, 255);
    expect_pixel(picture, 12, 20, 0, 0, 0);
    expect_pixel(picture, 9, 19, 0, 0, 0);
}

TEST_F(QuadPainterTest, CopiesTheSamePixelsTheFastWay) {
    Texture texture{2, 2};
    texture.update(four_pixels());
    texture.copy_to_window({0, 0, 2, 2}, 10, 20, kSize.height);
    const auto picture = shown();
    expect_pixel(picture, 10, 20, 255, 0, 0);
    expect_pixel(picture, 11, 20, 0, 255, 0);
    expect_pixel(picture, 10, 21, 0, 0, 255);
    expect_pixel(picture, 12, 20, 0, 0, 0);
}

TEST_F(QuadPainterTest, BlendsPremultipliedColoursAndFades) {
    Texture texture{2, 2};
    texture.update(four_pixels());
    const std::array<Quad, 2> quads{Quad{0, 0, 2, 2, 0, 0, 2, 2, 1}, Quad{4, 0, 6, 2, 0, 0, 2, 2, 0.5}};
    painter_->draw_over(texture, quads);
    const auto picture = shown();
    expect_pixel(picture, 0, 0, 255, 0, 0);
    expect_pixel(picture, 1, 1, 128, 128, 128);
    expect_pixel(picture, 4, 0, 128, 0, 0);
    expect_pixel(picture, 5, 1, 64, 64, 64);
}

TEST_F(QuadPainterTest, FillsWithOneColour) {
    const Quad quad{100, 100, 110, 110};
    painter_->draw_flat({1, 0.5, 0, 0.5}, {&quad, 1});
    const auto picture = shown();
    expect_pixel(picture, 105, 105, 128, 64, 0);
    expect_pixel(picture, 111, 105, 0, 0, 0);
}

TEST_F(QuadPainterTest, ManyColoursInOneFrameStayApart) {
    const std::array<style::Color, 3> colors{style::Color{1, 0.5, 0.25, 0.5}, style::Color{0.2, 0.4, 1, 1},
                                             style::Color{0.4, 0.8, 0.6, 0.5}};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const Quad quad{20.0 * static_cast<double>(i), 0, 20.0 * static_cast<double>(i) + 10, 10};
        painter_->draw_flat(colors[i], {&quad, 1});
    }
    const auto picture = shown();
    expect_pixel(picture, 5, 5, 128, 64, 32);
    expect_pixel(picture, 25, 5, 51, 102, 255);
    expect_pixel(picture, 45, 5, 51, 102, 77);
}

TEST_F(QuadPainterTest, AMovedTextureKeepsItsPixels) {
    Texture first{2, 2};
    first.update(four_pixels());
    Texture second = std::move(first);
    Texture third{1, 1};
    third = std::move(second);
    third.copy_to_window({0, 0, 2, 2}, 0, 0, kSize.height);
    expect_pixel(shown(), 1, 0, 0, 255, 0);
}

TEST(QuadPainter, AMissingShaderIsNamed) {
    if (std::getenv("DISPLAY") == nullptr) GTEST_SKIP() << "needs a display";
    const sf::Window window{sf::VideoMode{32, 32}, "test", sf::Style::None};
    const auto painter = QuadPainter::load("/nowhere");
    ASSERT_FALSE(painter.has_value());
    EXPECT_NE(painter.error().message().find("/nowhere/picture.vert"), std::string::npos);
}

}  // namespace
}  // namespace jinsha::screen
