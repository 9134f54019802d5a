#include "scene/picking.hpp"

#include "test_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace jinsha::scene {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;

const PixelGrid kMetres{{0, 0}, 1};  // grid y is minus northing

GridPoint at(double x, double y) {
    return kMetres.to_grid(geo::MapPoint{x, y});
}

std::vector<std::uint32_t> picked(const MapSnapshot& snapshot, GridPoint p) {
    std::vector<std::uint32_t> features;
    for (const Pick& pick : pick(snapshot, kMetres, {}, p)) features.push_back(pick.feature.index);
    return features;
}

const char* kFill = R"({"id": "areas", "type": "fill"})";
const char* kLine = R"({"id": "roads", "type": "line", "paint": {"line-width": 4}})";
const char* kCircle =
    R"({"id": "dots", "type": "circle", "paint": {"circle-radius": 10, "circle-stroke-width": 2}})";

TEST(Pick, FindsThePolygonThatThePointIsIn) {
    const auto map =
        snapshot_of({{kFill, source_of({{box(0, 0, 100, 100), {}}, {box(100, 0, 200, 100), {}}})}});
    EXPECT_THAT(picked(*map, at(50, 50)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(150, 50)), ElementsAre(1));
    EXPECT_THAT(picked(*map, at(250, 50)), IsEmpty());
    EXPECT_THAT(picked(*map, at(50, 103)), IsEmpty()) << "polygons are met by their inside only";
}

TEST(Pick, FindsTheLaterFeatureFirst) {
    const auto map =
        snapshot_of({{kFill, source_of({{box(0, 0, 100, 100), {}}, {box(50, 0, 150, 100), {}}})}});
    EXPECT_THAT(picked(*map, at(75, 50)), ElementsAre(1, 0));
}

TEST(Pick, FollowsTheSortKey) {
    const auto source =
        source_of({{box(0, 0, 100, 100), {{"k", number(2)}}}, {box(0, 0, 100, 100), {{"k", number(1)}}}});
    const auto map =
        snapshot_of({{R"({"id": "a", "type": "fill", "layout": {"fill-sort-key": ["get", "k"]}})", source}});
    EXPECT_THAT(picked(*map, at(50, 50)), ElementsAre(0, 1));
}

TEST(Pick, FindsNothingInAHole) {
    const auto ring = polygon(
        {{{0, 0}, {90, 0}, {90, 90}, {0, 90}, {0, 0}}, {{30, 30}, {30, 60}, {60, 60}, {60, 30}, {30, 30}}});
    const auto map = snapshot_of({{kFill, source_of({{ring, {}}})}});
    EXPECT_THAT(picked(*map, at(45, 45)), IsEmpty());
    EXPECT_THAT(picked(*map, at(15, 45)), ElementsAre(0));
}

TEST(Pick, FillsASelfIntersectingRingAsItIsPainted) {
    // A pentagram: its middle is wound about twice, which the non-zero rule fills.
    std::vector<geo::MapPoint> star;
    for (int i = 0; i <= 5; ++i) {
        const double angle = i * 2 * 2 * 3.14159265358979 / 5 + 1.5707963;
        star.push_back({100 * std::cos(angle), 100 * std::sin(angle)});
    }
    star.back() = star.front();
    const auto map = snapshot_of({{kFill, source_of({{polygon({star}), {}}})}});
    EXPECT_THAT(picked(*map, at(0, 0)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(0, 80)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(60, 60)), IsEmpty());
}

TEST(Pick, MeetsLinesWithinSixPixelsOrTheirWidth) {
    const auto source = source_of({{line({{0, 0}, {100, 0}}), {}}});
    const auto thin = snapshot_of({{kLine, source}});
    EXPECT_THAT(picked(*thin, at(50, 5.9)), ElementsAre(0));
    EXPECT_THAT(picked(*thin, at(50, 6.1)), IsEmpty());
    EXPECT_THAT(picked(*thin, at(105.9, 0)), ElementsAre(0));
    const auto wide = snapshot_of({{R"({"id": "r", "type": "line", "paint": {"line-width": 40}})", source}});
    EXPECT_THAT(picked(*wide, at(50, 19.9)), ElementsAre(0));
    EXPECT_THAT(picked(*wide, at(50, 20.1)), IsEmpty());
}

