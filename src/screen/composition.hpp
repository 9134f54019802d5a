#pragma once

#include "map/view.hpp"
#include "scene/tile_grid.hpp"

#include <span>
#include <vector>

namespace jinsha::screen {

/// A rectangle of the window, physical pixels, y down.
struct ScreenRect {
    double left{}, top{}, right{}, bottom{};
    bool operator==(const ScreenRect&) const = default;
};

/// A tile and where it lies on the screen; whole pixels when `is_exact`.
struct TilePlacement {
    scene::TileKey key;
    ScreenRect on_screen;
    bool is_exact{};  // drawn pixel on pixel
};

/// Which tiles make the picture of a view.
struct Composition {
    std::vector<TilePlacement> tiles;  // in the order to draw them: what is below first; none is hidden
    bool is_covered{};                 // no pixel of the window is left without a tile
    bool is_exact{};                   // every pixel comes from a tile of the right revision and scale
};

/// Fills the window with the best of the tiles at hand: those of the view's own scale first, then the
/// nearest scales (finer ones are preferred, as they stay sharp), newer revisions before older ones.
/// `available` in any order.
[[nodiscard]] Composition compose(const map::View& view, geo::MapPoint grid_origin, std::uint64_t revision,
                                  std::span<const scene::TileKey> available);

}  // namespace jinsha::screen
