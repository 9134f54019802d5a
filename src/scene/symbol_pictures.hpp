#pragma once

#include "error/error.hpp"
#include "image/image.hpp"
#include "scene/placement.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <cstdint>
#include <memory>

namespace jinsha::scene {

/// A picture of a placed symbol. Its upper left corner lies on a whole pixel of the grid, so window and paper
/// draw it one to one and alike.
struct SymbolPicture {
    std::shared_ptr<const image::Image> picture;  // never null
    std::int64_t left_px{}, top_px{};             // on the pixel grid
    double opacity{1};
};

/// Any thread.
[[nodiscard]] SymbolPicture label_picture(const PlacedText& text, const text::FontSet& fonts);

/// The icon at its size for `pixel_ratio` physical pixels a CSS pixel. The error is the icon store's. Any
/// thread.
[[nodiscard]] Result<SymbolPicture> icon_picture(const PlacedIcon& icon, const symbol::IconStore& icons,
                                                 double pixel_ratio);

}  // namespace jinsha::scene
