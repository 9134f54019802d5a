#pragma once

#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "scene/placement.hpp"
#include "scene/symbol_pictures.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "work/worker_pool.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::screen {

/// All symbols of a part of the map at one scale, with their pictures. Immutable.
struct SymbolSet {
    std::uint64_t revision{};
    double units_per_pixel{};
    scene::GridRect rect;                                     // what it is complete for
    std::vector<scene::PlacedSymbol> symbols;                 // in drawing order
    std::vector<std::vector<scene::SymbolPicture>> pictures;  // of each symbol, in drawing order
    std::shared_ptr<const scene::ClusterTree> clusters;  // what PlacedSymbol::cluster counts; may be null
    std::vector<std::string> faults;                     // of symbols left out, each reason once
};

/// Has symbols placed and their pictures drawn by the workers. Its functions are for one thread.
class SymbolWorkshop {
public:
    /// @param on_finished  called by a worker when a set waits to be taken
    SymbolWorkshop(work::WorkerPool& pool, std::shared_ptr<const text::FontSet> fonts,
                   std::shared_ptr<const symbol::IconStore> icons, std::function<void()> on_finished);
    ~SymbolWorkshop();
    SymbolWorkshop(const SymbolWorkshop&) = delete;
    SymbolWorkshop& operator=(const SymbolWorkshop&) = delete;

    /// Symbols for that scale, complete in `window`; asks for a margin around it, so that most of a drag
    /// finds its symbols ready. Does nothing when they are there or under way.
    void want(const std::shared_ptr<const scene::MapSnapshot>& snapshot, double units_per_pixel,
              const scene::GridRect& window);
    /// The newest set that has been finished since the last call; null when there is none.
    [[nodiscard]] std::shared_ptr<const SymbolSet> take();
    /// Nothing is under way and nothing waits to be taken.
    [[nodiscard]] bool is_idle() const;

private:
    struct Bench;
    struct Shelf;
    struct Order {
        std::shared_ptr<Bench> bench;  // one for each revision and scale
        scene::GridRect rect;
        work::Task task;
    };

    work::WorkerPool& pool_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<const symbol::IconStore> icons_;
    std::shared_ptr<Shelf> shelf_;  // shared with tasks, which may outlive this
    std::shared_ptr<Bench> bench_;
    Order order_;  // the last one given
};

}  // namespace jinsha::screen
