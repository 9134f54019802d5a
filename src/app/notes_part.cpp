#include "app/notes_part.hpp"

#include "app/crash_report.hpp"
#include "app/state_folder.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace jinsha::app {

NotesPart::NotesPart(WindowContext& context) : context_{context} {
    const auto report = take_crash_report(state_folder());
    if (!report) return;
    context_.add_note(ui::Note::Kind::Warning, std::string{context_.tr()("notes.crashed")}, report->string());
}

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
    for (const ui::Note& note : context_.model.notes) {
        if (note.id > logged_) spdlog::info("{} {}", note.text, note.details);
        logged_ = std::max(logged_, note.id);
    }
    const auto symbols = context_.painter.symbols();
    if (!symbols || symbols == symbols_) return;
    symbols_ = symbols;
    for (const std::string& fault : symbols->faults)
        context_.report({Severity::Warning, context_.map->session.map().document.name, fault});
}

}  // namespace jinsha::app
