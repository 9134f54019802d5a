#include "paint/painter.hpp"

#include "paint/list_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <numbers>
#include <set>
#include <tuple>

namespace jinsha::paint {
namespace {

using scene::CirclePaint;
using scene::StrokePaint;

constexpr Rgb kWhitePixel{255, 255, 255}, kBlackPixel{0, 0, 0}, kRedPixel{255, 0, 0}, kBluePixel{0, 0, 255};

StrokePaint black_stroke(double width) {
    StrokePaint paint;
    paint.color = kBlack;
    paint.width = width;
    return paint;
}

TEST(Painter, CoversWhatWasInTheBufferWithTheBackground) {
    const ListMaker maker{3, 2, {1, 0, 0, 0.5}};
    image::Image reused{3, 2};
    for (auto& byte : reused.bytes()) byte = 77;
    paint(maker.list, reused, std::atomic<bool>{false});
    EXPECT_THAT(reused.pixel(2, 1), testing::ElementsAre(0, 0, 128, 128)) << "B, G, R, A, premultiplied";
}

TEST(Painter, FillsExactlyThePixelsOfABoxOnWholePixels) {
    ListMaker maker{6, 5};
    maker.box({1, 2}, {4, 4}, kRed);
    const image::Image picture = maker.painted();
    for (int y = 0; y < 5; ++y) {
        for (int x = 0; x < 6; ++x) {
            const bool inside = x >= 1 && x < 4 && y >= 2 && y < 4;
            EXPECT_EQ(rgb(picture, x, y), inside ? kRedPixel : kWhitePixel) << x << ", " << y;
        }
    }
}

TEST(Painter, ShadesAPixelByTheShareThatIsCovered) {
    ListMaker maker{3, 1};
    maker.box({0.25, 0}, {1.5, 1}, kBlack);
    const image::Image picture = maker.painted();
    EXPECT_NEAR(rgb(picture, 0, 0).r, 255 * 0.25, 1);
    EXPECT_NEAR(rgb(picture, 1, 0).r, 255 * 0.5, 1);
    EXPECT_EQ(rgb(picture, 2, 0), kWhitePixel);
}

TEST(Painter, LeavesHolesOpenAndFillsByTheNonZeroRule) {
    ListMaker maker{10, 10};
    maker.box({0, 0}, {10, 10}, kBlack);
    for (const Px p : {Px{3, 3}, Px{7, 3}, Px{7, 7}, Px{3, 7}}) {  // against the exterior's direction
        maker.list.points.push_back(sub_pixel(p));
    }
    maker.list.part_ends.push_back(static_cast<std::uint32_t>(maker.list.points.size()));
    std::get<scene::FillItem>(maker.list.items[0]).rings.last = 2;
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 5, 5), kWhitePixel);
    EXPECT_EQ(rgb(picture, 1, 5), kBlackPixel);
}

TEST(Painter, LeavesOutWhatLiesOutside) {
    ListMaker maker{4, 4};
    maker.box({-100, -100}, {-50, 200}, kBlack);
    maker.box({10, 1}, {20, 2}, kBlack);
    maker.box({1, 8}, {2, 20}, kBlack);
    maker.stroke({{-50, -50}, {60, -45}}, black_stroke(3));
    maker.circle({30, 2}, {kBlack, 5, 0, 0, {}});
    EXPECT_EQ(ink(maker.painted()), 0);
}

TEST(Painter, FillsWithoutAntialiasingInOneColourOnly) {
    ListMaker maker{40, 40};
    maker.fill({{3, 2}, {35, 17}, {12, 38}}, kBlack, 0, false);
    const image::Image picture = maker.painted();
    std::set<int> values;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) values.insert(rgb(picture, x, y).g);
    }
    EXPECT_EQ(values, (std::set<int>{0, 255}));
    EXPECT_NEAR(ink(picture), 511.5, 30) << "the triangle's area";
}

/// Where ten fills share one pixel, ten roundings add up to that many of 255 levels.
constexpr int kRoundings = 6;

/// Triangles around a middle point, which together cover the whole picture.
void add_fan(ListMaker& maker, const std::vector<style::Color>& colors, std::uint32_t first_group = 0,
             std::uint32_t group_step = 0) {
    const Px middle{30.37, 29.81};
    const std::vector<Px> rim{{-9, -9}, {13.3, -9}, {41.9, -9}, {70, -9}, {70, 21.7},
                              {70, 70}, {37.1, 70}, {5.2, 70},  {-9, 70}, {-9, 33.3}};
    for (std::size_t i = 0; i < rim.size(); ++i) {
        maker.fill({middle, rim[(i + 1) % rim.size()], rim[i]}, colors[i % colors.size()],
                   first_group + group_step * static_cast<std::uint32_t>(i));
    }
}

