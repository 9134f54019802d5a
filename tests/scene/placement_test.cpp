#include "scene/placement.hpp"

#include "test_map.hpp"
#include "text/test_fonts.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

namespace jinsha::scene {
namespace {

using namespace test;
using testing::AllOf;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr GridRect kWindow{-500, -500, 1000, 1000};

std::shared_ptr<const symbol::IconStore> icons() {
    static const auto kIcons = std::make_shared<const symbol::IconStore>(
        std::vector<std::filesystem::path>{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});
    return kIcons;
}

std::shared_ptr<const text::FontSet> fonts() {
    return {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()};
}

/// One map unit is a physical pixel.
SymbolPlacer placer(const std::shared_ptr<const MapSnapshot>& map, double units_per_pixel = 1) {
    return {map, units_per_pixel, fonts(), icons()};
}

std::vector<PlacedSymbol> placed(const std::shared_ptr<const MapSnapshot>& map,
                                 const GridRect& rect = kWindow) {
    return placer(map).place(rect);
}

/// All there is to a symbol, to the last bit.
std::string written(const PlacedSymbol& s) {
    std::string out = fmt::format("{} {} {}/{} {:a},{:a} [{:a} {:a} {:a} {:a}]", s.id, s.layer,
                                  s.feature.source, s.feature.index, s.anchor.x, s.anchor.y, s.box.left,
                                  s.box.top, s.box.right, s.box.bottom);
    for (const PlacedIcon& i : s.icons) {
        out += fmt::format(" icon {} {:a},{:a} {:a} {:a} {:a} {:a}x{:a}", i.image, i.center.x, i.center.y,
                           i.size, i.rotate_deg, i.opacity, i.width_px, i.height_px);
    }
    for (const PlacedText& t : s.texts) {
        out += fmt::format(" text {} {:a},{:a} {:a} {:a}", t.label->shaped.text, t.origin.x, t.origin.y,
                           t.label->rotate_deg, t.opacity);
    }
    return out;
}

std::vector<std::string> written(const std::vector<PlacedSymbol>& symbols) {
    std::vector<std::string> lines;
    for (const PlacedSymbol& s : symbols) lines.push_back(written(s));
    return lines;
}

std::vector<std::uint32_t> features(const std::vector<PlacedSymbol>& symbols) {
    std::vector<std::uint32_t> numbers;
    for (const PlacedSymbol& s : symbols) numbers.push_back(s.feature.index);
    return numbers;
}

TestFeature named(double x, double y, std::string name) {
    return {points({{x, y}}), {{"name", text(std::move(name))}}};
}

/// A symbol layer whose text is the name, with more layout properties.
std::string names(const std::string& more = "", const std::string& id = "names") {
    return fmt::format(
        R"({{"id": "{}", "type": "symbol", "layout": {{"text-field": ["get", "name"], "text-size": 10 {}}}}})",
        id, more.empty() ? "" : ", " + more);
}

TEST(SymbolPlacer, CentresALabelOnItsPoint) {
    const auto symbols = placed(snapshot_of({{names(), source_of({named(100, 50, "金沙湖")}), 7}}));
    ASSERT_THAT(symbols, SizeIs(1));
    const PlacedSymbol& s = symbols[0];
    EXPECT_EQ(s.anchor, (GridPoint{100, -50}));
    EXPECT_EQ(s.feature, (map::FeatureKey{7, 0}));
    ASSERT_THAT(s.texts, SizeIs(1));
    EXPECT_EQ(s.texts[0].origin, s.anchor);
    EXPECT_EQ(s.texts[0].label->shaped.text, "金沙湖");
    EXPECT_THAT(s.box.right - s.box.left, DoubleNear(30, 0.01)) << "three characters of 10 px";
    EXPECT_THAT(s.box.bottom - s.box.top, DoubleNear(12, 0.01)) << "a line of 1.2 em";
    EXPECT_THAT(s.box.center().x, DoubleNear(100, 0.01));
}

TEST(SymbolPlacer, CountsInCssPixels) {
    const auto symbols = placed(snapshot_of({{names(), source_of({named(0, 0, "金沙湖")})}}, 2));
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_THAT(symbols[0].box.right - symbols[0].box.left, DoubleNear(60, 0.01));
    EXPECT_EQ(symbols[0].texts[0].label->shaped.format.size_px, 20);
}

TEST(SymbolPlacer, PlacesEveryPointOfAMultipoint) {
    const auto map =
        snapshot_of({{names(), source_of({{points({{0, 0}, {100, 0}}), {{"name", text("井")}}}})}});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(2));
    EXPECT_NE(symbols[0].id, symbols[1].id);
}

TEST(SymbolPlacer, NeedsSomethingToShow) {
    const auto map = snapshot_of(
        {{names(), source_of({named(0, 0, ""), named(100, 0, "  \n"), {points({{0, 50}}), {}}})}});
    EXPECT_THAT(placed(map), IsEmpty());
}

TEST(SymbolPlacer, SkipsLayersThatAreNotShown) {
    const auto source = source_of({named(0, 0, "井")});
    EXPECT_THAT(placed(snapshot_of({{names(), source, 0, false}})), IsEmpty());
    EXPECT_THAT(
        placed(snapshot_of(
            {{R"({"id": "n", "type": "symbol", "minzoom": 22, "layout": {"text-field": "x"}})", source}})),
        IsEmpty());
    EXPECT_THAT(
        placed(snapshot_of(
            {{R"({"id": "n", "type": "symbol", "filter": ["==", ["get", "name"], "河"], "layout": {"text-field": "x"}})",
              source}})),
        IsEmpty());
    EXPECT_THAT(placed(snapshot_of({{names(), nullptr}})), IsEmpty());
    EXPECT_THAT(placed(snapshot_of({{names(), source_of({})}})), IsEmpty());
    EXPECT_THAT(placed(snapshot_of({})), IsEmpty());
}

TEST(SymbolPlacer, LeavesLayersBelowTheTopmostSymbolsToThePainter) {
    const auto source = source_of({named(0, 0, "井")});
    const auto map = snapshot_of({{names("", "below"), source},
                                  {R"({"id": "f", "type": "fill"})", source_of({})},
                                  {names("", "above"), source}});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_EQ(symbols[0].layer, 2u);
}

TEST(SymbolPlacer, PutsTheTextOnTheSideThatItsAnchorLeaves) {
    const auto box_of_anchor = [](const std::string& anchor, const std::string& more = "") {
        const auto symbols = placed(snapshot_of(
            {{names(R"("text-anchor": ")" + anchor + "\"" + more), source_of({named(0, 0, "金沙")})}}));
        return symbols.at(0).box;
    };
    EXPECT_THAT(box_of_anchor("left").left, DoubleNear(0, 1e-9));
    EXPECT_THAT(box_of_anchor("right").right, DoubleNear(0, 1e-9));
    EXPECT_THAT(box_of_anchor("top").top, DoubleNear(0, 1e-9));
    EXPECT_THAT(box_of_anchor("bottom").bottom, DoubleNear(0, 1e-9));
    EXPECT_THAT(box_of_anchor("bottom-right").bottom, DoubleNear(0, 1e-9));
    EXPECT_THAT(box_of_anchor("bottom-right").right, DoubleNear(0, 1e-9));
    const GridBox moved = box_of_anchor("left", R"(, "text-offset": [2, -1])");
    EXPECT_THAT(moved.left, DoubleNear(20, 1e-9));
    EXPECT_THAT(moved.center().y, DoubleNear(-10, 1e-9));
}

