#pragma once

#include "geo/points.hpp"
#include "ui/around_commands.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A text of a measure, where it stands in the window.
struct MeasureLabel {
    std::string text;
    geo::ScreenPoint at;
    bool is_total{};  // of the whole measure, not of one of its legs
    bool operator==(const MeasureLabel&) const = default;
};

/// A measure in its line of the panel.
struct MeasureRow {
    MeasureKind kind{};
    std::vector<std::string> lines;  // what it measures on the ellipsoid, then in the plane
    bool operator==(const MeasureRow&) const = default;
};

/// What is drawn of a measure, in the window; its places may lie outside of it.
struct MeasureShape {
    std::vector<geo::ScreenPoint> line;    // drawn
    std::vector<geo::ScreenPoint> places;  // that were clicked
    bool operator==(const MeasureShape&) const = default;
};

/// What is measured, and how it looks.
struct MeasureModel {
    MeasureKind kind{};  // of the next measure
    bool is_on{};        // clicks measure
    std::string plane;   // name of the plane: the map CRS
    std::vector<MeasureRow> rows;
    std::vector<MeasureShape> shapes;
    std::vector<MeasureLabel> labels;
    bool operator==(const MeasureModel&) const = default;
};

}  // namespace jinsha::ui
