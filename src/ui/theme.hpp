#pragma once

#include "style/color.hpp"
#include "ui/model.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace jinsha::ui {

/// sRGB with straight alpha, 8 bit each.
struct Rgba {
    std::uint8_t r{}, g{}, b{}, a{255};
    bool operator==(const Rgba&) const = default;

    [[nodiscard]] constexpr Rgba with_alpha(double alpha) const {
        return {r, g, b, static_cast<std::uint8_t>(alpha * 255 + 0.5)};
    }
};

/// 0xRRGGBB as a stylesheet writes it.
[[nodiscard]] constexpr Rgba rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
}

/// The colours of the interface by their meaning.
struct Palette {
    Rgba panel, border;
    Rgba text, secondary_text;
    Rgba accent;     // actions, what is chosen
    Rgba on_accent;  // text on the accent
    Rgba focus;      // ring around what has the keyboard
    Rgba error, warning, done;
    Rgba hover;    // row under the pointer
    Rgba pressed;  // row being pressed
    Rgba chip;     // quiet ground of a chip
    Rgba shadow;   // at its darkest
    Rgba tip;      // ground of a hover tip
    Rgba tip_text;
    Rgba tip_secondary_text;
    Rgba ground;    // where no map is: the land outside of it
    Rgba map_ink;   // the scale bar, which lies on the map itself
    Rgba map_halo;  // and the halo around it
};

[[nodiscard]] const Palette& palette(ThemeName theme);

/// What is highlighted on the map stands out in this colour.
[[nodiscard]] style::Color highlight_color(ThemeName theme);

/// The colour of a project theme ("industry" …), the same in both themes; none when it is not one of ours.
[[nodiscard]] std::optional<Rgba> theme_color(std::string_view theme);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(Rgba a, Rgba b);

/// Measures of the panels in CSS pixels.
struct Measures {
    static constexpr float kMargin = 12;      // window edge to panel, panel to panel
    static constexpr float kGrid = 8;         // inside a panel
    static constexpr float kRow = 28;         // height of a row
    static constexpr float kRadius = 10;      // corners of a panel
    static constexpr float kSmallRadius = 6;  // corners of rows, buttons, chips inside it
    static constexpr float kShadow = 15;      // how far the shadow reaches
    static constexpr float kShadowDrop = 3;   // how much lower than the panel it lies
    static constexpr float kListWidth = 248;  // title and layer list
    static constexpr float kCardWidth = 328;
    static constexpr float kStatusHeight = 28;
};

/// Seconds that a fade takes.
inline constexpr double kMotionSeconds = 0.18;

}  // namespace jinsha::ui