TEST(SymbolPlacer, TurnsTextAndOffsetTogether) {
    const auto symbols =
        placed(snapshot_of({{names(R"("text-anchor": "left", "text-offset": [1, 0], "text-rotate": 90)"),
                             source_of({named(0, 0, "金沙")})}}));
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_THAT(symbols[0].box.top, DoubleNear(10, 1e-6)) << "clockwise: what was to the right is below";
    EXPECT_THAT(symbols[0].box.bottom, DoubleNear(30, 0.01));
    EXPECT_THAT(symbols[0].box.center().x, DoubleNear(0, 1e-6));
    EXPECT_EQ(symbols[0].texts[0].label->rotate_deg, 90);
}

TEST(SymbolPlacer, BreaksAndAlignsLongTexts) {
    const auto symbols = placed(snapshot_of(
        {{names(
              R"("text-max-width": 4, "text-anchor": "left", "text-justify": "auto", "text-line-height": 1.5)"),
          source_of({named(0, 0, "格里坪工业园区")})}}));
    ASSERT_THAT(symbols, SizeIs(1));
    const text::ShapedText& shaped = symbols[0].texts[0].label->shaped;
    EXPECT_EQ(shaped.line_count, 2);
    EXPECT_EQ(shaped.format.alignment, text::Alignment::Left);
    EXPECT_THAT(shaped.height_px, DoubleNear(30, 1e-9));
}

