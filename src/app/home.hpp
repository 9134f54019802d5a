#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// The view that the map opens with. Where the window has room for both, the home extent keeps clear of the
/// list of layers, which lies over the left of the map. Data without a home of their own may end anywhere, so
/// they keep clear of the buttons and the status as well.
[[nodiscard]] map::View home_beside_panels(const WindowContext& context, map::ScreenSize window);

/// The same for a map that is being opened.
[[nodiscard]] map::View home_beside_panels(const map::LoadedMap& map, const WindowContext& context,
                                           map::ScreenSize window);

/// The session of a map that was read, its view at home in a window of that size, and its icons.
[[nodiscard]] OpenMap make_open_map(OpenedMap opened, const WindowContext& context, map::ScreenSize window);

/// What the view of a map must keep to: never so far that its data are lost, never closer than makes sense.
[[nodiscard]] ViewRules view_rules(const MapSession& session, const map::View& home, double pixel_ratio);

}  // namespace jinsha::app
