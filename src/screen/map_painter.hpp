#pragma once

#include "error/error.hpp"
#include "geo/envelope.hpp"
#include "map/view.hpp"
#include "scene/display_list_cache.hpp"
#include "scene/lower_symbols.hpp"
#include "scene/map_snapshot.hpp"
#include "screen/highlight_painter.hpp"
#include "screen/quad_painter.hpp"
#include "screen/spread_painter.hpp"
#include "screen/symbol_painter.hpp"
#include "screen/symbol_workshop.hpp"
#include "screen/tile_store.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "work/worker_pool.hpp"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace jinsha::screen {

/// What the map painter stands on.
struct MapPainterSetup {
    work::WorkerPool& pool;
    std::filesystem::path shaders;
    std::shared_ptr<const text::FontSet> fonts;
    std::function<void()> wake;  // called by workers when something new can be drawn; any thread
};

/// The picture of a map in a window: tiles, symbols and highlights of one snapshot. The cost of a frame does
/// not depend on the data: workers place and paint, this only composes. Main thread, window's context.
class MapPainter {
public:
    /// Of the map that is open; read by workers.
    using SharedLowerSymbols = std::atomic<std::shared_ptr<const scene::LowerSymbols>>;

    /// The error names the shader that the driver does not take.
    [[nodiscard]] static Result<std::unique_ptr<MapPainter>> create(MapPainterSetup setup);
    MapPainter(const MapPainter&) = delete;
    MapPainter& operator=(const MapPainter&) = delete;

    /// Another map: nothing of the old one is shown any longer.
    /// @param extent  of all its data, map CRS
    void open(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
              std::shared_ptr<const symbol::IconStore> icons);
    /// The same map read anew, whose features may be others: of the old one the tiles stay until the new ones
    /// are there, unless the grid begins elsewhere.
    void reopen(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
                std::shared_ptr<const symbol::IconStore> icons);
    /// A new state of the same map: the old picture stays until the new one is there.
    void change(std::shared_ptr<const scene::MapSnapshot> snapshot);
    /// The same, only features within `places` (map coordinates) having changed: of the old picture stays
    /// what is out of their reach.
    void change(std::shared_ptr<const scene::MapSnapshot> snapshot, std::span<const geo::Envelope> places);
    /// From now on the members of a cluster stand around it, over all symbols; null: no longer.
    void spread(std::shared_ptr<const scene::ClusterSpread> spread);
    /// The cluster whose members stand around it; null when there is none.
    [[nodiscard]] const std::shared_ptr<const scene::ClusterSpread>& spread_shown() const noexcept {
        return spread_.shown();
    }
    void highlight(std::vector<Highlight> highlights) { highlights_.show(std::move(highlights)); }

    /// Asks the workers for what the window needs where the view rests or is going to rest (`rest`), takes
    /// what they finished, lets fades go on. True when the picture is another than that of the last draw; the
    /// view itself is not looked at.
    /// @param now_s  any clock that only rises
    bool update(const map::View& rest, double now_s);
    /// Draws what `view` shows into the framebuffer that is bound, all of the window.
    void draw(const map::View& view);

    /// Something fades: the next frame differs though nothing else changes.
    [[nodiscard]] bool is_fading() const noexcept { return symbols_.is_fading() || spread_.is_fading(); }
    /// The next update has something to take at once.
    [[nodiscard]] bool has_waiting() const { return tiles_.has_waiting(); }
    /// The last frame showed all there is to show of its view, and nothing fades.
    [[nodiscard]] bool is_complete() const;
    /// The last frame showed the map by tiles of its own scale and state alone.
    [[nodiscard]] bool is_sharp() const noexcept { return has_all_tiles_; }
    /// Workers have something to do for this map, if only for what may be looked at next.
    [[nodiscard]] bool is_working() const;
    /// The symbols that are shown; null before there are any.
    [[nodiscard]] std::shared_ptr<const SymbolSet> symbols() const { return symbols_.shown(); }
    /// What can be picked at that scale, in drawing order: the symbols that are shown, and over them the
    /// members of a cluster that is spread. Empty while another scale is shown.
    [[nodiscard]] std::vector<scene::PlacedSymbol> pickable_symbols(double units_per_pixel) const;
    [[nodiscard]] const symbol::IconStore& icons() const noexcept { return *icons_; }  // of the open map
    [[nodiscard]] QuadPainter& quads() noexcept { return quads_; }

private:
    MapPainter(MapPainterSetup setup, QuadPainter quads);
    void begin(std::shared_ptr<const scene::MapSnapshot> snapshot, const geo::Envelope& extent,
               std::shared_ptr<const symbol::IconStore> icons);
    [[nodiscard]] bool take_symbols(const map::View& rest);

    MapPainterSetup setup_;
    QuadPainter quads_;
    std::shared_ptr<SharedLowerSymbols> lower_symbols_{std::make_shared<SharedLowerSymbols>()};
    std::shared_ptr<scene::DisplayListCache> lists_;  // shared with tasks, which may outlive this
    TileStore tiles_;
    std::unique_ptr<SymbolWorkshop> symbol_workshop_;  // one a map, as icons come from the map's folder
    SymbolPainter symbols_;
    SpreadPainter spread_;
    std::shared_ptr<const symbol::IconStore> icons_;
    HighlightPainter highlights_;
    std::shared_ptr<const scene::MapSnapshot> snapshot_;
    geo::Envelope extent_;
    bool has_all_tiles_{};
};

}  // namespace jinsha::screen