TEST(Pick, KnowsWidthsThatDependOnFeatures) {
    const auto source = source_of(
        {{line({{0, 0}, {100, 0}}), {{"w", number(60)}}}, {line({{0, 0}, {100, 0}}), {{"w", number(2)}}}});
    const auto map =
        snapshot_of({{R"({"id": "r", "type": "line", "paint": {"line-width": ["get", "w"]}})", source}});
    EXPECT_THAT(picked(*map, at(50, 25)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(50, 4)), ElementsAre(1, 0));
}

TEST(Pick, MeetsTheOutlineOfAPolygonInALineLayer) {
    const auto map = snapshot_of({{kLine, source_of({{box(0, 0, 100, 100), {}}})}});
    EXPECT_THAT(picked(*map, at(50, 50)), IsEmpty());
    EXPECT_THAT(picked(*map, at(50, 97)), ElementsAre(0));
}

TEST(Pick, MeetsCirclesByTheirRadiusAndEdge) {
    const auto map = snapshot_of({{kCircle, source_of({{points({{0, 0}}), {}}})}});
    EXPECT_THAT(picked(*map, at(11.9, 0)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(12.1, 0)), IsEmpty());
    EXPECT_THAT(picked(*map, at(9, 9)), IsEmpty()) << "a circle is no square";
}

TEST(Pick, MeetsSmallCirclesWithinSixPixels) {
    const auto map = snapshot_of({{R"({"id": "d", "type": "circle", "paint": {"circle-radius": 1}})",
                                   source_of({{points({{0, 0}}), {}}})}});
    EXPECT_THAT(picked(*map, at(5.9, 0)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(6.1, 0)), IsEmpty());
}

TEST(Pick, CountsInCssPixels) {
    const auto map = snapshot_of({{kCircle, source_of({{points({{0, 0}}), {}}})}}, 2);
    EXPECT_THAT(picked(*map, at(23.9, 0)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(24.1, 0)), IsEmpty());
}

TEST(Pick, LooksWhereATranslatedLayerIsDrawn) {
    const auto map = snapshot_of({{R"({"id": "a", "type": "fill", "paint": {"fill-translate": [500, 20]}})",
                                   source_of({{box(0, 0, 100, 100), {}}})}});
    EXPECT_THAT(picked(*map, at(550, 30)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(50, 50)), IsEmpty());
}

TEST(Pick, SkipsWhatIsNotShown) {
    const auto source = source_of(
        {{box(0, 0, 100, 100), {{"kind", text("park")}}}, {box(0, 0, 100, 100), {{"kind", text("lake")}}}});
    const auto filtered =
        snapshot_of({{R"({"id": "a", "type": "fill", "filter": ["==", ["get", "kind"], "lake"]})", source}});
    EXPECT_THAT(picked(*filtered, at(50, 50)), ElementsAre(1));
    EXPECT_THAT(picked(*snapshot_of({{kFill, source, 0, false}}), at(50, 50)), IsEmpty());
    EXPECT_THAT(picked(*snapshot_of({{R"({"id": "a", "type": "fill", "minzoom": 20})", source}}), at(50, 50)),
                IsEmpty());
    EXPECT_THAT(picked(*snapshot_of({{kFill, nullptr}}), at(50, 50)), IsEmpty());
}

TEST(Pick, NamesEachFeatureOnceWithItsTopmostLayer) {
    const auto areas = source_of({{box(0, 0, 100, 100), {}}});
    const auto map = snapshot_of(
        {{kFill, areas, 3}, {kLine, areas, 3}, {kCircle, source_of({{points({{50, 98}}), {}}}), 1}});
    EXPECT_THAT(pick(*map, kMetres, {}, at(50, 98)), ElementsAre(Pick{{1, 0}, 2}, Pick{{3, 0}, 1}));
}

