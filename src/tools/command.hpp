#pragma once

#include "geo/points.hpp"
#include "tools/area_commands.hpp"
#include "tools/edit_commands.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace jinsha::tools {

// What a tool asks for. Tools change nothing themselves; the application carries the commands out.

/// A rectangle of the window, left <= right and top <= bottom.
struct ScreenBox {
    double left{}, top{}, right{}, bottom{};
    bool operator==(const ScreenBox&) const = default;
};

/// The map moved at once by that many physical pixels: what was at p is at p + (dx, dy).
struct PanBy {
    double dx{}, dy{};
    bool operator==(const PanBy&) const = default;
};

/// A hand is laid on the map: what was thrown or flies stops.
struct Hold {
    bool operator==(const Hold&) const = default;
};

/// The hand that dragged the map lets it go, maybe as a throw.
struct LetGo {
    bool operator==(const LetGo&) const = default;
};

/// The same, but as a short motion.
struct GlideBy {
    double dx{}, dy{};
    bool operator==(const GlideBy&) const = default;
};

/// A motion to another zoom; what is under `anchor` stays there. Without an anchor the centre stays.
struct ZoomBy {
    double levels{};  // > 0: closer; 1 doubles the scale
    std::optional<geo::ScreenPoint> anchor;
    bool operator==(const ZoomBy&) const = default;
};

/// A motion to what the box shows now.
struct ZoomToBox {
    ScreenBox box;
    bool operator==(const ZoomToBox&) const = default;
};

/// The pointer rests over the map there; none: not over the map.
struct HoverAt {
    std::optional<geo::ScreenPoint> at;
    bool operator==(const HoverAt&) const = default;
};

/// Opens the card of what is there; closes the open one when nothing is.
struct SelectAt {
    geo::ScreenPoint at;
    bool operator==(const SelectAt&) const = default;
};

/// Closes the card.
struct Deselect {
    bool operator==(const Deselect&) const = default;
};

/// The menu of a place of the map is asked for.
struct MenuAt {
    geo::ScreenPoint at;
    bool operator==(const MenuAt&) const = default;
};

/// What is measured goes on to there.
struct MeasureTo {
    geo::ScreenPoint at;
    bool operator==(const MeasureTo&) const = default;
};
/// It ends where it is.
struct MeasureEnd {
    bool operator==(const MeasureEnd&) const = default;
};
/// Its last place is taken back.
struct MeasureBack {
    bool operator==(const MeasureBack&) const = default;
};
/// It is given up, or when nothing is being measured, measuring itself is.
struct MeasureGiveUp {
    bool operator==(const MeasureGiveUp&) const = default;
};

using Command = std::variant<PanBy, Hold, LetGo, GlideBy, ZoomBy, ZoomToBox, HoverAt, SelectAt, Deselect,
                             DrawTo, DrawEnd, DrawBack, DrawGiveUp, DragTo, Drop, DragGiveUp, PickVertexAt,
                             DeleteVertexAt, DeletePickedVertex, MenuAt, MeasureTo, MeasureEnd, MeasureBack,
                             MeasureGiveUp, AreaBox, AreaTo, AreaEnd, AreaBack, AreaGiveUp>;

}  // namespace jinsha::tools
