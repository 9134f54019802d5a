#pragma once

#include "map/localized_text.hpp"

#include <string>

namespace jinsha::map {

/// What stands round the map of a page; each thing on or off.
struct PageFurniture {
    enum class Legend { None, Auto, Beside, Under };  // Auto: beside on wide pages, under on high ones
    enum class Grid { None, Projected, Degrees };
    bool title{true}, subtitle{true}, neat_line{true}, scale_bar{true}, north_arrow{true};
    bool crs{true}, date{true}, source{true}, approval{true}, classification{true}, page_number{true};
    Legend legend{Legend::Auto};
    bool legend_counts{false};
    Grid grid{Grid::Projected};
    bool operator==(const PageFurniture&) const = default;

    /// The map alone.
    [[nodiscard]] static PageFurniture none() {
        return {false, false, false, false, false,        false, false,
                false, false, false, false, Legend::None, false, Grid::None};
    }
};

/// jinsha:page — what a page says round the map.
struct PageSpec {
    enum class Orientation { Landscape, Portrait };
    LocalizedText title, subtitle, source;
    LocalizedText date;            // of the data; the document's words
    LocalizedText approval;        // 审图号; empty: not approved for publication, nothing is written
    LocalizedText classification;  // 密级; empty: for internal use
    std::string size{"A4"};        // "A0" to "A5"
    Orientation orientation{Orientation::Landscape};
    PageFurniture furniture;
    bool operator==(const PageSpec&) const = default;
};

}  // namespace jinsha::map
