#pragma once

#include "geo/points.hpp"

#include <string>
#include <vector>

namespace jinsha::ui {

/// A position in one of its ways of writing.
struct PlaceMenuRow {
    std::string label;  // "WGS 84", "EPSG:4522"
    std::string text;   // what is copied
    bool operator==(const PlaceMenuRow&) const = default;
};

/// The menu of a place of the map.
struct PlaceMenuModel {
    geo::ScreenPoint at;
    std::vector<PlaceMenuRow> rows;  // never empty
    bool operator==(const PlaceMenuModel&) const = default;
};

}  // namespace jinsha::ui
