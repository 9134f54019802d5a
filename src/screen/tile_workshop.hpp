#pragma once

#include "image/image.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/tile_grid.hpp"
#include "work/worker_pool.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace jinsha::screen {

/// A tile that should be painted; the smaller the priority, the sooner.
struct TileWish {
    scene::TileKey key;
    double priority{};
};

struct PaintedTile {
    scene::TileKey key;
    image::Image picture;
};

/// Paints the pixels of `rect` at that scale into `target`, which has its size; any thread.
using PaintRect =
    std::function<void(const scene::MapSnapshot&, double units_per_pixel, const scene::GridRect& rect,
                       image::Image& target, const std::atomic<bool>& cancelled)>;

/// Has tiles painted by the workers. Its functions are for one thread; buffers are reused, and there is a
/// bound to how many pictures are being painted or wait to be taken.
class TileWorkshop {
public:
    /// @param paint        usually paint_rect (screen/paint_rect.hpp)
    /// @param on_finished  called by a worker when a tile waits to be taken
    TileWorkshop(work::WorkerPool& pool, PaintRect paint, std::function<void()> on_finished);
    /// Cancels what is under way.
    ~TileWorkshop();
    TileWorkshop(const TileWorkshop&) = delete;
    TileWorkshop& operator=(const TileWorkshop&) = delete;

    /// The complete list of what is wanted now, of one snapshot: new wishes are begun, those under way get
    /// their new priority, and what is no longer wanted is cancelled. Only the most urgent are begun; the
    /// next call, once some were taken, goes on with the others.
    void want(const std::shared_ptr<const scene::MapSnapshot>& snapshot, std::vector<TileWish> wishes);
    /// A finished tile, if there is one. Give its picture back once it is used.
    [[nodiscard]] std::optional<PaintedTile> take();
    void give_back(image::Image picture);
    /// take() would return one.
    [[nodiscard]] bool has_finished() const;
    /// Nothing is being painted and nothing waits to be taken.
    [[nodiscard]] bool is_idle() const;

private:
    struct Shelf;
    using UnderWay = std::unordered_map<scene::TileKey, work::Task, scene::TileKeyHash>;
    work::Task submit(const std::shared_ptr<const scene::MapSnapshot>& snapshot, const TileWish& wish);

    work::WorkerPool& pool_;
    PaintRect paint_;
    std::shared_ptr<Shelf> shelf_;  // shared with tasks, which may outlive this
    UnderWay under_way_;            // being painted, waiting for it, or finished and not taken
};

}  // namespace jinsha::screen
