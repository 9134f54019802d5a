#include "scene/symbol_pictures.hpp"

#include "text/label.hpp"

#include <cmath>
#include <utility>

namespace jinsha::scene {

SymbolPicture label_picture(const PlacedText& text, const text::FontSet& fonts) {
    const double x = std::floor(text.origin.x);
    const double y = std::floor(text.origin.y);
    auto drawn = text::draw_label(fonts, *text.label, text.origin.x - x, text.origin.y - y);
    return {std::make_shared<const image::Image>(std::move(drawn.picture)),
            static_cast<std::int64_t>(x) + drawn.left_px, static_cast<std::int64_t>(y) + drawn.top_px,
            text.opacity};
}

Result<SymbolPicture> icon_picture(const PlacedIcon& icon, const symbol::IconStore& icons,
                                   double pixel_ratio) {
    auto picture = icons.picture(icon.image, pixel_ratio * icon.size);
    if (!picture) return tl::make_unexpected(picture.error());
    const std::int64_t left = std::llround(icon.center.x - (*picture)->width_px() / 2.0);
    const std::int64_t top = std::llround(icon.center.y - (*picture)->height_px() / 2.0);
    return SymbolPicture{std::move(*picture), left, top, icon.opacity};
}

}  // namespace jinsha::scene
