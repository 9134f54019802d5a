#pragma once

#include "error/error.hpp"
#include "image/image.hpp"
#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <filesystem>
#include <memory>

namespace jinsha::print {

/// The map of `view` as pixels, symbols and labels included, exactly as the window shows it at rest; no
/// furniture, no display needed. `view` is snapped to the pixel grid first.
[[nodiscard]] image::Image draw_view(std::shared_ptr<const scene::MapSnapshot> snapshot,
                                     const map::View& view, std::shared_ptr<const text::FontSet> fonts,
                                     std::shared_ptr<const symbol::IconStore> icons);

/// Writes an opaque PNG with its density (pHYs). Written beside and renamed, so that a failure leaves an old
/// file as it was.
[[nodiscard]] Result<void> write_png(const image::Image& picture, double dpi,
                                     const std::filesystem::path& path);

}  // namespace jinsha::print
