#include "scene/claim_layer.hpp"

namespace jinsha::scene {

GridBox box_of_block(BlockPlace block, double side_px) noexcept {
    const double left = static_cast<double>(block.column) * side_px;
    const double top = static_cast<double>(block.row) * side_px;
    return {left, top, static_cast<double>(block.column + 1) * side_px,
            static_cast<double>(block.row + 1) * side_px};
}

GridBox grid_box(const PixelGrid& grid, const geo::Envelope& e) noexcept {
    if (e.is_empty()) return kNoBox;
    const GridPoint a = grid.to_grid({e.min_x, e.max_y}), b = grid.to_grid({e.max_x, e.min_y});
    return {a.x, a.y, b.x, b.y};
}

geo::Envelope map_envelope(const PixelGrid& grid, const GridBox& box) noexcept {
    const geo::MapPoint upper_left = grid.to_map(GridPoint{box.left, box.top});
    const geo::MapPoint lower_right = grid.to_map(GridPoint{box.right, box.bottom});
    return {upper_left.x, lower_right.y, lower_right.x, upper_left.y};
}

}  // namespace jinsha::scene
