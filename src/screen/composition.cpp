#include "screen/composition.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::screen {

namespace {

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/// What is left of `region` (rectangles that do not overlap) without `hole`.
std::vector<ScreenRect> without(const std::vector<ScreenRect>& region, const ScreenRect& hole) {
    std::vector<ScreenRect> rest;
    for (const ScreenRect& r : region) {
        if (!overlap(r, hole)) {
            rest.push_back(r);
            continue;
        }
        const double top = std::max(r.top, hole.top);
        const double bottom = std::min(r.bottom, hole.bottom);
        if (r.top < top) rest.push_back({r.left, r.top, r.right, top});
        if (r.left < hole.left) rest.push_back({r.left, top, hole.left, bottom});
        if (hole.right < r.right) rest.push_back({hole.right, top, r.right, bottom});
        if (bottom < r.bottom) rest.push_back({r.left, bottom, r.right, r.bottom});
    }
    return rest;
}

/// How far a scale is from the one wanted, in zoom levels; a finer one counts half.
double distance(double units_per_pixel, double wanted) {
    const double levels = std::log2(units_per_pixel / wanted);
    return levels < 0 ? -levels / 2 : levels;
}

ScreenRect place(const scene::TileKey& key, const map::View& view, geo::MapPoint grid_origin) {
    const double ratio = key.units_per_pixel / view.units_per_pixel();
    const scene::PixelGrid grid{grid_origin, key.units_per_pixel};
    const auto corner = grid.to_grid(view.to_map(geo::ScreenPoint{0, 0}));
    // Both edges of neighbours come from the same numbers, so they meet exactly.
    const auto x = [&](std::int64_t column) {
        return (static_cast<double>(column * scene::kTileSizePx) - corner.x) * ratio;
    };
    const auto y = [&](std::int64_t row) {
        return (static_cast<double>(row * scene::kTileSizePx) - corner.y) * ratio;
    };
    return {x(key.place.column), y(key.place.row), x(key.place.column + 1), y(key.place.row + 1)};
}

/// On whole pixels, when it lies there but for rounding.
TilePlacement placement(const scene::TileKey& key, const map::View& view, geo::MapPoint grid_origin) {
    constexpr double kRoundingPx = 1e-3;
    ScreenRect rect = place(key, view, grid_origin);
    if (key.units_per_pixel != view.units_per_pixel()) return {key, rect, false};
    const double left = std::round(rect.left);
    const double top = std::round(rect.top);
    if (std::abs(left - rect.left) > kRoundingPx || std::abs(top - rect.top) > kRoundingPx)
        return {key, rect, false};
    return {key, {left, top, left + scene::kTileSizePx, top + scene::kTileSizePx}, true};
}

}  // namespace

Composition compose(const map::View& view, geo::MapPoint grid_origin, std::uint64_t revision,
                    std::span<const scene::TileKey> available) {
    const ScreenRect window{0, 0, static_cast<double>(view.window().width),
                            static_cast<double>(view.window().height)};
    std::vector<TilePlacement> candidates;
    for (const scene::TileKey& key : available) {
        const auto candidate = placement(key, view, grid_origin);
        if (overlap(candidate.on_screen, window)) candidates.push_back(candidate);
    }
    std::ranges::sort(candidates, [&](const TilePlacement& a, const TilePlacement& b) {
        const double to_a = distance(a.key.units_per_pixel, view.units_per_pixel());
        const double to_b = distance(b.key.units_per_pixel, view.units_per_pixel());
        if (to_a != to_b) return to_a < to_b;
        if (a.key.revision != b.key.revision) return a.key.revision > b.key.revision;
        return std::pair{a.key.place.row, a.key.place.column} <
               std::pair{b.key.place.row, b.key.place.column};
    });

    Composition result{{}, false, true};
    std::vector<ScreenRect> open{window};
    for (const TilePlacement& candidate : candidates) {
        const bool is_needed = std::ranges::any_of(
            open, [&](const ScreenRect& rect) { return overlap(rect, candidate.on_screen); });
        if (!is_needed) continue;
        open = without(open, candidate.on_screen);
        result.tiles.push_back(candidate);
        result.is_exact = result.is_exact && candidate.is_exact && candidate.key.revision == revision;
    }
    std::ranges::reverse(result.tiles);
    result.is_covered = open.empty();
    result.is_exact = result.is_exact && result.is_covered;
    return result;
}

}  // namespace jinsha::screen