TEST(Painter, LetsNoGroundShineThroughBetweenNeighbours) {
    ListMaker maker{60, 60, kWhite};
    add_fan(maker, {kBlack});
    const image::Image picture = maker.painted();
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x) EXPECT_LE(rgb(picture, x, y).r, kRoundings) << x << ", " << y;
    }
}

TEST(Painter, MixesTheColoursOfNeighboursWithoutTheGround) {
    ListMaker maker{60, 60, {0, 1, 0, 1}};
    add_fan(maker, {kRed, kBlue});
    const image::Image picture = maker.painted();
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x) {
            const Rgb c = rgb(picture, x, y);
            EXPECT_LE(c.g, kRoundings) << "green is the ground, at " << x << ", " << y;
            EXPECT_NEAR(c.r + c.b, 255, kRoundings);
        }
    }
}

TEST(Painter, LeavesNoLineBetweenNeighboursThatLetLightThrough) {
    ListMaker maker{60, 60, kWhite};
    add_fan(maker, {{0, 0, 0, 0.5}});
    const image::Image picture = maker.painted();
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 60; ++x) EXPECT_NEAR(rgb(picture, x, y).r, 127, kRoundings) << x << ", " << y;
    }
}

TEST(Painter, ShowsTheGroundBetweenFillsOfDifferentGroups) {
    ListMaker maker{60, 60, kWhite};
    add_fan(maker, {kBlack}, 1, 1);
    int brightest = 0;
    const image::Image picture = maker.painted();
    for (int x = 0; x < 60; ++x) brightest = std::max(brightest, rgb(picture, x, 10).r);
    EXPECT_GT(brightest, 40) << "layers are blended as usual; without this the tests above would say nothing";
}

TEST(Painter, PutsALaterFillOverAnEarlierOneOfItsGroup) {
    ListMaker maker{10, 10};
    maker.box({0, 0}, {8, 8}, kRed);
    maker.box({2.5, 2}, {10, 10}, kBlue);
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 1, 1), kRedPixel);
    EXPECT_EQ(rgb(picture, 5, 5), kBluePixel);
    EXPECT_NEAR(rgb(picture, 2, 5).r, 128, 2) << "the later one's edge is blended with the earlier one";
    EXPECT_NEAR(rgb(picture, 2, 5).b, 127, 2);
    EXPECT_EQ(rgb(picture, 2, 5).g, 0);
}

TEST(Painter, BlendsOverlappingTransparentFillsOneByOne) {
    ListMaker maker{4, 1, kWhite};
    maker.box({0, 0}, {4, 1}, {0, 0, 0, 0.5});
    maker.box({2, 0}, {4, 1}, {0, 0, 0, 0.5});
    const image::Image picture = maker.painted();
    EXPECT_NEAR(rgb(picture, 0, 0).r, 128, 1);
    EXPECT_NEAR(rgb(picture, 3, 0).r, 64, 1);
}

TEST(Painter, DrawsALineOfItsWidth) {
    ListMaker maker{40, 20};
    maker.stroke({{5, 10}, {35, 10}}, black_stroke(4));
    const image::Image picture = maker.painted();
    EXPECT_NEAR(ink(picture), 30 * 4, 0.1);
    EXPECT_EQ(rgb(picture, 20, 8), kBlackPixel);
    EXPECT_EQ(rgb(picture, 20, 11), kBlackPixel);
    EXPECT_EQ(rgb(picture, 20, 7), kWhitePixel);
    EXPECT_EQ(rgb(picture, 4, 10), kWhitePixel) << "butt caps end with the line";
}

TEST(Painter, EndsLinesInTheirCaps) {
    auto paint = black_stroke(10);
    const auto ink_with = [&](style::LineCap cap) {
        ListMaker maker{60, 30};
        paint.cap = cap;
        maker.stroke({{15, 15}, {45, 15}}, paint);
        return ink(maker.painted());
    };
    EXPECT_NEAR(ink_with(style::LineCap::Butt), 300, 0.2);
    EXPECT_NEAR(ink_with(style::LineCap::Square), 400, 0.2);
    EXPECT_NEAR(ink_with(style::LineCap::Round), 300 + 25 * std::numbers::pi, 2);
}

