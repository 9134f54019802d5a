#include "print/map_vectors.hpp"

#include "scene/placement.hpp"
#include "scene/test_map.hpp"
#include "scene/tile_grid.hpp"

#include <gmock/gmock.h>

namespace jinsha::print {
namespace {

namespace test = scene::test;

/// Remembers what is drawn.
class RecordingCanvas final : public Canvas {
public:
    struct Text {
        std::string words;
        PagePoint origin;
        bool operator==(const Text&) const = default;
    };
    std::vector<Text> texts;
    std::vector<PageStroke> strokes;
    std::vector<PagePath> fills;
    std::vector<std::string> order;  // of what is drawn: "stroke", "disc", or a label's words
    int open_clips{};

    void fill(const PagePath& path, const style::Color&) override { fills.push_back(path); }
    void stroke(const PagePath&, const PageStroke& stroke) override {
        strokes.push_back(stroke);
        order.emplace_back("stroke");
    }
    void disc(PagePoint, double, const style::Color&) override { order.emplace_back("disc"); }
    void label(const text::Label& label, PagePoint origin, double, double) override {
        texts.push_back({label.shaped.text, origin});
        order.push_back(label.shaped.text);
    }
    void icon(const std::string&, const IconPose&) override {}
    void begin_clip(const PageRect&) override { ++open_clips; }
    void end_clip() override { --open_clips; }
};

PagePlan plan_of(std::shared_ptr<const scene::MapSnapshot> snapshot) {
    PagePlan plan;
    plan.map.snapshot = std::move(snapshot);
    plan.map.fonts = *text::FontSet::load();
    plan.map.icons = std::make_shared<const symbol::IconStore>(std::vector<std::filesystem::path>{});
    plan.frame.rect = {40, 30, 500, 400};
    plan.frame.center = {1000.25, 2000.75};
    plan.frame.units_per_px = 2;
    plan.request.furniture = map::PageFurniture::none();
    return plan;
}

std::shared_ptr<const scene::MapSnapshot> named_places() {
    std::vector<test::TestFeature> features;
    for (int i = 0; i < 40; ++i) {
        features.push_back({test::points({{600.0 + 97 * (i % 8), 1700.0 + 131 * (i / 8)}}),
                            {{"name", test::text("地名" + std::to_string(i))}}});
    }
    return test::snapshot_of(
        {{R"({"id": "names", "type": "symbol", "layout": {"text-field": ["get", "name"]}})",
          test::source_of(features)}});
}

TEST(MapVectors, DrawsTheLabelsOfAWindowAtTheirPlaces) {
    const PagePlan plan = plan_of(named_places());
    RecordingCanvas canvas;
    EXPECT_THAT(draw_map_vectors(plan, canvas, {}), testing::IsEmpty());
    EXPECT_EQ(canvas.open_clips, 0);

    const map::View window{plan.frame.center, 2, {500, 400}};
    const scene::GridRect rect =
        scene::grid_rect(window.snapped(plan.map.snapshot->origin), plan.map.snapshot->origin);
    scene::SymbolPlacer placer{plan.map.snapshot, 2, plan.map.fonts, plan.map.icons};
    std::vector<RecordingCanvas::Text> expected;
    for (const scene::PlacedSymbol& symbol : placer.place(rect)) {
        for (const scene::PlacedText& text : symbol.texts) {
            expected.push_back({text.label->shaped.text,
                                {40 + text.origin.x - static_cast<double>(rect.left),
                                 30 + text.origin.y - static_cast<double>(rect.top)}});
        }
    }
    EXPECT_GT(expected.size(), 10U);
    EXPECT_EQ(canvas.texts, expected);
}

TEST(MapVectors, LeavesOutTheTextsThatTheEdgeOfASheetWouldCut) {
    const auto place = [](double x, double y, const char* name) {
        return test::TestFeature{test::points({{x, y}}), {{"name", test::text(name)}}};
    };
    PagePlan plan = plan_of(test::snapshot_of(
        {{R"({"id": "names", "type": "symbol", "layout": {"text-field": ["get", "name"]}})",
          test::source_of({place(1000, 2000, "中"), place(510, 2000, "西边"), place(1000, 2396, "北边")})}}));
    RecordingCanvas picture, sheet;
    EXPECT_THAT(draw_map_vectors(plan, picture, {}), testing::IsEmpty());
    EXPECT_THAT(picture.order, testing::UnorderedElementsAre("中", "西边", "北边"));
    plan.request.furniture.neat_line = true;
    EXPECT_THAT(draw_map_vectors(plan, sheet, {}), testing::IsEmpty());
    EXPECT_THAT(sheet.order, testing::ElementsAre("中"));
}

TEST(MapVectors, DrawsSymbolsAmongTheLayersThatTheyLieBetween) {
    const auto point = [](const char* name) {
        return test::source_of({{test::points({{1000, 2000}}), {{"name", test::text(name)}}}});
    };
    const PagePlan plan = plan_of(test::snapshot_of(
        {{R"({"id": "below", "type": "circle", "paint": {"circle-color": "white"}})", point("")},
         {R"({"id": "lower", "type": "symbol", "layout": {"text-field": ["get", "name"],
              "text-allow-overlap": true, "text-ignore-placement": true}})",
          point("下")},
         {R"({"id": "between", "type": "line"})",
          test::source_of({{test::line({{900, 1900}, {1100, 2100}}), {}}})},
         {R"({"id": "upper", "type": "symbol", "layout": {"text-field": ["get", "name"],
              "text-allow-overlap": true}})",
          point("上")}}));
    RecordingCanvas canvas;
    EXPECT_THAT(draw_map_vectors(plan, canvas, {}), testing::IsEmpty());
    EXPECT_THAT(canvas.order, testing::ElementsAre("disc", "下", "stroke", "上"));
    EXPECT_EQ(canvas.open_clips, 0);
}

