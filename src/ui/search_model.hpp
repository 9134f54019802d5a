#pragma once

#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "ui/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A feature that was found.
struct SearchRow {
    map::FeatureKey feature;
    std::string name;
    std::string text;  // what was met when it is not the name, maybe shortened; "": the name was met
    std::size_t match_begin{}, match_end{};  // bytes of what was met
    Swatch swatch{};
    bool operator==(const SearchRow&) const = default;
};

/// What was found in one layer, best first.
struct SearchGroup {
    std::string title;
    std::vector<SearchRow> rows;
    bool operator==(const SearchGroup&) const = default;
};

/// A place that was typed as coordinates.
struct SearchPlace {
    geo::LonLat at;
    std::string crs;  // in which they were taken: "WGS 84", "EPSG:4522"
    bool operator==(const SearchPlace&) const = default;
};

/// The search field and what it found.
struct SearchModel {
    bool is_open{};      // it has the keyboard
    bool is_indexing{};  // not everything can be found yet
    std::string typed;   // what the groups answer
    std::vector<SearchGroup> groups;
    std::optional<SearchPlace> place;
    std::size_t hit_count{};  // in all groups
    bool has_more{};          // the best of many
};

}  // namespace jinsha::ui
