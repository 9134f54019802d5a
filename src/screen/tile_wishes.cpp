#include "screen/tile_wishes.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace jinsha::screen {

namespace {

constexpr double kAheadPriority = kFirstUnseenPriority;
constexpr double kSurroundingsPriority = 3;
constexpr double kOverviewPriority = 4;
constexpr double kRingPriority = 6;

constexpr double kOverviewPx = 224;        // longer side of the coarse picture of the whole map
constexpr double kSurroundingsFactor = 4;  // so much coarser than the view: two zoom levels

/// The whole pixels of `grid` that cover `box`.
scene::GridRect covering_rect(const geo::Envelope& box, const scene::PixelGrid& grid) {
    const auto upper_left = grid.to_grid(geo::MapPoint{box.min_x, box.max_y});
    const auto lower_right = grid.to_grid(geo::MapPoint{box.max_x, box.min_y});
    const double left = std::floor(upper_left.x);
    const double top = std::floor(upper_left.y);
    return {static_cast<std::int64_t>(left), static_cast<std::int64_t>(top),
            static_cast<int>(std::ceil(lower_right.x) - left),
            static_cast<int>(std::ceil(lower_right.y) - top)};
}

scene::GridRect grown(const scene::GridRect& rect, int margin_px) {
    return {rect.left - margin_px, rect.top - margin_px, rect.width + 2 * margin_px,
            rect.height + 2 * margin_px};
}

/// Where the window is once it has gone on by a tile; the window itself when it rests.
scene::GridRect ahead(const scene::GridRect& window, Heading heading) {
    const double fastest = std::max(std::abs(heading.x), std::abs(heading.y));
    if (fastest < 1) return window;
    const auto tiles = [fastest](double along) { return std::llround(along / fastest) * scene::kTileSizePx; };
    return {window.left + tiles(heading.x), window.top + tiles(heading.y), window.width, window.height};
}

/// Adds tiles that are not in the list yet.
class WishList {
public:
    /// Those of `rect`, the ones nearest to the middle of `middle` first.
    void add(const scene::GridRect& rect, const scene::GridRect& middle, std::uint64_t revision,
             double units_per_pixel, double base_priority) {
        constexpr double kFarPx = 1e5;  // so far a tile never is, so its priority stays below the next base
        for (const scene::TilePlace place : scene::tiles_of(rect)) {
            const scene::TileKey key{revision, units_per_pixel, place};
            if (!known_.insert(key).second) continue;
            const double distance = std::min(1.0, scene::distance_from_center(place, middle) / kFarPx);
            wishes_.push_back({key, base_priority + distance});
        }
    }
    [[nodiscard]] std::vector<TileWish> take() { return std::move(wishes_); }

private:
    std::unordered_set<scene::TileKey, scene::TileKeyHash> known_;
    std::vector<TileWish> wishes_;
};

}  // namespace

std::vector<TileWish> tile_wishes(const map::View& rest, const scene::MapSnapshot& snapshot,
                                  const geo::Envelope& extent, Heading heading) {
    WishList list;
    const auto revision = snapshot.revision;
    const double scale = rest.units_per_pixel();
    const scene::GridRect window = scene::grid_rect(rest, snapshot.origin);
    list.add(window, window, revision, scale, 0);
    list.add(ahead(window, heading), window, revision, scale, kAheadPriority);

    const double coarse = scale * kSurroundingsFactor;
    const scene::GridRect surroundings = covering_rect(rest.extent(), snapshot.grid(coarse));
    list.add(grown(surroundings, surroundings.width), surroundings, revision, coarse, kSurroundingsPriority);

    if (const double side = std::max(extent.width(), extent.height()); side > 0) {
        const double overview = side / kOverviewPx;
        const scene::GridRect whole = covering_rect(extent, snapshot.grid(overview));
        list.add(whole, whole, revision, overview, kOverviewPriority);
    }

    list.add(grown(window, scene::kTileSizePx), window, revision, scale, kRingPriority);
    return list.take();
}

}  // namespace jinsha::screen
