#pragma once

#include "print/page_request.hpp"
#include "ui/translations.hpp"

namespace jinsha::app {

/// The program's words on a page.
[[nodiscard]] print::PageWords page_words(const ui::Translations& tr);

/// What a page says of itself: the document's words where it has some, else the program's.
[[nodiscard]] print::PageTexts page_texts(const map::MapDocument& document, const ui::Translations& tr);

}  // namespace jinsha::app
