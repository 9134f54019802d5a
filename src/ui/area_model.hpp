#pragma once

#include "geo/points.hpp"
#include "ui/model.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jinsha::ui {

/// What lies in the area, of one layer.
struct AreaRow {
    std::string title;
    Swatch swatch;
    std::size_t count{};
    std::vector<std::string> lines;  // sums in words: area, length, numbers of its fields
    bool operator==(const AreaRow&) const = default;
};

/// An area that was drawn on the map, and what lies in it.
struct AreaModel {
    bool is_on{};                           // drags and clicks draw an area
    std::vector<geo::ScreenPoint> border;   // drawn, closed unless it is still being drawn
    std::vector<geo::ScreenPoint> corners;  // clicked so far
    bool has_area{};                        // one has been drawn
    bool is_counting{};
    std::size_t count{};        // features
    std::size_t lit_count{};    // those of them that stand out on the map
    std::vector<AreaRow> rows;  // topmost layer first
    bool operator==(const AreaModel&) const = default;
};

}  // namespace jinsha::ui
