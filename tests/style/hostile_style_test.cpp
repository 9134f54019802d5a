// Style layers by hands that make mistakes, and by hands that mean harm: whatever stands in them, a layer
// comes out with values that can be drawn, or a message that names the place.
#include "style/memory_feature.hpp"
#include "style/style_layer.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::style {

namespace {

using nlohmann::ordered_json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

struct Parsed {
    Result<StyleLayer> layer;
    std::vector<Problem> problems;
};

Parsed parse(const ordered_json& json) {
    std::vector<Problem> problems;
    auto layer = StyleLayer::parse(json, "/layers/0", problems);
    return {std::move(layer), std::move(problems)};
}

Parsed with(const char* type, const char* section, const std::string& property, const ordered_json& value) {
    ordered_json json{{"id", "a"}, {"type", type}};
    if (std::string_view{type} != "background") json["source"] = "s";
    json[section][property] = value;
    return parse(json);
}

/// "/layers/0/paint/…: message" of the only problem.
std::string problem_of(const Parsed& parsed) {
    EXPECT_THAT(parsed.problems, SizeIs(1));
    return parsed.problems.empty() ? "" : parsed.problems[0].where + ": " + parsed.problems[0].message;
}

std::string problem_of_line_width(const std::string& json) {
    return problem_of(with("line", "paint", "line-width", ordered_json::parse(json)));
}

const MemoryFeature kFeature{
    {{"text", "big"}, {"zero", 0}, {"number", 7}, {"nothing", nullptr}, {"list", {1, 2}}, {"huge", 1e308}}};

/// What the width of a line is for kFeature at zoom 12.
double line_width(const std::string& json) {
    const Parsed parsed = with("line", "paint", "line-width", ordered_json::parse(json));
    EXPECT_THAT(parsed.problems, IsEmpty()) << json;
    return parsed.layer->line_paint({.zoom = 12, .feature = &kFeature}).width;
}

constexpr double kDefaultWidth = 1;

}  // namespace

TEST(HostileStyle, WrongTypesAreToldWithWhatWasExpectedAndTakeTheDefault) {
    EXPECT_EQ(problem_of_line_width(R"("thick")"),
              R"(/layers/0/paint/line-width: expected a number of at least 0, found "thick")");
    EXPECT_EQ(problem_of_line_width("-1"),
              "/layers/0/paint/line-width: expected a number of at least 0, found -1");
    EXPECT_EQ(problem_of_line_width("null"),
              "/layers/0/paint/line-width: expected a number of at least 0, found null");
    EXPECT_EQ(problem_of_line_width("[1, 2]"),
              "/layers/0/paint/line-width: expected a number of at least 0, found [1,2]");
    EXPECT_EQ(problem_of(with("line", "layout", "line-cap", "rund")),
              R"(/layers/0/layout/line-cap: expected one of "butt", "round", "square", found "rund"; )"
              R"(did you mean "round"?)");
    EXPECT_EQ(problem_of(with("fill", "paint", "fill-translate", ordered_json::array({1, 2, 3}))),
              "/layers/0/paint/fill-translate: expected an array of 2 numbers, found [1,2,3]");
    EXPECT_EQ(with("line", "paint", "line-width", "thick").layer->line_paint({}).width, kDefaultWidth);
}

