#pragma once

#include "ui/frame.hpp"

#include <optional>

namespace jinsha::ui {

inline constexpr float kOverviewWidth = 152;  // CSS pixels
inline constexpr float kOverviewHeight = 99;  // with its border as high as the zoom buttons beside it

/// Where the hand has taken hold of the frame, from its middle; none: of nothing.
struct OverviewState {
    std::optional<Point> grip;
};

[[nodiscard]] Point overview_size(const Frame& frame);

/// The whole map in small, with a frame around what the window shows: it is dragged, and a press elsewhere
/// brings it there. Needs Model::overview with a picture.
[[nodiscard]] Commands draw_overview(Frame& frame, const OverviewModel& overview, const Rect& box,
                                     OverviewState& state);

}  // namespace jinsha::ui
