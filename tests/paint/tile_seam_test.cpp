#include "paint/list_maker.hpp"
#include "scene/display_list_clip.hpp"
#include "scene/tile_grid.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

namespace jinsha::paint {
namespace {

using scene::GridRect;
using scene::RectClip;
using scene::WorldPoint;

/// Clips what `fill_list` wants to show to `rect` and paints it.
using FillList = std::function<void(RectClip&, scene::DisplayList&)>;

image::Image painted(const GridRect& rect, const FillList& fill_list) {
    ListMaker maker{rect.width, rect.height};
    RectClip clip{rect, maker.list};
    fill_list(clip, maker.list);
    return maker.painted();
}

/// Paints `rect` at once and in tiles, and compares every pixel.
void expect_no_seams(const GridRect& rect, const FillList& fill_list) {
    const image::Image whole = painted(rect, fill_list);
    EXPECT_GT(ink(whole), 0);
    for (const scene::TilePlace place : scene::tiles_of(rect)) {
        const image::Image tile = painted(place.rect(), fill_list);
        int different = 0;
        for (int y = 0; y < tile.height_px(); ++y) {
            for (int x = 0; x < tile.width_px(); ++x) {
                const auto column = static_cast<int>(place.rect().left - rect.left) + x;
                const auto row = static_cast<int>(place.rect().top - rect.top) + y;
                if (column < 0 || row < 0 || column >= rect.width || row >= rect.height) continue;
                different += rgb(tile, x, y) != rgb(whole, column, row);
            }
        }
        EXPECT_EQ(different, 0) << "pixels of tile " << place.column << ", " << place.row;
    }
}

constexpr GridRect kFourTiles{-520, -530, 1060, 1050};

/// Numbers that are the same on every machine, unlike std's distributions.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : engine_{seed} {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(engine_()) / 4294967295.0;
    }
    WorldPoint point(double reach_px) {
        return {std::llround(between(-reach_px, reach_px) * 256),
                std::llround(between(-reach_px, reach_px) * 256)};
    }
    std::vector<WorldPoint> path(std::size_t count, double reach_px) {
        std::vector<WorldPoint> points(count);
        std::ranges::generate(points, [&] { return point(reach_px); });
        return points;
    }

private:
    std::mt19937 engine_;
};

std::vector<WorldPoint> as_ring(std::vector<WorldPoint> points) {
    points.push_back(WorldPoint{points.front()});
    return points;
}

scene::PartRange parts_from(std::uint32_t first, const scene::DisplayList& list) {
    return {first, static_cast<std::uint32_t>(list.part_ends.size())};
}

void add_fill(std::span<const WorldPoint> ring, style::Color color, RectClip& clip,
              scene::DisplayList& list) {
    const auto first = static_cast<std::uint32_t>(list.part_ends.size());
    if (!clip.add_ring(ring)) return;
    list.add_fill(parts_from(first, list), {color, true, 0});
}

void add_stroke(std::span<const WorldPoint> line, const scene::StrokePaint& paint, RectClip& clip,
                scene::DisplayList& list, bool closed = false) {
    const auto first = static_cast<std::uint32_t>(list.part_ends.size());
    const auto offsets = static_cast<std::uint32_t>(list.dash_offsets.size());
    const double reach_px = paint.width / 2 * std::max(1.5, paint.miter_limit) + 2;
    if (paint.dashes.empty()) {
        clip.add_line(line, reach_px);
    } else {
        clip.add_dashed_line(line, reach_px);
    }
    if (list.part_ends.size() == first) return;
    list.stroke_paints.push_back(paint);
    list.items.emplace_back(scene::StrokeItem{
        parts_from(first, list), static_cast<std::uint32_t>(list.stroke_paints.size() - 1), offsets, closed});
}

class TileSeam : public testing::TestWithParam<std::uint32_t> {};

TEST_P(TileSeam, IsNotInFills) {
    for (const double reach_px : {30.0, 700.0, 5'000.0, 1e9}) {
        expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
            Chance chance{GetParam()};
            for (int i = 0; i < 12; ++i) {
                const style::Color color{chance.between(0, 1), chance.between(0, 1), 0, 0.6};
                add_fill(as_ring(chance.path(3 + i % 5, reach_px)), color, clip, list);
            }
        });
    }
}

