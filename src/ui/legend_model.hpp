#pragma once

#include "ui/model.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jinsha::ui {

struct LegendRow {
    std::string label;
    std::vector<Swatch> swatches;  // drawn one over the other
    std::size_t count{};           // features of the class in the window
    bool operator==(const LegendRow&) const = default;
};

struct LegendSection {
    std::string title;  // "": without a heading
    std::vector<LegendRow> rows;
    bool operator==(const LegendSection&) const = default;
};

/// What the window shows, from the style.
struct LegendModel {
    std::vector<LegendSection> sections;
    std::size_t project_count{}, estimated_count{};  // in the window
    bool operator==(const LegendModel&) const = default;
};

}  // namespace jinsha::ui