PlacedSymbol icon_symbol(map::FeatureKey feature, std::uint32_t layer, GridPoint center) {
    PlacedSymbol symbol;
    symbol.layer = layer;
    symbol.feature = feature;
    symbol.icons.push_back({"badge", center, 1, 0, 1, 20, 10});
    return symbol;
}

TEST(Pick, FindsSymbolsBeforeAllElseTheLastDrawnFirst) {
    const auto map = snapshot_of({{kCircle, source_of({{points({{0, 0}}), {}}})},
                                  {R"({"id": "names", "type": "symbol"})", source_of({}), 1}});
    const std::vector<PlacedSymbol> symbols{icon_symbol({1, 5}, 1, at(0, 0)),
                                            icon_symbol({1, 9}, 1, at(5, 0))};
    EXPECT_THAT(pick(*map, kMetres, symbols, at(1, 0)),
                ElementsAre(Pick{{1, 9}, 1}, Pick{{1, 5}, 1}, Pick{{0, 0}, 0}));
    EXPECT_THAT(pick(*map, kMetres, symbols, at(1, 6)), ElementsAre(Pick{{0, 0}, 0})) << "above the icons";
}

TEST(Pick, MeetsTurnedTextsWhereTheyStand) {
    const auto map = snapshot_of({});
    auto label = std::make_shared<text::Label>();
    label->shaped.width_px = 100;
    label->shaped.height_px = 10;
    label->rotate_deg = 90;
    PlacedSymbol symbol;
    symbol.texts.push_back({label, {0, 0}, 1});
    EXPECT_EQ(pick(*map, kMetres, {symbol}, {0, 45}).size(), 1u);
    EXPECT_THAT(pick(*map, kMetres, {symbol}, {45, 0}), IsEmpty());
}

TEST(Pick, MeetsPointsOfLowerSymbolLayers) {
    const auto map =
        snapshot_of({{R"({"id": "names", "type": "symbol"})", source_of({{points({{0, 0}}), {}}})},
                     {kFill, source_of({})}});
    EXPECT_THAT(picked(*map, at(4, 4)), ElementsAre(0));
    EXPECT_THAT(picked(*map, at(5, 5)), IsEmpty());
}

TEST(Pick, FindsNothingNowhere) {
    const auto map = snapshot_of({{kFill, source_of({{box(0, 0, 100, 100), {}}})}});
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(pick(*map, kMetres, {}, {nan, 0}), IsEmpty());
    EXPECT_THAT(pick(*map, kMetres, {}, {std::numeric_limits<double>::infinity(), 0}), IsEmpty());
    EXPECT_THAT(pick(*map, kMetres, {}, {1e300, 1e300}), IsEmpty());
}

/// Winding number by summing angles: slow, and not the way it is found out elsewhere.
bool is_inside(const geo::Geometry& polygon, geo::MapPoint p) {
    double turns = 0;
    for (std::size_t part = 0; part < polygon.part_ends.size(); ++part) {
        const auto ring = polygon.view().part(part);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const double a = std::atan2(ring[i].y - p.y, ring[i].x - p.x);
            const double b = std::atan2(ring[i + 1].y - p.y, ring[i + 1].x - p.x);
            turns += std::remainder(b - a, 2 * 3.141592653589793);
        }
    }
    return std::lround(turns / (2 * 3.141592653589793)) != 0;
}

double distance(const geo::Geometry& line, geo::MapPoint p) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < line.points.size(); ++i) {
        const auto &a = line.points[i], &b = line.points[i + 1];
        for (int k = 0; k <= 20000; ++k) {
            const double t = k / 20000.0;
            nearest = std::min(nearest, std::hypot(a.x + (b.x - a.x) * t - p.x, a.y + (b.y - a.y) * t - p.y));
        }
    }
    return nearest;
}