// Black over the whole map would hide what can be read.
TEST(HostileStyle, AMalformedBackgroundIsThePaperOfTheProgram) {
    const Color paper{0xF1 / 255.0, 0xEE / 255.0, 0xE7 / 255.0, 1};
    const Parsed malformed = with("background", "paint", "background-color", "#12345");
    EXPECT_EQ(
        problem_of(malformed),
        R"~(/layers/0/paint/background-color: expected a color like "#1f6f78", "rgb(31, 111, 120)" or )~"
        R"~("teal", found "#12345")~");
    EXPECT_EQ(malformed.layer->background_paint({}).color, paper);
    const Parsed failing = with("background", "paint", "background-color",
                                {"step", {"zoom"}, {"to-color", "bluish"}, 5, {"to-color", "reddish"}});
    EXPECT_EQ(failing.layer->background_paint({.zoom = 12, .feature = nullptr}).color, paper);
    const Color black{0, 0, 0, 1};
    EXPECT_EQ(parse({{"id", "a"}, {"type", "background"}}).layer->background_paint({}).color, black);
}

TEST(HostileStyle, UnknownPropertiesAreToldWithTheOneThatMayHaveBeenMeant) {
    EXPECT_EQ(problem_of(with("fill", "paint", "fill-colour", "red")),
              R"(/layers/0/paint/fill-colour: unknown property; did you mean "fill-color"?)");
    EXPECT_EQ(problem_of(with("fill", "layout", "fill-color", "red")),
              "/layers/0/layout/fill-color: unknown property; it belongs in paint");
    EXPECT_EQ(problem_of(with("fill", "paint", "line-color", "red")),
              "/layers/0/paint/line-color: unknown property; it belongs to line layers");
    EXPECT_THAT(problem_of(with("fill", "paint", std::string(100'000, 'x'), 1)),
                HasSubstr("unknown property"));
    EXPECT_EQ(problem_of(with("fill", "paint", "", 1)), "/layers/0/paint/: unknown property");
}

TEST(HostileStyle, SectionsThatAreNoObjectsAreTold) {
    for (const char* value : {"[]", "3", "null", R"("all")"}) {
        const ordered_json json = ordered_json::parse(fmt::format(
            R"({{"id": "a", "type": "fill", "source": "s", "paint": {0}, "layout": {0}}})", value));
        EXPECT_THAT(parse(json).problems, SizeIs(2)) << value;
    }
}

TEST(HostileStyle, LayersWithoutSenseAreRefusedWithTheirPlace) {
    for (const char* json :
         {"[]", "3", "null", R"("fill")", R"({"type": 5})", R"({"type": "fill", "source": 5})",
          R"({"type": "fill", "source": "s", "filter": 5})",
          R"({"type": "fill", "source": "s", "filter": ["nope"]})",
          R"({"type": "fill", "source": "s", "filter": ["==", 1, 2, 3, 4, 5]})",
          R"({"type": {"type": "fill"}})"}) {
        const Parsed parsed = parse(ordered_json::parse(json));
        ASSERT_FALSE(parsed.layer) << json;
        EXPECT_THAT(parsed.layer.error().message(), StartsWith("/layers/0")) << json;
        EXPECT_GT(parsed.layer.error().message().size(), 20u) << json;
    }
}

TEST(HostileStyle, AbsurdNumbersAreToldOrClamped) {
    EXPECT_EQ(problem_of(with("fill", "paint", "fill-opacity", 1e308)),
              "/layers/0/paint/fill-opacity: expected a number from 0 to 1, found 1e+308");
    EXPECT_EQ(line_width(R"(["-", 0, ["get", "huge"]])"), 0);
    EXPECT_EQ(line_width(R"(["*", ["get", "huge"], ["get", "huge"]])"), kDefaultWidth) << "infinite";
    const Parsed opacity = with("fill", "paint", "fill-opacity", {"get", "number"});
    EXPECT_EQ(opacity.layer->fill_paint({.zoom = 12, .feature = &kFeature}).opacity, 1);
}

TEST(HostileStyle, WhatIsNotANumberTakesTheDefault) {
    for (const char* json : {R"(["/", ["get", "zero"], ["get", "zero"]])", R"(["sqrt", -1])", R"(["ln", -1])",
                             R"(["%", ["get", "number"], ["get", "zero"]])", R"(["acos", ["get", "number"]])",
                             R"(["to-number", ["get", "text"]])", R"(["get", "text"])",
                             R"(["get", "nothing"])", R"(["get", "list"])", R"(["at", 99, ["get", "list"]])",
                             R"(["at", -1, ["get", "list"]])", R"(["at", 0.5, ["get", "list"]])",
                             R"(["length", ["get", "number"]])", R"(["number", ["get", "list"]])"}) {
        const Parsed parsed = with("line", "paint", "line-width", ordered_json::parse(json));
        ASSERT_TRUE(parsed.layer) << json;
        EXPECT_EQ(parsed.layer->line_paint({.zoom = 12, .feature = &kFeature}).width, kDefaultWidth) << json;
    }
}

TEST(HostileStyle, ZoomCurvesWithoutOrderAreTold) {
    EXPECT_THAT(problem_of_line_width(R"(["interpolate", ["linear"], ["zoom"], 10, 1, 5, 2])"),
                HasSubstr("strictly ascending"));
    EXPECT_THAT(problem_of_line_width(R"(["step", ["zoom"], 1, 10, 2, 10, 3])"),
                HasSubstr("strictly ascending"));
    EXPECT_THAT(problem_of_line_width(R"(["interpolate", ["linear"], ["zoom"]])"),
                StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["interpolate", ["linear"], ["zoom"], 1])"),
                StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["interpolate", ["exponential", "x"], ["zoom"], 1, 2])"),
                StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["interpolate", ["cubic-bezier", 2, 2, 2, 2], ["zoom"], 1, 2])"),
                StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["*", 2, ["zoom"]])"), HasSubstr("top-level"));
}

TEST(HostileStyle, CurvesAtTheirLimitsStayFinite) {
    EXPECT_EQ(line_width(R"(["interpolate", ["exponential", 1e300], ["zoom"], 0, 1, 24, 3])"), 1);
    EXPECT_EQ(line_width(R"(["interpolate", ["exponential", 0], ["zoom"], 0, 1, 24, 3])"), 3);
    EXPECT_EQ(line_width(R"(["interpolate", ["linear"], ["get", "huge"], 0, 1, 24, 3])"), 3);
    const double width = line_width(R"(["interpolate", ["linear"], ["zoom"], -1e308, 1, 1e308, 3])");
    EXPECT_TRUE(std::isfinite(width)) << width;
}

TEST(HostileStyle, DeepExpressionsAreRefusedBeforeTheStackEnds) {
    ordered_json deep = 1;
    for (int i = 0; i < 120; ++i) deep = {"+", 1, std::move(deep)};
    EXPECT_EQ(line_width(deep.dump()), 121);
    for (int i = 0; i < 20; ++i) deep = {"+", 1, std::move(deep)};
    EXPECT_EQ(problem_of(with("line", "paint", "line-width", deep)),
              "/layers/0/paint/line-width: The expression is nested too deeply.");
    for (int i = 0; i < 5000; ++i) deep = {"+", 1, std::move(deep)};
    EXPECT_THAT(with("line", "paint", "line-width", deep).layer.error().message(), HasSubstr("levels deep"));
}

TEST(HostileStyle, HugeExpressionsAreReadAndEvaluated) {
    constexpr int kBranches = 50'000;
    ordered_json match = {"match", {"get", "number"}};
    ordered_json sum = {"+"};
    for (int i = 0; i < kBranches; ++i) {
        match.push_back(i);
        match.push_back(i % 10);
        sum.push_back(1);
    }
    match.push_back(0);
    EXPECT_EQ(line_width(match.dump()), 7);
    EXPECT_EQ(line_width(sum.dump()), kBranches);
}

// v0 is a number, every other variable the sum of the one before with itself, and evaluated at each mention.
TEST(HostileStyle, VariablesThatGrowWithEveryLevelAreRefusedBeforeTheyAreEvaluated) {
    const auto doubled = [](int variables) {
        ordered_json sum = {"var", fmt::format("v{}", variables)};
        for (int i = variables; i > 0; --i) {
            const ordered_json before{"var", fmt::format("v{}", i - 1)};
            sum = {"let", fmt::format("v{}", i), {"+", before, before}, std::move(sum)};
        }
        return ordered_json{"let", "v0", {"get", "number"}, std::move(sum)};
    };
    EXPECT_EQ(line_width(doubled(10).dump()), 7 * 1024);
    EXPECT_THAT(problem_of(with("line", "paint", "line-width", doubled(40))),
                HasSubstr("The expression takes too many steps."));
}

TEST(HostileStyle, ExpressionsOfTheWrongTypeAreToldWithTheirPlaceInside) {
    EXPECT_THAT(problem_of_line_width(R"(["+", 1, ["concat", "a", "b"]])"),
                StartsWith("/layers/0/paint/line-width/2: "));
    EXPECT_THAT(problem_of_line_width(R"(["nope", 1])"), HasSubstr("nope"));
    EXPECT_THAT(problem_of_line_width(R"(["get"])"), StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["case"])"), StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["match", ["get", "number"], [], 1, 2])"),
                StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["match", ["get", "number"], 1, 1, 1, 2, 3])"), HasSubstr("unique"));
    EXPECT_THAT(problem_of_line_width(R"(["let", "a", 1])"), StartsWith("/layers/0/paint/line-width"));
    EXPECT_THAT(problem_of_line_width(R"(["var", "unbound"])"), HasSubstr("unbound"));
}

