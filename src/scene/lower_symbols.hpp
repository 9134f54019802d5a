#pragma once

#include "scene/map_snapshot.hpp"
#include "scene/placement.hpp"
#include "scene/symbol_pictures.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace jinsha::scene {

/// The symbols of layers below the topmost run (MapSnapshot::first_symbol_layer) as pictures, for the display
/// lists that these layers are painted by. What is placed is kept, since neighbouring tiles ask for the same
/// symbols. Any thread.
class LowerSymbols {
public:
    LowerSymbols(std::shared_ptr<const text::FontSet> fonts, std::shared_ptr<const symbol::IconStore> icons);
    ~LowerSymbols();
    LowerSymbols(const LowerSymbols&) = delete;
    LowerSymbols& operator=(const LowerSymbols&) = delete;

    /// All that may be seen in `rect`, in the order to draw them; nothing when `cancelled` became true.
    [[nodiscard]] std::vector<PlacedSymbol> place(const MapSnapshot& snapshot, double units_per_pixel,
                                                  const GridRect& rect,
                                                  const std::atomic<bool>& cancelled) const;
    /// Icon and texts of a symbol; icons that cannot be drawn are left out.
    [[nodiscard]] std::vector<SymbolPicture> pictures(const PlacedSymbol& symbol, double pixel_ratio) const;

private:
    struct Bench;
    [[nodiscard]] std::shared_ptr<Bench> bench(const MapSnapshot& snapshot, double units_per_pixel) const;

    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<const symbol::IconStore> icons_;
    mutable std::mutex mutex_;  // of what follows
    mutable std::shared_ptr<Bench> bench_;
};

}  // namespace jinsha::scene
