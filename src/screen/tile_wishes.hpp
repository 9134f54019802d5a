#pragma once

#include "geo/envelope.hpp"
#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "screen/tile_workshop.hpp"

#include <vector>

namespace jinsha::screen {

/// Where a drag goes: physical pixels from one update to the next, x right, y down, that the window moves
/// over the map.
struct Heading {
    double x{}, y{};
    bool operator==(const Heading&) const = default;
};

/// What should be painted for a view, complete: first the tiles it shows, from the middle outwards; then
/// those that the window comes to next when it moves; then a coarse picture of the whole map and of the wider
/// surroundings, so that no way of moving meets a blank; then one ring of tiles around the window, so that a
/// drag finds them ready.
/// @param rest    where the view rests or is going to rest
/// @param extent  of the map; empty: no coarse picture of the whole
[[nodiscard]] std::vector<TileWish> tile_wishes(const map::View& rest, const scene::MapSnapshot& snapshot,
                                                const geo::Envelope& extent, Heading heading = {});

/// Wishes below this priority are tiles that the window shows at rest.
constexpr double kFirstUnseenPriority = 2;

}  // namespace jinsha::screen
