#include "screen/tile_workshop.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <utility>

namespace jinsha::screen {

namespace {

// A megabyte each, reused for as long as the window is open. Two workers finish about a dozen tiles of a
// usual map between two frames; without a bound a drag over a slow frame once piled up 25 and more.
constexpr std::size_t kMostPictures = 16;

using KeySet = std::unordered_set<scene::TileKey, scene::TileKeyHash>;

void keep_most_urgent(std::vector<TileWish>& wishes, std::size_t count) {
    if (wishes.size() <= count) return;
    const auto end = wishes.begin() + static_cast<std::ptrdiff_t>(count);
    std::ranges::nth_element(wishes, end, {}, &TileWish::priority);
    wishes.erase(end, wishes.end());
}

}  // namespace

/// Where workers put what they finished and find buffers for the next.
struct TileWorkshop::Shelf {
    std::mutex mutex;
    std::deque<PaintedTile> finished;
    std::vector<image::Image> spare;
    std::function<void()> on_finished;

    image::Image take_buffer() {
        {
            const std::scoped_lock lock{mutex};
            if (!spare.empty()) {
                image::Image buffer = std::move(spare.back());
                spare.pop_back();
                return buffer;
            }
        }
        return image::Image{scene::kTileSizePx, scene::kTileSizePx};
    }
    void put_buffer(image::Image buffer) {
        const std::scoped_lock lock{mutex};
        if (spare.size() < kMostPictures) spare.push_back(std::move(buffer));
    }
    /// Lets go of what nobody wishes any longer; the keys of the rest.
    KeySet keep_only(std::span<const TileWish> wishes) {
        KeySet wished;
        for (const TileWish& wish : wishes) wished.insert(wish.key);
        KeySet kept;
        const std::scoped_lock lock{mutex};
        std::erase_if(finished, [&](PaintedTile& tile) {
            if (wished.contains(tile.key)) {
                kept.insert(tile.key);
                return false;
            }
            if (spare.size() < kMostPictures) spare.push_back(std::move(tile.picture));
            return true;
        });
        return kept;
    }
    void finish(PaintedTile tile) {
        {
            const std::scoped_lock lock{mutex};
            finished.push_back(std::move(tile));
        }
        on_finished();
    }
};

TileWorkshop::TileWorkshop(work::WorkerPool& pool, PaintRect paint, std::function<void()> on_finished)
    : pool_{pool}, paint_{std::move(paint)}, shelf_{std::make_shared<Shelf>()} {
    shelf_->on_finished = std::move(on_finished);
}

TileWorkshop::~TileWorkshop() {
    for (auto& [key, task] : under_way_) task.cancel();
}

work::Task TileWorkshop::submit(const std::shared_ptr<const scene::MapSnapshot>& snapshot,
                                const TileWish& wish) {
    return pool_.submit(wish.priority, [snapshot, key = wish.key, paint = paint_,
                                        shelf = shelf_](const std::atomic<bool>& cancelled) {
        image::Image picture = shelf->take_buffer();
        paint(*snapshot, key.units_per_pixel, key.place.rect(), picture, cancelled);
        if (cancelled) {
            shelf->put_buffer(std::move(picture));
        } else {
            shelf->finish({key, std::move(picture)});
        }
    });
}

void TileWorkshop::want(const std::shared_ptr<const scene::MapSnapshot>& snapshot,
                        std::vector<TileWish> wishes) {
    const KeySet finished = shelf_->keep_only(wishes);
    UnderWay wanted;
    for (const scene::TileKey& key : finished) wanted.insert(under_way_.extract(key));
    std::erase_if(wishes, [&](const TileWish& wish) { return finished.contains(wish.key); });
    keep_most_urgent(wishes, kMostPictures - std::min(kMostPictures, finished.size()));
    for (const TileWish& wish : wishes) {
        if (auto known = under_way_.extract(wish.key); !known.empty()) {
            known.mapped().set_priority(wish.priority);
            wanted.insert(std::move(known));
        } else if (!wanted.contains(wish.key)) {
            wanted.emplace(wish.key, submit(snapshot, wish));
        }
    }
    for (auto& [key, task] : under_way_) task.cancel();
    under_way_ = std::move(wanted);
}

std::optional<PaintedTile> TileWorkshop::take() {
    const std::scoped_lock lock{shelf_->mutex};
    if (shelf_->finished.empty()) return std::nullopt;
    PaintedTile tile = std::move(shelf_->finished.front());
    shelf_->finished.pop_front();
    under_way_.erase(tile.key);
    return tile;
}

void TileWorkshop::give_back(image::Image picture) {
    shelf_->put_buffer(std::move(picture));
}

bool TileWorkshop::has_finished() const {
    const std::scoped_lock lock{shelf_->mutex};
    return !shelf_->finished.empty();
}

bool TileWorkshop::is_idle() const {
    const std::scoped_lock lock{shelf_->mutex};
    return under_way_.empty() && shelf_->finished.empty();
}

}  // namespace jinsha::screen
