#pragma once

#include "geo/points.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// What is being drawn or reshaped, as it lies over the map: window pixels. Replaced when it changes.
struct SketchModel {
    struct Handle {
        enum class Kind { Vertex, Middle, Picked };  // Middle: of an edge, where a vertex can be put in
        geo::ScreenPoint at;
        Kind kind{};
        bool operator==(const Handle&) const = default;
    };
    /// Where the pointer is drawn to.
    struct Hint {
        enum class Kind { Vertex, Edge };
        geo::ScreenPoint at;
        Kind kind{};
        bool operator==(const Hint&) const = default;
    };

    std::vector<std::vector<geo::ScreenPoint>> lines;        // of what is there
    std::vector<std::vector<geo::ScreenPoint>> faint_lines;  // of what may come, to the pointer
    std::vector<Handle> handles;
    std::optional<Hint> hint;
    bool operator==(const SketchModel&) const = default;
};

}  // namespace jinsha::ui
