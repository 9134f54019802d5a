#include "print/draw_symbols.hpp"

#include "scene/symbol_pictures.hpp"

#include <algorithm>

namespace jinsha::print {

namespace {

void draw(const scene::SymbolPicture& symbol, const scene::GridRect& rect, image::Image& target) {
    const std::int64_t x = symbol.left_px - rect.left;
    const std::int64_t y = symbol.top_px - rect.top;
    const bool is_inside = x < rect.width && y < rect.height && x + symbol.picture->width_px() > 0 &&
                           y + symbol.picture->height_px() > 0;
    if (!is_inside) return;
    image::draw_over(target, *symbol.picture, static_cast<int>(x), static_cast<int>(y), symbol.opacity);
}

}  // namespace

std::vector<std::string> draw_symbols(std::span<const scene::PlacedSymbol> symbols,
                                      const scene::GridRect& rect, double pixel_ratio,
                                      const text::FontSet& fonts, const symbol::IconStore& icons,
                                      image::Image& target) {
    std::vector<std::string> faults;
    for (const scene::PlacedSymbol& symbol : symbols) {
        for (const scene::PlacedIcon& icon : symbol.icons) {
            if (const auto picture = scene::icon_picture(icon, icons, pixel_ratio)) {
                draw(*picture, rect, target);
            } else if (std::ranges::find(faults, picture.error().message()) == faults.end()) {
                faults.push_back(picture.error().message());
            }
        }
        for (const scene::PlacedText& text : symbol.texts) {
            draw(scene::label_picture(text, fonts), rect, target);
        }
    }
    return faults;
}

}  // namespace jinsha::print