TEST(HostileStyle, FunctionsOfTheOlderNotationMayBeBrokenToo) {
    for (const char* json :
         {R"({"stops": []})", R"({"stops": [[1]]})", R"({"stops": "all"})", R"({"stops": [[10, 1], [5, 2]]})",
          R"({"base": "x", "stops": [[1, 1], [2, 2]]})", R"({"type": "nope", "stops": [[1, 1]]})",
          R"({"property": 5, "stops": [[1, 1]]})", "{}"}) {
        const Parsed parsed = with("line", "paint", "line-width", ordered_json::parse(json));
        ASSERT_TRUE(parsed.layer) << json;
        EXPECT_THAT(problem_of(parsed), StartsWith("/layers/0/paint/line-width")) << json;
        EXPECT_EQ(parsed.layer->line_paint({.zoom = 12, .feature = &kFeature}).width, kDefaultWidth) << json;
    }
}

TEST(HostileStyle, TextsThatAreNoUtf8AreToldWithoutThrowing) {
    EXPECT_THAT(problem_of(with("fill", "paint", "fill-color", "\xFF\xFE")), HasSubstr("\uFFFD"));
    const Parsed parsed = with("symbol", "layout", "text-field", "\xFF{name}");
    ASSERT_TRUE(parsed.layer);
    (void)parsed.layer->symbol_paint({.zoom = 12, .feature = &kFeature});
}

}  // namespace jinsha::style