TEST(Pick, AgreesWithLookingAtEveryFeature) {
    std::mt19937 random{11};
    const auto coordinate = [&] { return static_cast<double>(random() % 40000) / 100; };
    std::vector<TestFeature> polygons, lines, dots;
    for (int i = 0; i < 60; ++i) {
        std::vector<geo::MapPoint> ring, course;
        for (int k = 0; k < 7; ++k) ring.push_back({coordinate(), coordinate()});
        ring.push_back(ring.front());
        polygons.push_back({polygon({ring}), {}});
        for (int k = 0; k < 3; ++k) course.push_back({coordinate(), coordinate()});
        lines.push_back({line(course), {}});
        dots.push_back({points({{coordinate(), coordinate()}, {coordinate(), coordinate()}}), {}});
    }
    const auto areas = snapshot_of({{kFill, source_of(polygons)}});
    const auto roads = snapshot_of({{kLine, source_of(lines)}});
    const auto circles = snapshot_of({{kCircle, source_of(dots)}});
    for (int i = 0; i < 100; ++i) {
        const geo::MapPoint p{coordinate() + 0.005, coordinate() + 0.005};
        std::vector<std::uint32_t> in, near, on;
        for (std::uint32_t f = 60; f-- > 0;) {
            if (is_inside(polygons[f].geometry, p)) in.push_back(f);
            if (i < 25 && distance(lines[f].geometry, p) <= 6) near.push_back(f);
            if (std::ranges::any_of(dots[f].geometry.points, [&](const geo::MapPoint& q) {
                    return std::hypot(q.x - p.x, q.y - p.y) <= 12;
                })) {
                on.push_back(f);
            }
        }
        const GridPoint grid_point = at(p.x, p.y);
        EXPECT_EQ(picked(*areas, grid_point), in);
        if (i < 25) {
            EXPECT_EQ(picked(*roads, grid_point), near);
        }
        EXPECT_EQ(picked(*circles, grid_point), on);
    }
}

/// Layers of every kind over each other, the areas twice, and symbols over them: badges, clusters, turned
/// labels.
struct RandomScene {
    explicit RandomScene(unsigned seed) : random{seed} {
        for (int i = 0; i < 12; ++i) {
            const double x = number_up_to(300), y = number_up_to(300);
            areas.push_back({box(x, y, x + 20 + number_up_to(120), y + 20 + number_up_to(120)), {}});
            roads.push_back({line({spot(), spot(), spot()}), {}});
            dots.push_back({points({spot()}), {}});
            names.push_back({points({spot()}), {}});
            symbols.push_back(symbol(i));
        }
        const auto area_source = source_of(areas);
        map = snapshot_of({{kFill, area_source, 0},
                           {kLine, source_of(roads), 1},
                           {R"({"id": "names", "type": "symbol"})", source_of(names), 2},
                           {kCircle, source_of(dots), 3},
                           {kLine, area_source, 0},
                           {R"({"id": "badges", "type": "symbol"})", source_of({}), 4}});
    }
    double number_up_to(double most) { return most * static_cast<double>(random() % 10000) / 10000; }
    geo::MapPoint spot() { return {number_up_to(400) + 0.003, number_up_to(400) + 0.003}; }

    /// A badge, a cluster or a label by turns; badges of one feature come twice.
    PlacedSymbol symbol(int i) {
        PlacedSymbol made;
        made.layer = 5;
        made.feature = {4, static_cast<std::uint32_t>(i / 2)};
        const geo::MapPoint middle = spot();
        if (i % 3 == 1) made.cluster = static_cast<std::uint32_t>(i);
        if (i % 3 == 2) {
            auto label = std::make_shared<text::Label>();
            label->shaped.width_px = 60 + number_up_to(40);
            label->shaped.height_px = 14;
            label->rotate_deg = number_up_to(360);
            made.texts.push_back({label, at(middle.x, middle.y), 1});
        } else {
            const double side = 20 + number_up_to(40);
            made.icons.push_back({"badge", at(middle.x, middle.y), 1, number_up_to(360), 1, side, side / 2});
        }
        return made;
    }

