#pragma once

#include "text/font_set.hpp"

#include <optional>

namespace jinsha::text {

/// The font that fontconfig offers for Simplified Chinese in this weight, Noto Sans CJK SC where it is there.
/// Nothing where there is no font at all.
[[nodiscard]] std::optional<FontFile> find_chinese_font(FontWeight weight);

/// A font with outlines that has the character. The first look-up makes fontconfig read its
/// configuration: 5 to 13 ms.
[[nodiscard]] std::optional<FontFile> find_font_with(char32_t c, FontWeight weight);

}  // namespace jinsha::text
