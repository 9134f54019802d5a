#pragma once

#include "print/page_geometry.hpp"
#include "print/text_block.hpp"
#include "scene/legend.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jinsha::print {

/// An entry of the legend on its place.
struct LegendRow {
    PageRect swatch;                       // empty: a heading or a note
    std::vector<scene::LegendLook> looks;  // for the swatch
    TextBlock text;
};

/// A legend set in columns, from its upper left corner on.
struct LegendBlock {
    PageSize size;
    std::vector<LegendRow> rows;
    double type_scale{1};    // of swatches
    bool is_complete{true};  // false: rows were left out for want of room, and the last one is "…"
};

/// What a legend has to be set in.
struct LegendRoom {
    double max_width{}, max_height{};
    double type_scale{1};  // letters are at least 0.7 times as large
    bool is_wide{};        // as low as the width allows, instead of as narrow as the height allows
};

struct LegendText {
    std::string title, note;  // "" for none
    bool has_counts{};
};

/// Sets the legend in the room. Headings stay with their entries. A pure function.
[[nodiscard]] LegendBlock set_legend(const scene::Legend& legend, const LegendText& text,
                                     const LegendRoom& room, const text::FontSet& fonts);

}  // namespace jinsha::print
