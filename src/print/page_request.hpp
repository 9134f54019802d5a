#pragma once

#include "geo/crs.hpp"
#include "geo/envelope.hpp"
#include "map/map_document.hpp"
#include "map/page_surround.hpp"
#include "print/page_geometry.hpp"
#include "scene/map_snapshot.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"

#include <memory>
#include <optional>
#include <string>

namespace jinsha::print {

/// Which part of the map a page shows.
struct PageArea {
    geo::Envelope box;  // map CRS: shown whole, its middle in the middle; with a scale only the middle counts
    /// Map units in one page pixel; none: as small as shows all of the box.
    std::optional<double> units_per_px;
    double margin_px{};  // round the box, when that decides
};

/// The scale 1:`denominator`, exact on the ground at `at`, in map units to a page pixel. The error says that
/// the place has no longitude and latitude.
[[nodiscard]] Result<double> units_per_px_of_scale(double denominator, geo::MapPoint at, const geo::Crs& crs);

/// The words of a page that the document or the user gives; empty ones are left out.
struct PageTexts {
    std::string title, subtitle, date, source, approval, classification;
    int page{}, page_count{};  // in a series; 0: none
};

/// The words of a page that are the program's, in the language of the page. Patterns as fmt has them.
struct PageWords {
    std::string language;                                    // "zh" or "en"
    std::string legend_title;                                // "图例"
    std::string estimated;                                   // of positions: {estimated} of {total}
    std::string north;                                       // "北"
    std::string crs, datum, date, approval, classification;  // "坐标系：{text}"
    std::string page;                                        // "第 {page} 页，共 {count} 页"
};

/// What is drawn: frozen, shared with worker threads.
struct PageMap {
    std::shared_ptr<const scene::MapSnapshot> snapshot;  // its pixel ratio does not count
    std::shared_ptr<const map::MapDocument> document;    // of the same layers
    geo::Crs crs{geo::Crs::wgs84()};
    std::shared_ptr<const text::FontSet> fonts;
    std::shared_ptr<const symbol::IconStore> icons;
};

/// One page as it was asked for.
struct PageRequest {
    PageSize size;
    PageArea area;
    map::PageFurniture furniture;
    PageTexts texts;
    PageWords words;
    bool is_dark{};
};

}  // namespace jinsha::print
