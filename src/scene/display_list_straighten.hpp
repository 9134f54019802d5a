#pragma once

#include "scene/display_list_paths.hpp"

#include <vector>

namespace jinsha::scene {

/// Drops most of the points that lie within an eighth of a pixel of the line between their neighbours: they
/// cannot be seen, and painting costs by the point. No dropped point ends up farther than three eighths from
/// what is left.
///
/// Goes over the path three times. A point goes when it is nearly on the line and a number made from its
/// place is greater than those of both neighbours, so never two in a row. All of this looks the same from
/// both ends and from wherever a ring begins: a border shared by two rings stays shared.
///
/// Ends of a line stay. A path whose last point repeats its first is a ring, and keeps three corners.
void drop_straight_points(std::vector<WorldPoint>& path);

}  // namespace jinsha::scene
