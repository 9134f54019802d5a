#include "screen/map_painter.hpp"

#include "scene/tile_grid.hpp"
#include "screen/paint_rect.hpp"

#include <utility>

namespace jinsha::screen {

namespace {

// About 25 tiles; a frame of 60 a second lasts 16.7 ms.
constexpr std::chrono::microseconds kUploadBudget{4000};

// The lists of a window full of a usual map need a few megabytes; those of 300,000 parcels do not fit.
constexpr std::size_t kListBudgetBytes = std::size_t{32} << 20;

/// paint_rect with what belongs to the map that is open. Tasks may outlive the painter, so they share these.
PaintRect painting_with(std::shared_ptr<const MapPainter::SharedLowerSymbols> shared,
                        std::shared_ptr<scene::DisplayListCache> lists) {
    return [shared = std::move(shared), lists = std::move(lists)](
               const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
               image::Image& target, const std::atomic<bool>& cancelled) {
        const auto symbols = shared->load();
        paint_rect(snapshot, units_per_pixel, rect, {*lists, symbols.get()}, target, cancelled);
    };
}

}  // namespace

Result<std::unique_ptr<MapPainter>> MapPainter::create(MapPainterSetup setup) {
    auto quads = QuadPainter::load(setup.shaders);
    if (!quads) return tl::make_unexpected(quads.error());
    return std::unique_ptr<MapPainter>{new MapPainter{std::move(setup), std::move(*quads)}};
}

MapPainter::MapPainter(MapPainterSetup setup, QuadPainter quads)
    : setup_{std::move(setup)},
      quads_{std::move(quads)},
      lists_{std::make_shared<scene::DisplayListCache>(kListBudgetBytes)},
      tiles_{setup_.pool, painting_with(lower_symbols_, lists_), setup_.wake},
      highlights_{setup_.pool, setup_.wake} {}

void MapPainter::open(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
                      std::shared_ptr<const symbol::IconStore> icons) {
    tiles_.clear();
    begin(std::move(snapshot), extent, std::move(icons));
}

void MapPainter::reopen(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
                        std::shared_ptr<const symbol::IconStore> icons) {
    const bool is_grid_another = !snapshot_ || snapshot_->origin != snapshot->origin;
    if (is_grid_another) tiles_.clear();
    begin(std::move(snapshot), extent, std::move(icons));
}

void MapPainter::begin(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
                       std::shared_ptr<const symbol::IconStore> icons) {
    lists_->clear();
    symbols_.clear();
    spread_.clear();
    icons_ = icons;
    highlights_.show({});
    *lower_symbols_ = std::make_shared<const scene::LowerSymbols>(setup_.fonts, icons);
    symbol_workshop_ =
        std::make_unique<SymbolWorkshop>(setup_.pool, setup_.fonts, std::move(icons), setup_.wake);
    snapshot_ = std::move(snapshot);
    extent_ = extent;
    has_all_tiles_ = false;
}

void MapPainter::change(std::shared_ptr<const scene::MapSnapshot> snapshot) {
    snapshot_ = std::move(snapshot);
    has_all_tiles_ = false;
}

void MapPainter::change(std::shared_ptr<const scene::MapSnapshot> snapshot,
                        std::span<const geo::Envelope> places) {
    if (snapshot_) tiles_.carry_over(snapshot_->revision, *snapshot, places);
    change(std::move(snapshot));
}

void MapPainter::spread(std::shared_ptr<const scene::ClusterSpread> spread) {
    if (snapshot_) spread_.show(std::move(spread), snapshot_->origin, snapshot_->pixel_ratio, *icons_);
}

std::vector<scene::PlacedSymbol> MapPainter::pickable_symbols(double units_per_pixel) const {
    std::vector<scene::PlacedSymbol> symbols;
    if (const auto& shown = symbols_.shown(); shown && shown->units_per_pixel == units_per_pixel) {
        symbols = shown->symbols;
    }
    if (const auto& spread = spread_.shown(); spread && spread->units_per_pixel == units_per_pixel) {
        symbols.insert(symbols.end(), spread->members.begin(), spread->members.end());
    }
    return symbols;
}

bool MapPainter::update(const map::View& rest, double now_s) {
    if (!snapshot_) return false;
    symbol_workshop_->want(snapshot_, rest.units_per_pixel(), scene::grid_rect(rest, snapshot_->origin));
    const bool has_tiles = tiles_.update(snapshot_, extent_, rest, kUploadBudget);
    const bool has_symbols = take_symbols(rest);
    const bool was_fading = is_fading();
    symbols_.advance(now_s);
    spread_.advance(now_s);
    const bool has_highlights = highlights_.update(snapshot_, rest);
    return (has_tiles && !has_all_tiles_) || has_symbols || was_fading || has_highlights;
}

bool MapPainter::take_symbols(const map::View& rest) {
    auto set = symbol_workshop_->take();
    if (!set || set->units_per_pixel != rest.units_per_pixel()) return false;
    const bool is_first = !symbols_.shown();
    symbols_.show(std::move(set), snapshot_->origin, is_first);
    return true;
}

void MapPainter::draw(const map::View& view) {
    quads_.begin(view.window());
    if (snapshot_) {
        has_all_tiles_ = tiles_.draw(view, *snapshot_, quads_);
        highlights_.draw(view, quads_);  // below the symbols, so that no outline runs through a name
        symbols_.draw(view, quads_);
        spread_.draw(view, quads_);
    }
    quads_.end();
}

bool MapPainter::is_complete() const {
    return snapshot_ && has_all_tiles_ && symbol_workshop_->is_idle() && !is_fading() &&
           highlights_.is_idle();
}

bool MapPainter::is_working() const {
    return snapshot_ && !(tiles_.is_idle() && symbol_workshop_->is_idle() && highlights_.is_idle());
}

}  // namespace jinsha::screen
