#include "style/style_layer.hpp"

#include "style/memory_feature.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::style {

namespace {

using nlohmann::ordered_json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Parsed {
    Result<StyleLayer> layer;
    std::vector<Problem> problems;
};

Parsed parse(std::string_view json) {
    std::vector<Problem> problems;
    auto layer = StyleLayer::parse(ordered_json::parse(json), "/layers/2", problems);
    return {std::move(layer), std::move(problems)};
}

StyleLayer layer(std::string_view json) {
    Parsed parsed = parse(json);
    EXPECT_THAT(parsed.problems, IsEmpty());
    return parsed.layer.value();
}

std::string problem_of(std::string_view json) {
    const Parsed parsed = parse(json);
    EXPECT_EQ(parsed.problems.size(), 1);
    return parsed.problems.empty() ? "" : parsed.problems[0].where + ": " + parsed.problems[0].message;
}

}  // namespace

TEST(StyleLayer, TakesTheSpecificationsDefaults) {
    const StyleLayer fill = layer(R"({"id": "land", "type": "fill", "source": "s"})");
    EXPECT_EQ(fill.fill_paint({}), FillPaint{});
    EXPECT_EQ(layer(R"({"id": "l", "type": "line", "source": "s"})").line_paint({}), LinePaint{});
    EXPECT_EQ(layer(R"({"id": "c", "type": "circle", "source": "s"})").circle_paint({}), CirclePaint{});
    EXPECT_EQ(layer(R"({"id": "b", "type": "background"})").background_paint({}), BackgroundPaint{});
}

TEST(StyleLayer, ReadsConstants) {
    const StyleLayer line = layer(R"({"id": "road", "type": "line", "source": "s", "source-layer": "roads",
        "minzoom": 5, "maxzoom": 10, "layout": {"line-cap": "round", "visibility": "none"},
        "paint": {"line-color": "#ff000080", "line-width": 3, "line-dasharray": [2, 1]}})");
    EXPECT_EQ(line.id(), "road");
    EXPECT_EQ(line.source(), "s");
    EXPECT_EQ(line.source_layer(), "roads");
    EXPECT_FALSE(line.is_visible());
    EXPECT_FALSE(line.covers_zoom(4.9));
    EXPECT_TRUE(line.covers_zoom(5));
    EXPECT_FALSE(line.covers_zoom(10));
    const LinePaint paint = line.line_paint({});
    EXPECT_EQ(paint.color, (Color{1, 0, 0, 128 / 255.0}));
    EXPECT_EQ(paint.width, 3);
    EXPECT_EQ(paint.cap, LineCap::Round);
    EXPECT_THAT(paint.dasharray, ElementsAre(2, 1));
}

TEST(StyleLayer, AsksTheFeatureWhereAnExpressionDoes) {
    const StyleLayer fill = layer(R"({"id": "land", "type": "fill", "source": "s", "paint": {
        "fill-color": ["match", ["get", "kind"], "park", "#00ff00", "water", "blue", "white"],
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 10, 0, 12, 1]}})");
    const MemoryFeature park{{{"kind", "park"}}};
    const FillPaint paint = fill.fill_paint({.zoom = 11, .feature = &park});
    EXPECT_EQ(paint.color, (Color{0, 1, 0, 1}));
    EXPECT_EQ(paint.opacity, 0.5);
    const MemoryFeature nothing;
    EXPECT_EQ(fill.fill_paint({.zoom = 20, .feature = &nothing}).color, (Color{1, 1, 1, 1}));
    EXPECT_EQ(fill.properties()[0].dependence, Dependence::Feature);
    EXPECT_EQ(fill.properties()[1].dependence, Dependence::Zoom);
    EXPECT_EQ(fill.at_zoom(11).fill_paint({.zoom = 11, .feature = &park}), paint);
}

TEST(StyleLayer, TakesTheDefaultWhereAnExpressionFails) {
    const StyleLayer circle = layer(R"({"id": "c", "type": "circle", "source": "s",
        "paint": {"circle-radius": ["get", "size"], "circle-color": ["get", "color"]}})");
    const MemoryFeature wrong{{{"size", "big"}, {"color", "bluish"}}};
    EXPECT_EQ(circle.circle_paint({.feature = &wrong}).radius, 5);
    EXPECT_EQ(circle.circle_paint({.feature = &wrong}).color, (Color{0, 0, 0, 1}));
}

TEST(StyleLayer, TellsAMalformedValueAndTakesTheDefault) {
    const std::string_view json =
        R"({"id": "a", "type": "fill", "source": "s", "paint": {"fill-opacity": "half"}})";
    EXPECT_EQ(problem_of(json),
              R"(/layers/2/paint/fill-opacity: expected a number from 0 to 1, found "half")");
    EXPECT_EQ(parse(json).layer->fill_paint({}).opacity, 1);
}

TEST(StyleLayer, IsLeftOutWithoutASource) {
    EXPECT_EQ(parse(R"({"id": "a", "type": "fill"})").layer.error().message(),
              "/layers/2/source: expected the id of a source, found nothing");
}

TEST(StyleLayer, FadedShowsAShareOfItsOwnOpacityAtEveryZoom) {
    const StyleLayer fill = layer(R"({"id": "land", "type": "fill", "source": "s",
        "paint": {"fill-opacity": 0.8, "fill-color": "#ffffff"}})");
    const StyleLayer faded = fill.faded(0.5);
    EXPECT_DOUBLE_EQ(faded.fill_paint({}).opacity, 0.4);
    EXPECT_DOUBLE_EQ(faded.at_zoom(7).fill_paint({.zoom = 7}).opacity, 0.4);
    EXPECT_DOUBLE_EQ(faded.faded(0.5).fill_paint({}).opacity, 0.2);
    EXPECT_DOUBLE_EQ(fill.fill_paint({}).opacity, 0.8);

    const StyleLayer symbol = layer(R"({"id": "name", "type": "symbol", "source": "s",
        "layout": {"text-field": "x", "icon-image": "y"}})");
    EXPECT_DOUBLE_EQ(symbol.faded(0.25).symbol_paint({}).text.opacity, 0.25);
    EXPECT_DOUBLE_EQ(symbol.faded(0.25).symbol_paint({}).icon.opacity, 0.25);
}

}  // namespace jinsha::style
