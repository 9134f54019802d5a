#include "scene/lower_symbols.hpp"

#include <utility>

namespace jinsha::scene {

/// The placer of one snapshot and scale; it serves one thread at a time.
struct LowerSymbols::Bench {
    std::shared_ptr<const MapSnapshot> snapshot;
    double units_per_pixel{};
    std::mutex mutex;
    SymbolPlacer placer;

    Bench(std::shared_ptr<const MapSnapshot> a_snapshot, double a_scale,
          const std::shared_ptr<const text::FontSet>& fonts,
          const std::shared_ptr<const symbol::IconStore>& icons)
        : snapshot{std::move(a_snapshot)},
          units_per_pixel{a_scale},
          placer{snapshot, a_scale, fonts, icons} {}
};

LowerSymbols::LowerSymbols(std::shared_ptr<const text::FontSet> fonts,
                           std::shared_ptr<const symbol::IconStore> icons)
    : fonts_{std::move(fonts)}, icons_{std::move(icons)} {}

LowerSymbols::~LowerSymbols() = default;

std::shared_ptr<LowerSymbols::Bench> LowerSymbols::bench(const MapSnapshot& snapshot,
                                                         double units_per_pixel) const {
    const std::scoped_lock lock{mutex_};
    const bool fits =
        bench_ && bench_->snapshot.get() == &snapshot && bench_->units_per_pixel == units_per_pixel;
    if (!fits) bench_ = std::make_shared<Bench>(snapshot.shared_from_this(), units_per_pixel, fonts_, icons_);
    return bench_;
}

std::vector<PlacedSymbol> LowerSymbols::place(const MapSnapshot& snapshot, double units_per_pixel,
                                              const GridRect& rect,
                                              const std::atomic<bool>& cancelled) const {
    const auto bench_kept = bench(snapshot, units_per_pixel);
    const std::scoped_lock lock{bench_kept->mutex};
    return bench_kept->placer.place_below(rect, cancelled);
}

std::vector<SymbolPicture> LowerSymbols::pictures(const PlacedSymbol& symbol, double pixel_ratio) const {
    std::vector<SymbolPicture> pictures;
    for (const PlacedIcon& icon : symbol.icons) {
        if (auto picture = icon_picture(icon, *icons_, pixel_ratio)) pictures.push_back(std::move(*picture));
    }
    for (const PlacedText& text : symbol.texts) pictures.push_back(label_picture(text, *fonts_));
    return pictures;
}

}  // namespace jinsha::scene
