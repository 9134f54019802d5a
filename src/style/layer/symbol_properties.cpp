#include "style/layer/property_tables.hpp"

namespace jinsha::style {

namespace {

using enum Section;
using enum PropertyType;
using enum Parameters;

constexpr std::string_view kPlacements[] = {"point", "line", "line-center"};
constexpr std::string_view kZOrders[] = {"auto", "viewport-y", "source"};
constexpr std::string_view kOverlaps[] = {"never", "always", "cooperative"};
constexpr std::string_view kAlignments[] = {"map", "viewport", "auto"};
constexpr std::string_view kTextFits[] = {"none", "width", "height", "both"};
constexpr std::string_view kAnchors[] = {"center",   "left",      "right",       "top",         "bottom",
                                         "top-left", "top-right", "bottom-left", "bottom-right"};
constexpr std::string_view kTextAlignments[] = {"map", "viewport", "viewport-glyph", "auto"};
constexpr std::string_view kJustifications[] = {"auto", "left", "center", "right"};
constexpr std::string_view kWritingModes[] = {"horizontal", "vertical"};
constexpr std::string_view kTransforms[] = {"none", "uppercase", "lowercase"};
constexpr std::string_view kVisibilities[] = {"visible", "none"};
constexpr std::string_view kMapOrViewport[] = {"map", "viewport"};

constexpr PropertySpec kSymbol[] = {
    {"symbol-placement", Layout, Enum, Zoom, kStepped, R"("point")", {}, kPlacements},
    {"symbol-spacing", Layout, Number, Zoom, kSmooth, "250", {1}},
    {"symbol-avoid-edges", Layout, Boolean, Zoom, kStepped, "false"},
    {"symbol-sort-key", Layout, Number, ZoomAndFeature, kStepped},
    {"symbol-z-order", Layout, Enum, Zoom, kStepped, R"("auto")", {}, kZOrders},
    {"icon-allow-overlap", Layout, Boolean, Zoom, kStepped, "false"},
    {"icon-overlap", Layout, Enum, Zoom, kStepped, "", {}, kOverlaps},
    {"icon-ignore-placement", Layout, Boolean, Zoom, kStepped, "false"},
    {"icon-optional", Layout, Boolean, Zoom, kStepped, "false"},
    {"icon-rotation-alignment", Layout, Enum, Zoom, kStepped, R"("auto")", {}, kAlignments},
    {"icon-size", Layout, Number, ZoomAndFeature, kSmooth, "1", {0}},
    {"icon-text-fit", Layout, Enum, Zoom, kStepped, R"("none")", {}, kTextFits},
    {"icon-text-fit-padding", Layout, Numbers, Zoom, kSmooth, "[0, 0, 0, 0]", {}, {}, 4},
    {"icon-image", Layout, Image, ZoomAndFeature, kStepped, "", {}, {}, 0, kTokens},
    {"icon-rotate", Layout, Number, ZoomAndFeature, kSmooth, "0"},
    {"icon-padding", Layout, Padding, ZoomAndFeature, kSmooth, "[2]"},
    {"icon-keep-upright", Layout, Boolean, Zoom, kStepped, "false"},
    {"icon-offset", Layout, Numbers, ZoomAndFeature, kSmooth, "[0, 0]", {}, {}, 2},
    {"icon-anchor", Layout, Enum, ZoomAndFeature, kStepped, R"("center")", {}, kAnchors},
    {"icon-pitch-alignment", Layout, Enum, Zoom, kStepped, R"("auto")", {}, kAlignments},
    {"text-pitch-alignment", Layout, Enum, Zoom, kStepped, R"("auto")", {}, kAlignments},
    {"text-rotation-alignment", Layout, Enum, Zoom, kStepped, R"("auto")", {}, kTextAlignments},
    {"text-field", Layout, Formatted, ZoomAndFeature, kStepped, R"("")", {}, {}, 0, kTokens},
    {"text-font", Layout, Texts, ZoomAndFeature, kStepped,
     R"(["Open Sans Regular", "Arial Unicode MS Regular"])"},
    {"text-size", Layout, Number, ZoomAndFeature, kSmooth, "16", {0}},
    {"text-max-width", Layout, Number, ZoomAndFeature, kSmooth, "10", {0}},
    {"text-line-height", Layout, Number, Zoom, kSmooth, "1.2"},
    {"text-letter-spacing", Layout, Number, ZoomAndFeature, kSmooth, "0"},
    {"text-justify", Layout, Enum, ZoomAndFeature, kStepped, R"("center")", {}, kJustifications},
    {"text-radial-offset", Layout, Number, ZoomAndFeature, kSmooth, "0"},
    {"text-variable-anchor", Layout, Enums, Zoom, kStepped, "", {}, kAnchors},
    {"text-variable-anchor-offset", Layout, AnchorOffsets, ZoomAndFeature, kSmooth},
    {"text-anchor", Layout, Enum, ZoomAndFeature, kStepped, R"("center")", {}, kAnchors},
    {"text-max-angle", Layout, Number, Zoom, kSmooth, "45"},
    {"text-writing-mode", Layout, Enums, Zoom, kStepped, "", {}, kWritingModes},
    {"text-rotate", Layout, Number, ZoomAndFeature, kSmooth, "0"},
    {"text-padding", Layout, Number, Zoom, kSmooth, "2", {0}},
    {"text-keep-upright", Layout, Boolean, Zoom, kStepped, "true"},
    {"text-transform", Layout, Enum, ZoomAndFeature, kStepped, R"("none")", {}, kTransforms},
    {"text-offset", Layout, Numbers, ZoomAndFeature, kSmooth, "[0, 0]", {}, {}, 2},
    {"text-allow-overlap", Layout, Boolean, Zoom, kStepped, "false"},
    {"text-overlap", Layout, Enum, Zoom, kStepped, "", {}, kOverlaps},
    {"text-ignore-placement", Layout, Boolean, Zoom, kStepped, "false"},
    {"text-optional", Layout, Boolean, Zoom, kStepped, "false"},
    {"visibility", Layout, Enum, Nothing, kStepped, R"("visible")", {}, kVisibilities},
    {"icon-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
    {"icon-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"icon-halo-color", Paint, Color, ZoomAndFeature, kSmooth, R"~("rgba(0, 0, 0, 0)")~"},
    {"icon-halo-width", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"icon-halo-blur", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"icon-translate", Paint, Numbers, Zoom, kSmooth, "[0, 0]", {}, {}, 2},
    {"icon-translate-anchor", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
    {"text-opacity", Paint, Number, ZoomAndFeature, kSmooth, "1", {0, 1}},
    {"text-color", Paint, Color, ZoomAndFeature, kSmooth, R"("#000000")"},
    {"text-halo-color", Paint, Color, ZoomAndFeature, kSmooth, R"~("rgba(0, 0, 0, 0)")~"},
    {"text-halo-width", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"text-halo-blur", Paint, Number, ZoomAndFeature, kSmooth, "0", {0}},
    {"text-translate", Paint, Numbers, Zoom, kSmooth, "[0, 0]", {}, {}, 2},
    {"text-translate-anchor", Paint, Enum, Zoom, kStepped, R"("map")", {}, kMapOrViewport},
};

}  // namespace

std::span<const PropertySpec> symbol_properties() {
    return kSymbol;
}

}  // namespace jinsha::style
