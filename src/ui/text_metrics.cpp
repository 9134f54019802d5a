#include "ui/text_metrics.hpp"

#include "ui/characters.hpp"

#include <cstddef>

namespace jinsha::ui {
namespace {

constexpr float kThinSpaceEm = 0.2F;

}  // namespace

float TextMetrics::space_between(TextStyle style, char32_t left, char32_t right) const {
    const bool meets = (is_ideograph(left) && is_western(right)) || (is_western(left) && is_ideograph(right));
    return meets ? kThinSpaceEm * em(style) : 0;
}

float TextMetrics::width(TextStyle style, std::string_view utf8) const {
    float width = 0;
    char32_t previous = 0;
    while (!utf8.empty()) {
        const char32_t c = take_character(utf8);
        if (previous != 0) width += space_between(style, previous, c);
        width += advance(style, c);
        previous = c;
    }
    return width;
}

std::string TextMetrics::shortened(TextStyle style, std::string_view utf8, float width_px) const {
    if (width(style, utf8) <= width_px) return std::string{utf8};
    const float room = width_px - advance(style, U'…');
    std::string_view rest = utf8;
    std::size_t kept = 0;
    float width = 0;
    char32_t previous = 0;
    while (!rest.empty()) {
        const char32_t c = take_character(rest);
        if (previous != 0) width += space_between(style, previous, c);
        width += advance(style, c);
        if (width > room) break;
        kept = utf8.size() - rest.size();
        previous = c;
    }
    std::string result{utf8.substr(0, kept)};
    while (!result.empty() && result.back() == ' ') result.pop_back();
    // The ellipsis of a Chinese font stands in the middle of its line, where it is out of place after Latin.
    return result + (previous != 0 && !is_east_asian(previous) ? "..." : "…");
}

}  // namespace jinsha::ui
