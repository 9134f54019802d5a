#include "screen/paint_rect.hpp"

#include "paint/painter.hpp"
#include "scene/display_list.hpp"

namespace jinsha::screen {

void paint_rect(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                const scene::LowerSymbols* symbols, image::Image& target,
                const std::atomic<bool>& cancelled) {
    const auto list = scene::build_display_list(snapshot, units_per_pixel, rect, cancelled, symbols);
    if (!cancelled) paint::paint(list, target, cancelled);
}

}  // namespace jinsha::screen
