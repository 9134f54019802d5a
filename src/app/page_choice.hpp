#pragma once

#include "map/loaded_map.hpp"
#include "map/view.hpp"
#include "print/page_request.hpp"
#include "ui/export_model.hpp"
#include "ui/translations.hpp"

namespace jinsha::app {

/// CSS pixels of the page.
[[nodiscard]] print::PageSize page_size(ui::ExportChoice::Page page);

/// The page that the export dialog asks for: all that `view` shows, or its middle at the chosen scale. A
/// scale that is not known for that place is left out.
[[nodiscard]] print::PageRequest page_request(const ui::ExportChoice& choice, const map::View& view,
                                              const map::LoadedMap& map, const ui::Translations& tr);

}  // namespace jinsha::app