TEST(SymbolPlacer, PlacesTheFeatureWithTheSmallerSortKeyFirst) {
    const auto source = source_of({{points({{0, 0}}), {{"name", text("甲甲甲")}, {"k", number(2)}}},
                                   {points({{10, 0}}), {{"name", text("乙乙乙")}, {"k", number(1)}}},
                                   {points({{20, 0}}), {{"name", text("丙丙丙")}, {"k", number(1)}}}});
    EXPECT_THAT(features(placed(snapshot_of({{names(), source}}))), ElementsAre(0)) << "no key: by number";
    EXPECT_THAT(features(placed(snapshot_of({{names(R"("symbol-sort-key": ["get", "k"])"), source}}))),
                ElementsAre(1));
}

TEST(SymbolPlacer, PlacesTheTopmostLayerFirst) {
    const auto lower = source_of({named(0, 0, "下下下")}), upper = source_of({named(10, 0, "上上上")});
    const auto symbols = placed(snapshot_of({{names("", "a"), lower, 0}, {names("", "b"), upper, 1}}));
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_EQ(symbols[0].layer, 1u);
}

TEST(SymbolPlacer, DrawsLowerLayersFirstAndThenFromTheNorth) {
    const auto source = source_of({named(0, 0, "南"), named(0, 100, "北")});
    const auto symbols = placed(
        snapshot_of({{names("", "a"), source, 0}, {names(R"("text-offset": [5, 0])", "b"), source, 0}}));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
    for (const PlacedSymbol& s : symbols) order.emplace_back(s.layer, s.feature.index);
    EXPECT_THAT(order,
                ElementsAre(std::pair{0u, 1u}, std::pair{0u, 0u}, std::pair{1u, 1u}, std::pair{1u, 0u}));
}

TEST(SymbolPlacer, TriesVariableAnchorsInTheirOrder) {
    const std::string variable = R"("text-variable-anchor": ["left", "right", "top"], "text-offset": [1, 2])";
    const auto alone = placed(snapshot_of({{names(variable), source_of({named(0, 0, "金沙湖")})}}));
    ASSERT_THAT(alone, SizeIs(1));
    EXPECT_THAT(alone[0].box.left, DoubleNear(10, 1e-9)) << "the offset counts away from the point";
    EXPECT_THAT(alone[0].box.center().y, DoubleNear(0, 1e-9));

    const auto upper = source_of({named(20, 0, "障")});
    const auto beside = placed(
        snapshot_of({{names(variable), source_of({named(0, 0, "金沙湖")}), 0}, {names("", "b"), upper, 1}}));
    ASSERT_THAT(beside, SizeIs(2));
    EXPECT_THAT(beside[0].box.right, DoubleNear(-10, 1e-9));

    const auto crowd = source_of({named(20, 0, "障"), named(-20, 0, "障")});
    const auto below = placed(
        snapshot_of({{names(variable), source_of({named(0, 0, "金沙湖")}), 0}, {names("", "b"), crowd, 1}}));
    ASSERT_THAT(below, SizeIs(3));
    EXPECT_THAT(below[0].box.top, DoubleNear(20, 1e-9));
}

