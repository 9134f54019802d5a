#include "symbol/render.hpp"

#include "symbol/pixels.hpp"

#include <cairo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace jinsha::symbol {
namespace {

using testing::HasSubstr;

/// A red square with room around it.
class Square final : public Drawing {
public:
    Square(double side, double margin) : side_{side}, margin_{margin} {}
    [[nodiscard]] IconSize size() const override { return {side_, side_}; }
    [[nodiscard]] double margin() const override { return margin_; }
    [[nodiscard]] Result<void> draw(cairo_t* context) const override {
        cairo_set_source_rgb(context, 1, 0, 0);
        cairo_rectangle(context, 0, 0, side_, side_);
        cairo_fill(context);
        return {};
    }

private:
    double side_, margin_;
};

class Broken final : public Drawing {
public:
    [[nodiscard]] IconSize size() const override { return {1, 1}; }
    [[nodiscard]] Result<void> draw(cairo_t*) const override {
        return fail("cannot be drawn: the pen is lost");
    }
};

TEST(Render, LeavesTheMarginAroundTheDrawing) {
    const auto picture = render(Square{10, 3}, 2);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width_px(), 32);
    EXPECT_EQ(ink(*picture), 400);
    EXPECT_EQ(picture->pixel(6, 6)[2], 255);
    EXPECT_EQ(picture->pixel(5, 6)[3], 0);
}

TEST(Render, KeepsTheMiddleWhereSizesAreNoWholePixels) {
    const auto picture = render(Square{10, 0}, 1.05);  // 10.5 px in 11
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width_px(), 11);
    EXPECT_NEAR(picture->pixel(0, 5)[3], 191, 2);
    EXPECT_NEAR(picture->pixel(10, 5)[3], 191, 2);
}

TEST(Render, RefusesSizesThatMakeNoSense) {
    for (const double scale : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()}) {
        const auto picture = render(Square{10, 0}, scale);
        ASSERT_FALSE(picture) << scale;
        EXPECT_THAT(picture.error().message(), HasSubstr("at most 4096 px"));
    }
}

TEST(Render, PassesOnWhatCouldNotBeDrawn) {
    const auto picture = render(Broken{}, 1);
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().message(), "cannot be drawn: the pen is lost");
}

}  // namespace
}  // namespace jinsha::symbol
