#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr Palette kLight{
    .panel = rgb(0xFFFFFF),
    .border = rgb(0xE3E0DA),
    .text = rgb(0x22302E),
    .secondary_text = rgb(0x5F6B69),
    .accent = rgb(0x1F6F78),
    .on_accent = rgb(0xFFFFFF),
    .focus = rgb(0xB5741B),
    .error = rgb(0xB3261E),
    .warning = rgb(0x8A5A00),
    .done = rgb(0x2A7D4F),
    .hover = rgb(0xF4F3EF),
    .pressed = rgb(0xECEAE5),
    .chip = rgb(0xF1EFEA),
    .shadow = rgb(0x22302E).with_alpha(0.20),
    .tip = rgb(0x22302E),
    .tip_text = rgb(0xFFFFFF),
    .tip_secondary_text = rgb(0xC3CDCB),
    .ground = rgb(0xF1EEE7),
    .map_ink = rgb(0x22302E),
    .map_halo = rgb(0xFFFFFF).with_alpha(0.9),
};

constexpr Palette kDark{
    .panel = rgb(0x1C2A29),
    .border = rgb(0x2C3D3B),
    .text = rgb(0xE7ECEA),
    .secondary_text = rgb(0x9DB0AD),
    .accent = rgb(0x62C6C7),
    .on_accent = rgb(0x10201F),
    .focus = rgb(0xF2A93B),
    .error = rgb(0xF2867E),
    .warning = rgb(0xF2C14E),
    .done = rgb(0x6FCF97),
    .hover = rgb(0x253634),
    .pressed = rgb(0x2E413F),
    .chip = rgb(0x293A38),
    .shadow = rgb(0x000000).with_alpha(0.45),
    .tip = rgb(0xE7ECEA),
    .tip_text = rgb(0x1C2A29),
    .tip_secondary_text = rgb(0x4C5B58),
    .ground = rgb(0x141E1D),
    .map_ink = rgb(0xE7ECEA),
    .map_halo = rgb(0x141E1D).with_alpha(0.9),
};

struct NamedColor {
    std::string_view name;
    Rgba color;
};

constexpr std::array kThemeColors{
    NamedColor{"industry", rgb(0x7A5C3E)},        NamedColor{"logistics", rgb(0xA85A1F)},
    NamedColor{"energy", rgb(0x946C00)},          NamedColor{"agriculture", rgb(0x5B7A1C)},
    NamedColor{"water-landscape", rgb(0x1F7399)}, NamedColor{"culture-tourism", rgb(0xB0457B)},
    NamedColor{"urban-renewal", rgb(0xC24A33)},   NamedColor{"transport", rgb(0x5B6770)},
    NamedColor{"public-service", rgb(0x3B6FB6)},  NamedColor{"innovation", rgb(0x6A51A3)},
    NamedColor{"ecology", rgb(0x2A7D4F)},
};

/// WCAG 2.1, "relative luminance".
double luminance(Rgba color) {
    const auto linear = [](std::uint8_t value) {
        const double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace

const Palette& palette(ThemeName theme) {
    return theme == ThemeName::Dark ? kDark : kLight;
}

style::Color highlight_color(ThemeName theme) {
    const Rgba color = palette(theme).focus;
    return {color.r / 255.0, color.g / 255.0, color.b / 255.0, 1};
}

std::optional<Rgba> theme_color(std::string_view theme) {
    const auto* found = std::ranges::find(kThemeColors, theme, &NamedColor::name);
    if (found == kThemeColors.end()) return std::nullopt;
    return found->color;
}

double contrast(Rgba a, Rgba b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace jinsha::ui