const char* kBadges = R"({"id": "projects", "type": "symbol", "layout": {
    "icon-image": ["get", "icon"], "icon-overlap": "always", "text-field": ["get", "name"], "text-size": 10,
    "text-variable-anchor": ["left", "right", "top", "bottom"], "text-offset": [2, 2], "text-optional": true}})";

TestFeature project(double x, double y, std::string name) {
    return {points({{x, y}}),
            {{"name", text(std::move(name))}, {"icon", text("badge/energy/ongoing/known")}}};
}

TEST(SymbolPlacer, KeepsTextsOffIconsThatAreShownAnyway) {
    const auto symbols =
        placed(snapshot_of({{kBadges, source_of({project(0, 0, "金沙湖"), project(45, 0, "梅子箐")})}}));
    ASSERT_THAT(symbols, SizeIs(2));
    EXPECT_LT(symbols[0].texts.at(0).origin.x, 0) << "to the left, since the other badge is to the right";
    EXPECT_GT(symbols[1].texts.at(0).origin.x, 45);
}

TEST(SymbolPlacer, ShowsAnIconWithoutItsOptionalText) {
    std::vector<TestFeature> crowd;
    for (int i = 0; i < 9; ++i) crowd.push_back(project(i % 3 * 20, i / 3 * 20, "大水井片区"));
    const auto symbols = placed(snapshot_of({{kBadges, source_of(crowd)}}));
    EXPECT_THAT(symbols, SizeIs(9));
    const auto texts = std::ranges::count_if(symbols, [](const PlacedSymbol& s) { return !s.texts.empty(); });
    EXPECT_THAT(texts, AllOf(testing::Ge(2), testing::Le(8)));
}

TEST(SymbolPlacer, SaysTheSizeOfIcons) {
    const auto symbols = placed(snapshot_of(
        {{R"({"id": "p", "type": "symbol", "layout": {"icon-image": "badge/energy/ongoing/known", "icon-size": 0.5, "icon-rotate": 30, "icon-anchor": "bottom"}})",
          source_of({named(0, 0, "")})}},
        2));
    ASSERT_THAT(symbols, SizeIs(1));
    const auto size = *icons()->size("badge/energy/ongoing/known");
    const PlacedIcon& icon = symbols[0].icons.at(0);
    EXPECT_EQ(icon.width_px, size.width);
    EXPECT_EQ(icon.size, 0.5);
    EXPECT_THAT(icon.rotate_deg, DoubleNear(30, 1e-9));
    EXPECT_THAT(icon.center.y, DoubleNear(-size.height / 2 * std::cos(30 * 3.14159265358979 / 180), 1e-6));
}

TEST(SymbolPlacer, PlacesTheTextOfAnUnknownIconAndTellsItOnce) {
    const auto map = snapshot_of(
        {{R"({"id": "p", "type": "symbol", "layout": {"icon-image": "no-such-icon", "text-field": ["get", "name"]}})",
          source_of({named(0, 0, "甲"), named(100, 0, "乙")})}});
    SymbolPlacer placer = scene::placer(map);
    const auto symbols = placer.place(kWindow);
    ASSERT_THAT(symbols, SizeIs(2));
    EXPECT_THAT(symbols[0].icons, IsEmpty());
    EXPECT_THAT(placer.faults(), ElementsAre(AllOf(HasSubstr("layer 'p'"), HasSubstr("no-such-icon"))));
}

TEST(SymbolPlacer, StandsPolygonLabelsInsideWhateverIsAskedFor) {
    // A U: its middle is outside.
    const auto shape = polygon(
        {{{0, 0}, {300, 0}, {300, 300}, {260, 300}, {260, 60}, {60, 60}, {60, 300}, {0, 300}, {0, 0}}});
    const auto map = snapshot_of({{names(), source_of({{shape, {{"name", text("园")}}}})}});
    const auto whole = placed(map, {-1000, -1000, 2000, 2000});
    ASSERT_THAT(whole, SizeIs(1));
    const GridPoint p = whole[0].anchor;
    EXPECT_TRUE(p.y > -60 || p.x < 60 || p.x > 260) << p.x << ", " << p.y;
    const auto cut =
        placed(map, {static_cast<std::int64_t>(p.x) - 1, static_cast<std::int64_t>(p.y) - 1, 2, 2});
    EXPECT_EQ(written(cut), written(whole));
}