    std::mt19937 random;
    std::vector<TestFeature> areas, roads, dots, names;
    std::vector<PlacedSymbol> symbols;
    std::shared_ptr<MapSnapshot> map;
};

/// By the winding number of the four corners, in pixels.
bool is_in_box(GridPoint p, GridPoint middle, double width, double height, double clockwise_deg) {
    const double angle = clockwise_deg * 3.141592653589793 / 180;
    std::vector<geo::MapPoint> corners;
    for (const auto& [x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
        const double dx = x * width / 2, dy = y * height / 2;
        corners.push_back({middle.x + dx * std::cos(angle) - dy * std::sin(angle),
                           middle.y + dx * std::sin(angle) + dy * std::cos(angle)});
    }
    return is_inside(polygon({corners}), {p.x, p.y});
}

std::vector<Pick> looked_at_one_by_one(const RandomScene& scene, geo::MapPoint p) {
    std::vector<Pick> found;
    const auto add = [&](const Pick& pick) {
        if (std::ranges::find(found, pick.feature, &Pick::feature) == found.end()) found.push_back(pick);
    };
    for (std::size_t i = scene.symbols.size(); i-- > 0;) {
        const PlacedSymbol& symbol = scene.symbols[i];
        const bool is_met =
            symbol.texts.empty()
                ? is_in_box(at(p.x, p.y), symbol.icons[0].center, symbol.icons[0].width_px,
                            symbol.icons[0].height_px, symbol.icons[0].rotate_deg)
                : is_in_box(at(p.x, p.y), symbol.texts[0].origin, symbol.texts[0].label->shaped.width_px,
                            symbol.texts[0].label->shaped.height_px, symbol.texts[0].label->rotate_deg);
        if (is_met) add({symbol.feature, symbol.layer, symbol.cluster});
    }
    const auto add_layer = [&](std::uint32_t layer, std::uint32_t source, auto&& is_met) {
        for (std::uint32_t f = 12; f-- > 0;) {
            if (is_met(f)) add({{source, f}, layer});
        }
    };
    const auto is_near = [&](const geo::Geometry& point, double radius) {
        return std::hypot(point.points[0].x - p.x, point.points[0].y - p.y) <= radius;
    };
    add_layer(4, 0, [&](std::uint32_t f) { return distance(scene.areas[f].geometry, p) <= 6; });
    add_layer(3, 3, [&](std::uint32_t f) { return is_near(scene.dots[f].geometry, 12); });
    add_layer(2, 2, [&](std::uint32_t f) { return is_near(scene.names[f].geometry, 6); });
    add_layer(1, 1, [&](std::uint32_t f) { return distance(scene.roads[f].geometry, p) <= 6; });
    add_layer(0, 0, [&](std::uint32_t f) { return is_inside(scene.areas[f].geometry, p); });
    return found;
}

TEST(Pick, FindsInAnySceneWhatLookingAtEverythingFindsInItsOrder) {
    for (const unsigned seed : {1u, 2u, 3u, 4u, 5u, 6u}) {
        RandomScene scene{seed};
        for (int i = 0; i < 6; ++i) {
            // Half of the places are those of a symbol, as most of the map has none.
            const auto& near = scene.symbols[static_cast<std::size_t>(i)];
            const GridPoint middle = near.texts.empty() ? near.icons[0].center : near.texts[0].origin;
            const geo::MapPoint p =
                i % 2 == 0 ? scene.spot() : kMetres.to_map(GridPoint{middle.x + 3, middle.y + 2});
            EXPECT_EQ(pick(*scene.map, kMetres, scene.symbols, at(p.x, p.y)), looked_at_one_by_one(scene, p))
                << "seed " << seed << ", place " << i;
        }
    }
}

}  // namespace
}  // namespace jinsha::scene
