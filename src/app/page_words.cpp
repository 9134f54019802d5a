#include "app/page_words.hpp"

#include "map/page_surround.hpp"

namespace jinsha::app {

print::PageWords page_words(const ui::Translations& tr) {
    print::PageWords words;
    words.language = tr.language() == ui::Language::English ? "en" : "zh";
    words.legend_title = tr("page.legend");
    words.estimated = tr("page.estimated");
    words.north = tr("page.north");
    words.crs = tr("page.crs");
    words.datum = tr("page.datum");
    words.date = tr("page.date");
    words.approval = tr("page.approval");
    words.classification = tr("page.classification");
    words.page = tr("page.number");
    return words;
}

print::PageTexts page_texts(const map::MapDocument& document, const ui::Translations& tr) {
    const std::string_view language = tr.language() == ui::Language::English ? "en" : "zh";
    const map::PageSpec page = document.page.value_or(map::PageSpec{});
    const map::PageSurround surround = map::page_surround(document);
    print::PageTexts texts;
    texts.title = page.title.is_empty() ? document.name : page.title.in(language);
    texts.subtitle = page.subtitle.in(language);
    texts.date = surround.date.in(language);
    texts.source = page.source.in(language);
    texts.approval = surround.approval.in(language);
    texts.classification =
        surround.classification.is_empty() ? tr("page.internal") : surround.classification.in(language);
    return texts;
}

}  // namespace jinsha::app