TEST(Painter, JoinsSegmentsAsAsked) {
    auto paint = black_stroke(10);
    const auto corner_with = [&](style::LineJoin join, double miter_limit) {
        ListMaker maker{40, 40};
        paint.join = join;
        paint.miter_limit = miter_limit;
        maker.stroke({{5, 10}, {30, 10}, {30, 35}}, paint);  // the outer corner is at (35, 5)
        return 255 - rgb(maker.painted(), 34, 5).r;
    };
    EXPECT_EQ(corner_with(style::LineJoin::Miter, 2), 255);
    EXPECT_EQ(corner_with(style::LineJoin::Miter, 1.2), 0) << "beyond its limit a miter is a bevel";
    EXPECT_EQ(corner_with(style::LineJoin::Bevel, 2), 0);
    EXPECT_EQ(corner_with(style::LineJoin::Round, 2), 0);
}

TEST(Painter, JoinsARingWhereItBeginsAndALineNot) {
    const std::vector<Px> square{{10, 10}, {10, 30}, {30, 30}, {30, 10}, {10, 10}};
    ListMaker ring{40, 40}, line{40, 40};
    ring.stroke(square, black_stroke(6), 0, true);
    line.stroke(square, black_stroke(6), 0, false);
    EXPECT_EQ(rgb(ring.painted(), 7, 7), kBlackPixel);
    EXPECT_EQ(rgb(line.painted(), 7, 7), kWhitePixel);
}

TEST(Painter, DrawsThinLinesOfTheirWidthAroundEveryCorner) {
    for (const bool closed : {false, true}) {
        ListMaker maker{60, 60};
        maker.stroke({{10.3, 10.3}, {10.3, 50.3}, {50.3, 50.3}, {50.3, 10.3}, {10.3, 10.3}}, black_stroke(1),
                     0, closed);
        EXPECT_NEAR(ink(maker.painted()), 160, 1.5);
    }
}

TEST(Painter, LeavesNoGapWhereAThinLineTurnsSharply) {
    ListMaker maker{40, 20};
    maker.stroke({{5, 10}, {20, 10}, {20.3, 10.4}, {20.6, 10}, {5, 10.5}, {35, 10}}, black_stroke(1.5));
    const image::Image picture = maker.painted();
    for (int x = 6; x < 34; ++x) {
        const int above = 255 - rgb(picture, x, 9).r, below = 255 - rgb(picture, x, 10).r;
        EXPECT_GT(above + below, 300) << x;
    }
}

TEST(Painter, CoversALineOnceWhereItCrossesItself) {
    auto paint = black_stroke(4);
    paint.color.a = 0.5;
    ListMaker maker{40, 40};
    maker.stroke({{5, 5}, {35, 35}, {35, 5}, {5, 35}}, paint);
    EXPECT_NEAR(rgb(maker.painted(), 20, 20).r, 127, 1);
}

TEST(Painter, KeepsSharpBendsOfWideLinesWhole) {
    auto paint = black_stroke(12);
    paint.join = style::LineJoin::Round;
    ListMaker maker{60, 40};
    maker.stroke({{10, 20}, {30, 20}, {31, 21}, {32, 20}, {50, 20}}, paint);
    const image::Image picture = maker.painted();
    for (int x = 11; x < 49; ++x) EXPECT_EQ(rgb(picture, x, 20), kBlackPixel) << x;
}

TEST(Painter, DrawsNothingForALineWithoutWidthOrLength) {
    ListMaker maker{20, 20};
    maker.stroke({{2, 2}, {18, 18}}, black_stroke(0));
    auto round = black_stroke(5);
    round.cap = style::LineCap::Round;
    maker.stroke({{10, 10}, {10, 10}}, round);
    EXPECT_EQ(ink(maker.painted()), 0);
}

TEST(Painter, DashesALine) {
    auto paint = black_stroke(2);
    paint.dashes = {4, 6};
    ListMaker maker{40, 10};
    maker.stroke({{0, 5}, {40, 5}}, paint);
    const image::Image picture = maker.painted();
    for (int x = 0; x < 40; ++x) {
        EXPECT_EQ(rgb(picture, x, 5), x % 10 < 4 ? kBlackPixel : kWhitePixel) << x;
    }
}

TEST(Painter, GoesOnDashingWhereALineWasCut) {
    auto paint = black_stroke(2);
    paint.dashes = {4, 6};
    ListMaker whole{40, 10}, cut{40, 10};
    whole.stroke({{0, 5}, {40, 5}}, paint);
    cut.stroke({{0, 5}, {17, 5}}, paint);
    cut.stroke({{17, 5}, {40, 5}}, paint, 17);
    EXPECT_EQ(whole.painted(), cut.painted());
}

