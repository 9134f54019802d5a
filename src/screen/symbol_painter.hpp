#pragma once

#include "map/view.hpp"
#include "screen/quad_painter.hpp"
#include "screen/symbol_atlas.hpp"
#include "screen/symbol_workshop.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace jinsha::screen {

/// Draws placed symbols over the tiles: pixel on pixel at rest, at their size while the view zooms (only
/// their places move). Symbols that come or go fade; one that stays through a change of scale or revision
/// stays as it is. Main thread, window's context.
class SymbolPainter {
public:
    /// Shows another set from now on. What it shares with the old one goes on; with `at_once` nothing fades
    /// (the first picture of a map).
    void show(std::shared_ptr<const SymbolSet> set, geo::MapPoint grid_origin, bool at_once);
    /// Lets fades go on to the time `now_s` (any clock that only rises).
    void advance(double now_s);
    [[nodiscard]] bool is_fading() const noexcept { return is_fading_; }
    /// What is shown now; null before the first.
    [[nodiscard]] const std::shared_ptr<const SymbolSet>& shown() const noexcept { return set_; }

    void draw(const map::View& view, QuadPainter& painter);
    /// Forgets all (another map is opened).
    void clear();

private:
    /// A symbol that is no longer placed and fades away where it was.
    struct Leaving {
        std::shared_ptr<const SymbolSet> set;  // it was shown with
        std::size_t index{};                   // in that set
        double opacity{};
    };
    /// Quads that follow each other in drawing order and share a texture.
    struct Batch {
        std::size_t page{};
        std::vector<Quad> quads;
    };

    void collect(const map::View& view);
    void add_symbol(const SymbolSet& set, std::size_t index, double opacity, const map::View& view);
    void add_picture(const scene::SymbolPicture& picture, double x, double y, double opacity,
                     const map::ScreenSize& window);
    [[nodiscard]] double opacity_of(std::uint64_t id) const;

    SymbolAtlas atlas_;
    std::shared_ptr<const SymbolSet> set_;
    geo::MapPoint grid_origin_;
    std::unordered_map<std::uint64_t, double> coming_;  // id to opacity, of those below 1
    std::vector<Leaving> leaving_;
    std::vector<Batch> batches_;
    double last_s_{};
    bool is_fading_{};
};

}  // namespace jinsha::screen
