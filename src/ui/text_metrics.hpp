#pragma once

#include <string>
#include <string_view>

namespace jinsha::ui {

/// The three sizes of LOOK.
enum class TextStyle { Body, Small, Title };

/// How wide texts are; physical pixels. Layouts need no more than this, so that they can be tested without
/// fonts.
class TextMetrics {
public:
    virtual ~TextMetrics() = default;
    /// From the origin of `character` to that of the next one.
    [[nodiscard]] virtual float advance(TextStyle style, char32_t character) const = 0;
    /// Of one em: the height of a Chinese character.
    [[nodiscard]] virtual float em(TextStyle style) const = 0;

    /// What is put between two characters beside their advances: a thin space where Chinese and Latin meet.
    [[nodiscard]] float space_between(TextStyle style, char32_t left, char32_t right) const;
    /// Of one line.
    [[nodiscard]] float width(TextStyle style, std::string_view utf8) const;
    /// As it is when it fits in `width_px`, else its beginning with "…".
    [[nodiscard]] std::string shortened(TextStyle style, std::string_view utf8, float width_px) const;
};

}  // namespace jinsha::ui
