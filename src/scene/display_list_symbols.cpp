#include "scene/display_list_layer.hpp"

#include <algorithm>

namespace jinsha::scene {

void append_symbols(const LayerJob& job, std::span<const PlacedSymbol> symbols,
                    const LowerSymbols& lower_symbols) {
    for (const PlacedSymbol& symbol : symbols) {
        if (symbol.layer != job.layer_index) continue;
        if (job.cancelled.load(std::memory_order_relaxed)) return;
        for (SymbolPicture& picture : lower_symbols.pictures(symbol, job.snapshot.pixel_ratio)) {
            const std::int64_t x = picture.left_px - job.rect.left, y = picture.top_px - job.rect.top;
            const bool is_seen = x < job.rect.width && y < job.rect.height &&
                                 x + picture.picture->width_px() > 0 && y + picture.picture->height_px() > 0;
            if (!is_seen) continue;
            const auto place = static_cast<std::uint32_t>(job.list.pictures.size());
            job.list.pictures.push_back(std::move(picture.picture));
            job.list.items.emplace_back(PictureItem{place, static_cast<std::int32_t>(x),
                                                    static_cast<std::int32_t>(y),
                                                    static_cast<float>(picture.opacity)});
        }
    }
}

}  // namespace jinsha::scene
