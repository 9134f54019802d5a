#include "print/whole_texts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jinsha::print {

namespace {

bool is_within(const scene::PlacedText& text, const scene::GridRect& frame) {
    const double angle = text.label->rotate_deg * std::numbers::pi / 180;
    const double across = std::abs(std::cos(angle)), along = std::abs(std::sin(angle));
    const double width = text.label->shaped.width_px / 2, height = text.label->shaped.height_px / 2;
    const double x = width * across + height * along, y = width * along + height * across;
    const auto left = static_cast<double>(frame.left), top = static_cast<double>(frame.top);
    return text.origin.x - x >= left && text.origin.x + x <= left + frame.width && text.origin.y - y >= top &&
           text.origin.y + y <= top + frame.height;
}

}  // namespace

void leave_out_cut_texts(std::vector<scene::PlacedSymbol>& symbols, const scene::GridRect& frame) {
    for (scene::PlacedSymbol& symbol : symbols) {
        const auto is_whole = [&](const scene::PlacedText& text) { return is_within(text, frame); };
        if (!std::ranges::all_of(symbol.texts, is_whole)) symbol.texts.clear();
    }
}

}  // namespace jinsha::print
