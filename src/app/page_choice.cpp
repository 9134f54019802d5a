#include "app/page_choice.hpp"

#include "app/page_words.hpp"

namespace jinsha::app {

print::PageSize page_size(ui::ExportChoice::Page page) {
    using Page = ui::ExportChoice::Page;
    using print::px_of_mm;
    switch (page) {
        case Page::Report:  // as wide as the text of an A4 page with usual margins
            return {px_of_mm(160), px_of_mm(100)};
        case Page::A4:
            return {px_of_mm(297), px_of_mm(210)};
        case Page::A3:
            return {px_of_mm(420), px_of_mm(297)};
        case Page::Slide:  // 16:9 as presentation programs have it, 13.33 inches wide
            break;
    }
    return {1280, 720};
}

print::PageRequest page_request(const ui::ExportChoice& choice, const map::View& view,
                                const map::LoadedMap& map, const ui::Translations& tr) {
    print::PageRequest request;
    request.size = page_size(choice.page);
    request.area.box = view.extent();
    if (choice.scale_denominator) {
        const auto units = print::units_per_px_of_scale(*choice.scale_denominator, view.center(), map.crs);
        if (units) request.area.units_per_px = *units;
    }
    map::PageFurniture& furniture = request.furniture;
    furniture.title = !choice.title.empty();
    furniture.subtitle = !choice.subtitle.empty();
    furniture.legend =
        choice.has_legend ? map::PageFurniture::Legend::Auto : map::PageFurniture::Legend::None;
    furniture.scale_bar = choice.has_scale_bar;
    furniture.north_arrow = choice.has_north_arrow;
    furniture.grid = choice.has_grid ? map::PageFurniture::Grid::Projected : map::PageFurniture::Grid::None;
    furniture.crs = furniture.date = furniture.source = choice.has_notes;
    furniture.approval = furniture.classification = choice.has_notes;
    furniture.page_number = false;
    request.texts = page_texts(map.document, tr);
    request.texts.title = choice.title;
    request.texts.subtitle = choice.subtitle;
    request.words = page_words(tr);
    request.is_dark = choice.theme == ui::ThemeName::Dark;
    return request;
}

}  // namespace jinsha::app