TEST(Painter, FadesTheEdgesOfABlurredLineInwards) {
    auto paint = black_stroke(20);
    paint.blur = 6;
    ListMaker maker{20, 40};
    maker.stroke({{-20, 20}, {40, 20}}, paint);
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 10, 20), kBlackPixel);
    EXPECT_EQ(rgb(picture, 10, 8), kWhitePixel);
    for (int y = 9; y < 20; ++y) EXPECT_GE(rgb(picture, 10, y - 1).r, rgb(picture, 10, y).r) << y;
    EXPECT_NEAR(rgb(picture, 10, 13).r, 127, 20) << "half way through the blurred edge";
}

TEST(Painter, DrawsRoundCircles) {
    ListMaker maker{40, 40};
    maker.circle({20.25, 19.5}, {kBlack, 10, 0, 0, {}});
    const image::Image picture = maker.painted();
    EXPECT_NEAR(ink(picture), 100 * std::numbers::pi, 2);
    EXPECT_EQ(rgb(picture, 20, 19), kBlackPixel);
    EXPECT_EQ(rgb(picture, 31, 19), kWhitePixel);
}

TEST(Painter, PutsTheStrokeOfACircleOutside) {
    ListMaker maker{40, 40};
    maker.circle({20, 20}, {kRed, 8, 0, 4, kBlue});
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 20, 20), kRedPixel);
    EXPECT_EQ(rgb(picture, 26, 20), kRedPixel);
    EXPECT_EQ(rgb(picture, 29, 20), kBluePixel);
    EXPECT_EQ(rgb(picture, 33, 20), kWhitePixel);
}

TEST(Painter, BlursACircleUpToItsCentre) {
    ListMaker maker{41, 41};
    maker.circle({20.5, 20.5}, {kBlack, 16, 1, 0, {}});
    const image::Image picture = maker.painted();
    EXPECT_LE(rgb(picture, 20, 20).r, 5);
    EXPECT_NEAR(rgb(picture, 28, 20).r, 127, 20);
    EXPECT_EQ(rgb(picture, 38, 20), kWhitePixel);
}

TEST(Painter, PutsPicturesOnWholePixels) {
    auto icon = std::make_shared<image::Image>(2, 2);
    for (auto& byte : icon->bytes()) byte = 255;
    ListMaker maker{6, 6, kBlack};
    maker.list.pictures.push_back(icon);
    maker.list.items.emplace_back(scene::PictureItem{0, 3, 4, 1});
    maker.list.items.emplace_back(scene::PictureItem{0, -1, -1, 0.5F});
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 3, 4), kWhitePixel);
    EXPECT_EQ(rgb(picture, 5, 4), kBlackPixel);
    EXPECT_NEAR(rgb(picture, 0, 0).r, 128, 1);
}

TEST(Painter, PaintsItemsInTheirOrder) {
    ListMaker maker{10, 10};
    maker.box({0, 0}, {10, 10}, kBlack, 1);
    maker.circle({5, 5}, {kRed, 4, 0, 0, {}});
    maker.box({0, 0}, {5, 10}, kBlue, 1);
    const image::Image picture = maker.painted();
    EXPECT_EQ(rgb(picture, 3, 5), kBluePixel);
    EXPECT_EQ(rgb(picture, 6, 5), kRedPixel);
    EXPECT_EQ(rgb(picture, 9, 0), kBlackPixel);
}

TEST(Painter, StopsWhenItIsCancelled) {
    ListMaker maker{10, 10};
    maker.box({0, 0}, {10, 10}, kBlack);
    image::Image picture{10, 10};
    paint(maker.list, picture, std::atomic<bool>{true});
    EXPECT_EQ(rgb(picture, 5, 5), kWhitePixel);
}

TEST(Painter, PaintsTheSamePixelsWhereverTheCornerLies) {
    const auto picture_at = [](double dx, double dy, int size) {
        auto paint = black_stroke(5.3);
        paint.join = style::LineJoin::Round;
        paint.cap = style::LineCap::Round;
        paint.dashes = {7.7, 9.1};
        ListMaker maker{size, size};
        maker.fill({{3.1 + dx, 2.7 + dy}, {61.3 + dx, 20.9 + dy}, {22.2 + dx, 59.6 + dy}}, kRed);
        maker.stroke({{2.3 + dx, 3.9 + dy}, {40.4 + dx, 51.1 + dy}, {60.7 + dx, 7.5 + dy}}, paint);
        maker.circle({30.3 + dx, 33.6 + dy}, {kBlue, 11.4, 0.3, 2.2, kBlack});
        return maker.painted();
    };
    const image::Image here = picture_at(0, 0, 64), there = picture_at(1000, 700, 1064);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            EXPECT_EQ(rgb(here, x, y), rgb(there, x + 1000, y + 700)) << x << ", " << y;
        }
    }
}

}  // namespace
}  // namespace jinsha::paint
