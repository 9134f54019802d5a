#include "screen/paint_rect.hpp"

#include "paint/painter.hpp"
#include "scene/layer_list.hpp"

#include <memory>
#include <vector>

namespace jinsha::screen {

void paint_rect(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                const RectSupply& supply, image::Image& target, const std::atomic<bool>& cancelled) {
    // The ground is made anew: it costs nothing, and what lies lowest is drawn in another way.
    const std::size_t end = snapshot.first_symbol_layer();
    std::size_t first_with_data = 0;
    while (first_with_data < end && !snapshot.layers[first_with_data].source) ++first_with_data;
    const auto ground =
        scene::build_layer_list(snapshot, {0, first_with_data}, units_per_pixel, rect, cancelled);

    std::vector<std::shared_ptr<const scene::DisplayList>> kept;
    std::vector<const scene::DisplayList*> lists{&ground};
    const double zoom = snapshot.zoom(units_per_pixel);
    for (std::size_t i = first_with_data; i < end && !cancelled; ++i) {
        const scene::SnapshotLayer& layer = snapshot.layers[i];
        if (!layer.is_visible || !layer.style.covers_zoom(zoom)) continue;
        // Symbols are kept as they are placed, by their supply.
        const bool is_symbols = layer.style.type() == style::LayerType::Symbol;
        kept.push_back(is_symbols
                           ? std::make_shared<const scene::DisplayList>(scene::build_layer_list(
                                 snapshot, {i, i + 1}, units_per_pixel, rect, cancelled, supply.symbols))
                           : supply.lists.list(snapshot, i, units_per_pixel, rect, cancelled));
        lists.push_back(kept.back().get());
    }
    if (!cancelled) paint::paint(lists, target, cancelled);
}

}  // namespace jinsha::screen
