#include "app/copy_view_part.hpp"

#include <fmt/format.h>

#include <utility>

namespace jinsha::app {

CopyViewPart::CopyViewPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, copy_{std::move(wake)} {
    context_.actions.add({"view.copy",
                          "action.copy_view",
                          "Ctrl + Shift + C",
                          {{.key = sf::Keyboard::C, .control = true, .shift = true}},
                          [this] { copy(); },
                          [this] { return context_.map.has_value(); }});
}

void CopyViewPart::copy() {
    // At rest: while it moves, what is seen is on its way to it.
    copy_.start({context_.map->session.snapshot(), context_.map->controller.rest(), context_.fonts,
                 context_.map->icons});
}

void CopyViewPart::update(double /*now_s*/) {
    const auto result = copy_.take();
    if (!result) return;
    const ui::Translations& tr = context_.tr();
    if (!*result) {
        context_.add_note(ui::Note::Kind::Error, std::string{tr("copy.failed")}, result->error().message());
        return;
    }
    const bool is_kept = (*result)->after_exit == AfterExit::Kept;
    context_.add_note(
        ui::Note::Kind::Done,
        tr(is_kept ? "copy.done_kept" : "copy.done_gone", fmt::arg("width", (*result)->size.width),
           fmt::arg("height", (*result)->size.height)),
        {});
}

}  // namespace jinsha::app
