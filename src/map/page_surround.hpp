#pragma once

#include "map/document_value.hpp"
#include "map/localized_text.hpp"
#include "map/map_document.hpp"

#include <array>
#include <string_view>

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

/// A thing of the furniture that is either there or not, by its name in documents and on the command line.
struct FurnitureSwitch {
    std::string_view name;
    bool PageFurniture::*is_on;
};
inline constexpr std::array<FurnitureSwitch, 11> kFurnitureSwitches{
    {{"title", &PageFurniture::title},
     {"subtitle", &PageFurniture::subtitle},
     {"neatLine", &PageFurniture::neat_line},
     {"scaleBar", &PageFurniture::scale_bar},
     {"northArrow", &PageFurniture::north_arrow},
     {"crs", &PageFurniture::crs},
     {"date", &PageFurniture::date},
     {"source", &PageFurniture::source},
     {"approval", &PageFurniture::approval},
     {"classification", &PageFurniture::classification},
     {"pageNumber", &PageFurniture::page_number}}};

/// The part of jinsha:page that is about what stands round the map.
struct PageSurround {
    PageFurniture furniture;
    LocalizedText date;            // of the data; the document's words
    LocalizedText approval;        // 审图号; empty: not approved for publication, nothing is written
    LocalizedText classification;  // 密级; empty: for internal use
    bool operator==(const PageSurround&) const = default;
};

/// Reads it from `jinsha:page`. What is malformed takes its default and is a problem.
[[nodiscard]] PageSurround read_page_surround(const DocumentValue& page);

/// That of a document, the defaults where it says nothing. Its problems were told when the document was read.
[[nodiscard]] PageSurround page_surround(const MapDocument& document);

}  // namespace jinsha::map
