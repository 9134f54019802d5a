#include "app/notes_part.hpp"

#include <fmt/format.h>

namespace jinsha::app {

void NotesPart::map_opened() {
    context_.model.problems.clear();
    for (const Problem& problem : context_.map->session.map().problems) context_.report(problem);
    // Nobody looks for the reason of an empty window in the list of problems.
    if (!context_.map->session.map().extent.is_empty() || context_.model.problems.empty()) return;
    const Problem& first = context_.model.problems.front();
    context_.add_note(ui::Note::Kind::Warning, fmt::format("{}: {}", first.where, first.message), "");
}

bool NotesPart::take_from_panel(const ui::Command& command) {
    if (const auto* note = std::get_if<ui::DismissNote>(&command)) {
        std::erase_if(context_.model.notes, [&](const ui::Note& known) { return known.id == note->id; });
    } else if (const auto* copy = std::get_if<ui::CopyText>(&command)) {
        context_.copy_text(copy->text);
    } else {
        return false;
    }
    return true;
}

/// Icons that are missing or broken are known only when symbols have been placed.
void NotesPart::update(double /*now_s*/) {
    const auto symbols = context_.painter.symbols();
    if (!symbols || symbols == symbols_) return;
    symbols_ = symbols;
    for (const std::string& fault : symbols->faults)
        context_.report({Severity::Warning, context_.map->session.map().document.name, fault});
}

}  // namespace jinsha::app