TEST(SymbolPlacer, StandsPointLabelsOfLinesInTheirMiddle) {
    const auto map =
        snapshot_of({{names(), source_of({{line({{0, 0}, {100, 0}, {100, 40}}), {{"name", text("路")}}}})}});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(1));
    EXPECT_EQ(symbols[0].anchor, (GridPoint{70, 0}));
}

std::shared_ptr<const map::FeatureSource> river() {
    std::vector<geo::MapPoint> course;
    for (int i = 0; i <= 600; ++i) {
        course.push_back({i * 5.0 - 1500, 60 * std::sin(i / 40.0) + 8 * std::sin(i / 3.0)});
    }
    std::ranges::reverse(course);  // it flows west
    return source_of({{line(course), {{"name", text("金沙江")}}}});
}

const std::string kAlong = R"("symbol-placement": "line", "symbol-spacing": 300, "text-letter-spacing": 0.5)";

TEST(SymbolPlacer, WritesARiverAlongItsCourse) {
    const auto symbols = placed(snapshot_of({{names(kAlong), river()}}), {-1600, -500, 3200, 1000});
    EXPECT_THAT(symbols, SizeIs(testing::Ge(6u)));
    std::set<std::uint64_t> ids;
    for (const PlacedSymbol& s : symbols) {
        ids.insert(s.id);
        ASSERT_THAT(s.texts, SizeIs(3));
        EXPECT_EQ(s.texts[0].label->shaped.text, "金");
        EXPECT_EQ(s.texts[2].label->shaped.text, "江");
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_LE(std::abs(s.texts[i].label->rotate_deg), 60) << "upright";
            if (i == 0) continue;
            const double turn = s.texts[i].label->rotate_deg - s.texts[i - 1].label->rotate_deg;
            EXPECT_LE(std::abs(turn), 30);
            const double dx = s.texts[i].origin.x - s.texts[i - 1].origin.x;
            const double dy = s.texts[i].origin.y - s.texts[i - 1].origin.y;
            EXPECT_GT(dx, 0) << "from left to right";
            EXPECT_THAT(std::hypot(dx, dy), DoubleNear(15, 1));
        }
    }
    EXPECT_EQ(ids.size(), symbols.size());
}

TEST(SymbolPlacer, GivesTheSameRiverLabelsToEveryWindow) {
    const auto map = snapshot_of({{names(kAlong), river()}});
    std::map<std::uint64_t, std::string> expected;
    for (const PlacedSymbol& s : placed(map, {-1600, -500, 3200, 1000})) expected[s.id] = written(s);
    std::size_t found = 0;
    for (int x = -1500; x < 1500; x += 170) {
        for (const PlacedSymbol& s : placed(map, {x, -200, 150, 300})) {
            EXPECT_EQ(written(s), expected[s.id]);
            ++found;
        }
    }
    EXPECT_GE(found, expected.size());
}

TEST(SymbolPlacer, SetsIconsAlongALineTurnedWithIt) {
    const auto map = snapshot_of(
        {{R"({"id": "oneway", "type": "symbol", "layout": {"symbol-placement": "line", "symbol-spacing": 100, "icon-image": "pin"}})",
          source_of({{line({{0, 0}, {0, 400}}), {}}})}});
    const auto symbols = placed(map);
    ASSERT_THAT(symbols, SizeIs(5));
    for (const PlacedSymbol& s : symbols) EXPECT_THAT(s.icons.at(0).rotate_deg, DoubleNear(-90, 1e-9));
}

TEST(SymbolPlacer, FindsNoLineInPointsAndNoRoomOnShortLines) {
    const auto map = snapshot_of(
        {{names(kAlong),
          source_of({named(0, 0, "井"), {line({{0, 0}, {20, 0}}), {{"name", text("金沙江")}}}})}});
    SymbolPlacer placer = scene::placer(map);
    EXPECT_THAT(placer.place(kWindow), IsEmpty());
    EXPECT_THAT(placer.faults(), IsEmpty()) << "want of room is no fault";
}

