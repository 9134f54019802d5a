#pragma once

#include "style/color.hpp"

namespace jinsha::print {

/// The colours of a page round its map (LOOK of the program: text, secondary text, land outside).
struct PageColors {
    style::Color paper, ink, quiet_ink, grid;

    [[nodiscard]] static PageColors of(bool is_dark) noexcept {
        constexpr auto rgb = [](int r, int g, int b, double a = 1) {
            return style::Color{r / 255.0, g / 255.0, b / 255.0, a};
        };
        if (is_dark) {
            return {rgb(0x1C, 0x2A, 0x29), rgb(0xE7, 0xEC, 0xEA), rgb(0x9D, 0xB0, 0xAD),
                    rgb(0x62, 0xC6, 0xC7, 0.28)};
        }
        return {rgb(0xFF, 0xFF, 0xFF), rgb(0x22, 0x30, 0x2E), rgb(0x5F, 0x6B, 0x69),
                rgb(0x1F, 0x6F, 0x78, 0.28)};
    }
};

}  // namespace jinsha::print