TEST(MapVectors, PutsThePagesCornerWhereTheMapIs) {
    const PagePlan plan = plan_of(named_places());
    const geo::MapPoint corner = page_corner(plan);
    // Less than half a pixel of two units away from where it would be without whole pixels.
    EXPECT_NEAR(corner.x, 1000.25 - (40 + 250) * 2, 1);
    EXPECT_NEAR(corner.y, 2000.75 + (30 + 200) * 2, 1);
}

TEST(MapVectors, DrawsWidthsAndDashesInPagePixels) {
    const PagePlan plan = plan_of(test::snapshot_of(
        {{R"({"id": "l", "type": "line", "paint": {"line-width": 3, "line-dasharray": [2, 1]}})",
          test::source_of({{test::line({{900, 1900}, {1100, 2100}}), {}}})}}));
    RecordingCanvas canvas;
    EXPECT_THAT(draw_map_vectors(plan, canvas, {}), testing::IsEmpty());
    ASSERT_EQ(canvas.strokes.size(), 1U);
    EXPECT_DOUBLE_EQ(canvas.strokes[0].width, 3);
    EXPECT_THAT(canvas.strokes[0].dashes, testing::ElementsAre(6, 3));
}

TEST(MapVectors, FadesAnEdgeByStrokesThatAddUpToTheColour) {
    const PagePlan plan = plan_of(test::snapshot_of(
        {{R"({"id": "l", "type": "line", "paint": {"line-width": 10, "line-blur": 4, "line-opacity": 0.5}})",
          test::source_of({{test::line({{900, 1900}, {1100, 2100}}), {}}})}}));
    RecordingCanvas canvas;
    EXPECT_THAT(draw_map_vectors(plan, canvas, {}), testing::IsEmpty());
    double through = 1;
    for (const PageStroke& stroke : canvas.strokes) through *= 1 - stroke.color.a;
    EXPECT_NEAR(1 - through, 0.5, 1e-9);
    EXPECT_NEAR(canvas.strokes.front().width - canvas.strokes.back().width, 8, 1e-9);
}

TEST(MapVectors, StopsWhenItIsCancelled) {
    const PagePlan plan = plan_of(named_places());
    RecordingCanvas canvas;
    const std::atomic<bool> cancelled{true};
    (void)draw_map_vectors(plan, canvas, cancelled);
    EXPECT_TRUE(canvas.texts.empty());
    EXPECT_EQ(canvas.open_clips, 0);
}

}  // namespace
}  // namespace jinsha::print