TEST_P(TileSeam, IsNotInStrokes) {
    for (const double reach_px : {300.0, 700.0, 20'000.0}) {
        for (const auto join : {style::LineJoin::Miter, style::LineJoin::Round, style::LineJoin::Bevel}) {
            expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
                Chance chance{GetParam()};
                for (int i = 0; i < 8; ++i) {
                    scene::StrokePaint paint;
                    paint.color = {0, 0, chance.between(0, 1), 0.7};
                    paint.width = chance.between(0.3, 24);
                    paint.join = join;
                    paint.cap = i % 2 == 0 ? style::LineCap::Round : style::LineCap::Square;
                    add_stroke(chance.path(6, reach_px), paint, clip, list);
                }
            });
        }
    }
}

TEST_P(TileSeam, IsNotInThinLinesAndRings) {
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        Chance chance{GetParam()};
        for (int i = 0; i < 40; ++i) {
            scene::StrokePaint paint;
            paint.color = {0, 0, 0, 0.7};
            paint.width = chance.between(0.2, 1.5);
            const bool is_ring = i % 2 == 0;
            const std::vector<WorldPoint> path = chance.path(5, 700);
            add_stroke(is_ring ? as_ring(path) : path, paint, clip, list, is_ring);
        }
    });
}

TEST_P(TileSeam, IsNotBetweenRingsThatAreCutAndThoseThatLieInside) {
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        Chance chance{GetParam()};
        for (int i = 0; i < 200; ++i) {
            std::vector<WorldPoint> ring = chance.path(5, 30);
            const WorldPoint to = chance.point(520);
            for (WorldPoint& p : ring) p = {p.x + to.x, p.y + to.y};
            ring = as_ring(std::move(ring));
            scene::StrokePaint outline;
            outline.color = {0, 0, 0, 0.7};
            const auto first = static_cast<std::uint32_t>(list.part_ends.size());
            if (clip.add_inner_ring(ring)) {
                list.add_fill(parts_from(first, list), {kRed, true, 0});
                list.add_stroke(parts_from(first, list), outline, {}, true);
            } else {
                add_fill(ring, kRed, clip, list);
                add_stroke(ring, outline, clip, list, true);
            }
        }
    });
}

TEST_P(TileSeam, IsNotInRingsWhereverTheyBegin) {
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        Chance chance{GetParam()};
        for (int i = 0; i < 8; ++i) {
            scene::StrokePaint paint;
            paint.color = {0, 0, 0, 0.7};
            paint.width = chance.between(1, 16);
            add_stroke(as_ring(chance.path(5, 900)), paint, clip, list, true);
        }
    });
}

TEST_P(TileSeam, IsNotInDashedLines) {
    for (const double reach_px : {700.0, 9'000.0}) {
        expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
            Chance chance{GetParam()};
            for (int i = 0; i < 6; ++i) {
                scene::StrokePaint paint;
                paint.color = kBlack;
                paint.width = chance.between(1, 6);
                paint.cap = i % 2 == 0 ? style::LineCap::Round : style::LineCap::Butt;
                paint.dashes = {chance.between(0, 20), chance.between(1, 20)};
                add_stroke(chance.path(12, reach_px), paint, clip, list);
            }
        });
    }
}

TEST_P(TileSeam, IsNotInBlurredLines) {
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        Chance chance{GetParam()};
        scene::StrokePaint paint;
        paint.color = kBlue;
        paint.width = 30;
        paint.blur = chance.between(1, 12);
        add_stroke(chance.path(7, 800), paint, clip, list);
    });
}

INSTANTIATE_TEST_SUITE_P(Chance, TileSeam, testing::Values(1, 2, 3, 4));

TEST(TileSeam, IsNotInCircles) {
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        Chance chance{9};
        list.circle_paints.push_back({kRed, 17.3, 0.2, 3.1, kBlack});
        for (int i = 0; i < 300; ++i) {
            if (const auto place = clip.place(chance.point(600), 22); place.is_near) {
                list.items.emplace_back(scene::CircleItem{place.point, 0});
            }
        }
    });
}

TEST(TileSeam, IsNotInARingAroundEverything) {
    const std::int64_t far = 1'000'000'000LL * 256;
    expect_no_seams(kFourTiles, [&](RectClip& clip, scene::DisplayList& list) {
        const std::vector<WorldPoint> ring{
            {-far, -far}, {-far, far}, {far, far + 777}, {far, -far}, {-far, -far}};
        add_fill(ring, kRed, clip, list);
        add_stroke(std::vector<WorldPoint>{{-far, -far + 1000}, {far, far}}, {kBlack, 3, 0, {}, {}, 2, {}},
                   clip, list);
    });
}

}  // namespace
}  // namespace jinsha::paint
