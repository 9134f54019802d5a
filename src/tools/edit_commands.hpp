#pragma once

#include "geo/points.hpp"

/// What the tools that edit ask for (tools/draw.hpp, tools/reshape.hpp). Places are of the pointer, in the
/// window.
namespace jinsha::tools {

/// A vertex of what is being drawn is placed there.
struct DrawTo {
    geo::ScreenPoint at;
    bool operator==(const DrawTo&) const = default;
};
/// It is complete.
struct DrawEnd {
    bool operator==(const DrawEnd&) const = default;
};
/// Its last vertex is taken back.
struct DrawBack {
    bool operator==(const DrawBack&) const = default;
};
/// It is given up, or when nothing is being drawn, the tool is.
struct DrawGiveUp {
    bool operator==(const DrawGiveUp&) const = default;
};

/// What lies at `from` is being dragged, and is at `at` now.
struct DragTo {
    geo::ScreenPoint from, at;
    bool operator==(const DragTo&) const = default;
};
/// It stays where it was dragged to.
struct Drop {
    bool operator==(const Drop&) const = default;
};
/// It goes back to where it was.
struct DragGiveUp {
    bool operator==(const DragGiveUp&) const = default;
};

/// The vertex there is the one that Delete takes away.
struct PickVertexAt {
    geo::ScreenPoint at;
    bool operator==(const PickVertexAt&) const = default;
};
struct DeleteVertexAt {
    geo::ScreenPoint at;
    bool operator==(const DeleteVertexAt&) const = default;
};
struct DeletePickedVertex {
    bool operator==(const DeletePickedVertex&) const = default;
};

}  // namespace jinsha::tools