TEST(SymbolPlacer, KeepsTheIdsOfItsSymbolsOverTheScales) {
    const auto map = snapshot_of({{names(), source_of({named(0, 400, "甲"), named(400, 400, "乙")}), 0},
                                  {names(kAlong, "rivers"), river(), 1}});
    const auto ids = [&](double units_per_pixel) {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::uint64_t>> by_feature;
        for (const PlacedSymbol& s : placer(map, units_per_pixel).place({-4000, -4000, 8000, 8000})) {
            by_feature[{s.layer, s.feature.index}].insert(s.id);
        }
        return by_feature;
    };
    auto near = ids(1), far = ids(4);
    EXPECT_EQ((near[{0, 0}]), (far[{0, 0}]));
    EXPECT_EQ((near[{0, 1}]), (far[{0, 1}]));
    EXPECT_NE((near[{0, 0}]), (near[{0, 1}]));
    ASSERT_FALSE((far[{1, 0}].empty()));
    EXPECT_TRUE(std::ranges::includes(near[{1, 0}], far[{1, 0}])) << "the labels that stay keep their ids";
}

/// Points, lines and polygons with names of all kinds, some 600 of them in [-900, 900]².
std::shared_ptr<const MapSnapshot> busy_map(unsigned seed, double pixel_ratio = 1) {
    std::mt19937 random{seed};
    const auto coordinate = [&](int range) {
        return static_cast<double>(random() % static_cast<unsigned>(range * 200)) / 100 - range;
    };
    const std::vector<std::string> words{
        "金沙江", "格里坪镇", "West District",      "大水井片区综合开发项目（一期）",
        "A",      "3号 井",   "清香坪街道\n办事处", "ﷺ",
        "مدينة",  "🏭厂",      "Überlingen am See"};
    const auto name = [&] { return text(words[random() % words.size()]); };
    std::vector<TestFeature> dots, courses, areas;
    for (int i = 0; i < 400; ++i) {
        dots.push_back({points({{coordinate(900), coordinate(900)}}),
                        {{"name", name()},
                         {"k", number(static_cast<double>(random() % 3))},
                         {"icon", text(random() % 2 ? "badge/energy/ongoing/known" : "pin")}}});
    }
    for (int i = 0; i < 60; ++i) {
        std::vector<geo::MapPoint> course{{coordinate(900), coordinate(900)}};
        for (int k = 0; k < 12; ++k)
            course.push_back({course.back().x + coordinate(60) + 30, course.back().y + coordinate(60)});
        courses.push_back({line(course), {{"name", name()}}});
    }
    for (int i = 0; i < 120; ++i) {
        const double x = coordinate(900), y = coordinate(900), size = i % 10 == 0 ? 700 : 40;
        areas.push_back({box(x, y, x + size, y + size / 2), {{"name", name()}}});
    }
    return snapshot_of(
        {{names(R"("text-max-width": 5, "text-padding": 3)", "areas"), source_of(areas), 0},
         {names(kAlong, "rivers"), source_of(courses), 1},
         {kBadges, source_of(dots), 2},
         {names(
              R"("symbol-sort-key": ["get", "k"], "text-variable-anchor": ["center", "top", "bottom-left"], "text-offset": [0.5, 1], "text-rotate": 20)",
              "turned"),
          source_of(dots), 2}},
        pixel_ratio);
}

TEST(SymbolPlacer, DependsNeitherOnThePathNorOnTheWindow) {
    const auto map = busy_map(1, 1.25);
    const auto whole = placed(map, {-1400, -1400, 2800, 2800});
    ASSERT_THAT(whole, SizeIs(testing::Ge(400u)));
    const auto expected = [&](const GridRect& rect) {
        std::vector<std::string> lines;
        for (const PlacedSymbol& s : whole) {
            if (meet(s.box, box_of(rect))) lines.push_back(written(s));
        }
        return lines;
    };
    for (unsigned seed = 1; seed <= 4; ++seed) {
        std::mt19937 random{seed};
        const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
        SymbolPlacer wandering = placer(map);
        for (int i = 0; i < 12; ++i) {
            const GridRect rect{below(2200) - 1200, below(2200) - 1200, 1 + below(700), 1 + below(400)};
            ASSERT_EQ(written(wandering.place(rect)), expected(rect)) << "seed " << seed << ", step " << i;
        }
    }
}

