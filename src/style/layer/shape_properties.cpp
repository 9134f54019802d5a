#include "style/layer/property_tables.hpp"

namespace jinsha::style {

namespace {

using enum Section;
using enum PropertyType;
using enum Parameters;

constexpr std::string_view kVisibilities[] = {"visible", "none"};
constexpr std::string_view kMapOrViewport[] = {"map", "viewport"};
constexpr std::string_view kLineCaps[] = {"butt", "round", "square"};
constexpr std::string_view kLineJoins[] = {"bevel", "round", "miter"};

// A background of a malformed colour would cover the whole map with the default, black, and nothing could be
// read on it. It is the paper that the program itself uses instead.
constexpr std::string_view kGround = R"("#F1EEE7")";

constexpr PropertySpec kBackground[] = {
    {"visibility", Layout, Enum, Nothing, kStepped, R"("visible")", {}, kVisibilities},
    {.name = "background-color",
     .section = Paint,
     .type = Color,
     .parameters = Zoom,
     .is_interpolated = kSmooth,
     .default_json = R"("#000000")",
     .fallback_json = kGround},
    {"background-pattern", Paint, Image, Zoom, kStepped},
    {"background-opacity", Paint, Number, Zoom, kSmooth, "1", {0, 1}},
};

constexpr PropertySpec kFill[] = {
    {"fill-sort-key", Layout, Number, ZoomAndFeature, kStepped},
    {"visibility", Layout, Enum, Nothing, kStepped, R"("visible")", {}, kVisibilities},
    {"fill-antialias", Paint, Boolean, Zoom, kStepped, "true"},
    {"fill-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
    {"fill-layer-opacity", Paint, Number, Zoom, kSmooth, "1", {0, 1}},
    {"fill-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"fill-outline-color", Paint, Color, ZoomAndFeature, kSmooth},
    {"fill-translate", Paint, Numbers, Zoom, kSmooth, "[0, 0]", {}, {}, 2},
    {"fill-translate-anchor", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
    {"fill-pattern", Paint, Image, ZoomAndFeature, kStepped},
};

constexpr PropertySpec kLine[] = {
    {"line-cap", Layout, Enum, ZoomAndFeature, kStepped, R"("butt")", {}, kLineCaps},
    {"line-join", Layout, Enum, ZoomAndFeature, kStepped, R"("miter")", {}, kLineJoins},
    {"line-miter-limit", Layout, Number, ZoomAndFeature, kSmooth, "2"},
    {"line-round-limit", Layout, Number, ZoomAndFeature, kSmooth, "1.05"},
    {"line-sort-key", Layout, Number, ZoomAndFeature, kStepped},
    {"visibility", Layout, Enum, Nothing, kStepped, R"("visible")", {}, kVisibilities},
    {"line-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
    {"line-layer-opacity", Paint, Number, Zoom, kSmooth, "1", {0, 1}},
    {"line-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"line-translate", Paint, Numbers, Zoom, kSmooth, "[0, 0]", {}, {}, 2},
    {"line-translate-anchor", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
    {"line-width", Paint, Number, ZoomAndFeature, kSmooth, "1", {0}},
    {"line-gap-width", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"line-offset", Paint, Number, ZoomAndFeature, kSmooth, "0"},
    {"line-blur", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"line-dasharray", Paint, Numbers, ZoomAndFeature, kStepped, "", {0}},
    {"line-pattern", Paint, Image, ZoomAndFeature, kStepped},
    {"line-gradient", Paint, Color, LineProgress, kSmooth},
};

constexpr PropertySpec kCircle[] = {
    {"circle-sort-key", Layout, Number, ZoomAndFeature, kStepped},
    {"visibility", Layout, Enum, Nothing, kStepped, R"("visible")", {}, kVisibilities},
    {"circle-radius", Paint, Number, ZoomAndFeature, kSmooth, "5", {0}},
    {"circle-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"circle-blur", Paint, Number, ZoomAndFeature, kSmooth, "0"},
    {"circle-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
    {"circle-translate", Paint, Numbers, Zoom, kSmooth, "[0, 0]", {}, {}, 2},
    {"circle-translate-anchor", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
    {"circle-pitch-scale", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
    {"circle-pitch-alignment", Paint, Enum, Zoom, kStepped, R"("viewport")", {}, kMapOrViewport},
    {"circle-stroke-width", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"circle-stroke-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"circle-stroke-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
};

}  // namespace

std::span<const PropertySpec> background_properties() {
    return kBackground;
}
std::span<const PropertySpec> fill_properties() {
    return kFill;
}
std::span<const PropertySpec> line_properties() {
    return kLine;
}
std::span<const PropertySpec> circle_properties() {
    return kCircle;
}

}  // namespace jinsha::style
