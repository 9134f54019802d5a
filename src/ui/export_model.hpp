#pragma once

#include "image/image.hpp"
#include "map/view.hpp"
#include "ui/appearance.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace jinsha::ui {

/// What the user wants of a page, kept from one export to the next.
struct ExportChoice {
    enum class Page { Report, A4, A3, Slide };
    enum class Format { Png, Pdf, Svg, GeoTiff };
    Page page{Page::A4};
    Format format{Format::Png};
    std::string title, subtitle;
    std::optional<double> scale_denominator;  // none: all that the window shows
    int dpi{300};                             // of pictures
    bool has_legend{true}, has_scale_bar{true}, has_north_arrow{true}, has_grid{true};
    bool has_notes{true};  // CRS, date, source, approval, classification
    ThemeName theme{ThemeName::Light};
    bool operator==(const ExportChoice&) const = default;
};

/// The export dialog as the program knows it.
struct ExportModel {
    std::uint64_t opened{};  // rises each time the dialog is opened
    ExportChoice choice;
    std::shared_ptr<const image::Image> preview;  // the last that was drawn; null: none yet
    bool is_drawing{};                            // a newer preview is on its way
    std::string fault;                            // why the page cannot be drawn
    double scale_denominator{};                   // of the preview's map; 0: not known
    double width_mm{}, height_mm{};               // of the page
    map::ScreenSize picture;                      // pixels that a picture would have
    std::optional<double> progress;               // of the export under way, 0 to 1
    bool operator==(const ExportModel&) const = default;
};

}  // namespace jinsha::ui
