#pragma once

#include "error/error.hpp"
#include "image/image.hpp"
#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::print {

struct DrawnView {
    image::Image picture;
    std::vector<std::string> faults;  // of symbols that were left out for a fault, each reason once
};

/// The map of `view` as pixels, symbols and labels included, exactly as the window shows it at rest; no
/// furniture, no display needed. `view` is snapped to the pixel grid first. Uses all cores.
[[nodiscard]] DrawnView draw_view(std::shared_ptr<const scene::MapSnapshot> snapshot, const map::View& view,
                                  std::shared_ptr<const text::FontSet> fonts,
                                  std::shared_ptr<const symbol::IconStore> icons);

/// An opaque PNG (RGB, 8 bit; what is transparent becomes white) with its density (pHYs), in memory. The same
/// picture gives the same bytes. The picture must not be empty.
[[nodiscard]] Result<std::vector<std::uint8_t>> encode_png(const image::Image& picture, double dpi);

}  // namespace jinsha::print