TEST(SymbolPlacer, GivesTheSameInEveryRun) {
    EXPECT_EQ(written(placed(busy_map(3))), written(placed(busy_map(3))));
}

TEST(SymbolPlacer, LetsNoTwoTextsOverlap) {
    struct Part {
        GridBox box;
        std::uint64_t symbol;
    };
    std::vector<Part> parts;
    const double padding = 2;
    for (const PlacedSymbol& s : placed(busy_map(2), {-1400, -1400, 2800, 2800})) {
        for (const PlacedText& t : s.texts) {
            const text::ShapedText& shaped = t.label->shaped;
            parts.push_back({box_around(t.origin, shaped.width_px, shaped.height_px,
                                        Turn::of_degrees(t.label->rotate_deg))
                                 .grown(padding - 1e-6),
                             s.id});
        }
    }
    ASSERT_THAT(parts, SizeIs(testing::Ge(300u)));
    for (const Part& a : parts) {
        for (const Part& b : parts) EXPECT_FALSE(a.symbol < b.symbol && meet(a.box, b.box));
    }
}

TEST(SymbolPlacer, PlacesOnlyNumbers) {
    for (const PlacedSymbol& s : placed(busy_map(4), {-1400, -1400, 2800, 2800})) {
        for (const double number :
             {s.anchor.x, s.anchor.y, s.box.left, s.box.top, s.box.right, s.box.bottom}) {
            ASSERT_TRUE(std::isfinite(number));
        }
    }
}

TEST(SymbolPlacer, IgnoresCoordinatesBeyondAllMeasure) {
    const auto map = snapshot_of(
        {{names(), source_of({named(0, 0, "甲"), named(1e300, -1e300, "乙"), named(1e16, 0, "丙")})}});
    EXPECT_THAT(features(placed(map)), ElementsAre(0));
    EXPECT_THAT(placed(map, {std::int64_t{1} << 60, 0, 100, 100}), IsEmpty());
}

TEST(SymbolPlacer, TellsOfMissingIconsWithoutEnd) {
    std::vector<TestFeature> features;
    for (int i = 0; i < 500; ++i)
        features.push_back(named(i - 250, i % 7 * 50, "missing-" + std::to_string(i)));
    const auto map =
        snapshot_of({{R"({"id": "n", "type": "symbol", "layout": {"icon-image": ["get", "name"]}})",
                      source_of(features)}});
    SymbolPlacer placer = scene::placer(map);
    EXPECT_THAT(placer.place(kWindow), IsEmpty());
    EXPECT_THAT(placer.faults(), SizeIs(21));
    EXPECT_EQ(placer.faults().back(), "more symbols are left out for reasons like these");
}

TEST(SymbolPlacer, StandsAMillionPointsOnOneSpot) {
    map::MemoryFeatureSourceBuilder builder;
    const geo::Geometry spot = points({{10, 10}});
    for (int i = 0; i < 1'000'000; ++i) builder.add(spot.view(), {}, {});
    const std::shared_ptr<const map::FeatureSource> source = builder.build({"spot", "Point", {}, {}, {}});
    const auto never =
        snapshot_of({{R"({"id": "n", "type": "symbol", "layout": {"text-field": "井"}})", source}});
    EXPECT_THAT(placed(never), SizeIs(1));

    const auto always = snapshot_of(
        {{R"({"id": "n", "type": "symbol", "layout": {"icon-image": "pin", "icon-overlap": "always"}})",
          source}});
    SymbolPlacer placer = scene::placer(always);
    EXPECT_THAT(placer.place(kWindow), SizeIs(4)) << "the others would lie hidden below these";
    EXPECT_THAT(placer.faults(), IsEmpty()) << "a limit of drawing is no fault of the document";
}

TEST(SymbolPlacer, LabelsEveryParcelOfALargeLayerWhereThereIsRoom) {
    map::MemoryFeatureSourceBuilder builder;
    for (int row = 0; row < 200; ++row) {
        for (int column = 0; column < 200; ++column) {
            builder.add(box(column * 6.0, row * 6.0, column * 6.0 + 6, row * 6.0 + 6).view(), {},
                        {{"name", text(std::to_string(row * 200 + column))}});
        }
    }
    const auto map = snapshot_of({{names(), builder.build({"parcels", "Polygon", {}, {}, {}})}});
    const auto symbols = placed(map, {0, -1200, 1200, 1200});
    EXPECT_GT(symbols.size(), 1000u);
    EXPECT_EQ(written(placed(map, {0, -1200, 1200, 1200})), written(symbols));
}

TEST(SymbolPlacer, KeepsSortKeysOfALargeLayerApartFromTheirPlaces) {
    map::MemoryFeatureSourceBuilder builder;
    for (int i = 0; i < 8000; ++i) {
        builder.add(points({{i * 5.0, 0}}).view(), {}, {{"name", text("名")}, {"k", number(i)}});
    }
    const auto map = snapshot_of(
        {{names(R"("symbol-sort-key": ["get", "k"])"), builder.build({"l", "Point", {}, {}, {}})}});
    const GridRect end{39'000, -100, 1000, 200};
    const auto alone = placed(map, end);
    EXPECT_GT(alone.size(), 50u);
    SymbolPlacer wandering = placer(map);
    for (int x = 0; x < 39'000; x += 700) EXPECT_FALSE(wandering.place({x, -50, 600, 100}).empty());
    EXPECT_EQ(written(wandering.place(end)), written(alone));
}

TEST(SymbolPlacer, LeavesATextOutThatIsNoLabel) {
    const auto map = snapshot_of({{names(R"("icon-image": "pin")"),
                                   source_of({named(0, 0, std::string(10'000, 'x')), named(100, 0, "乙")})}});
    SymbolPlacer placer = scene::placer(map);
    const auto symbols = placer.place(kWindow);
    ASSERT_THAT(symbols, SizeIs(2));
    EXPECT_THAT(symbols[0].texts, IsEmpty());
    EXPECT_THAT(symbols[0].icons, SizeIs(1));
    EXPECT_THAT(placer.faults(), ElementsAre(AllOf(HasSubstr("layer 'names'"), HasSubstr("longer than"))));
}

TEST(SymbolPlacer, LeavesOutWhatReachesTooFar) {
    const auto source = source_of({named(0, 0, "一个写得很长很长的名字")});
    const auto map = snapshot_of({{names(R"("text-size": 60, "text-max-width": 0)"), source}});
    SymbolPlacer placer = scene::placer(map);
    EXPECT_THAT(placer.place(kWindow), IsEmpty());
    EXPECT_THAT(placer.faults(), ElementsAre(AllOf(HasSubstr("text"), HasSubstr("256 px"))));
    const auto far = snapshot_of({{names(R"("text-offset": [100, 0])"), source}});
    EXPECT_THAT(placed(far), IsEmpty());
    const auto giant = snapshot_of({{names(R"("text-size": 1e9)"), source}});
    EXPECT_THAT(placed(giant), IsEmpty());
}

TEST(SymbolPlacer, ReturnsOnlyWhatMeetsTheRectangle) {
    const auto map = snapshot_of({{names(), source_of({named(0, 0, "金沙江")})}});
    EXPECT_THAT(placed(map, {14, -2, 10, 4}), SizeIs(1)) << "its box reaches 15 px from its anchor";
    EXPECT_THAT(placed(map, {16, -2, 10, 4}), IsEmpty());
    EXPECT_THAT(placed(map, {0, 0, 0, 0}), IsEmpty());
}

}  // namespace
}  // namespace jinsha::scene
