#include "app/reading_part.hpp"

#include <variant>

namespace jinsha::app {

bool ReadingPart::is_reading() const {
    return context_.map && !context_.map->session.readings().are_finished();
}

bool ReadingPart::take_from_panel(const ui::Command& command) {
    if (!std::holds_alternative<ui::CancelLoading>(command) || !is_reading()) return false;
    context_.map->session.readings().cancel();
    return true;
}

void ReadingPart::update(double /*now_s*/) {
    if (!is_reading()) return;
    MapSession& session = context_.map->session;
    const SourceReadings::News news = session.take_readings();
    if (news.has_picture) {
        context_.painter.change(session.snapshot());
        context_.wants_frame = true;
    }
    for (const Problem& problem : news.problems) context_.report(problem);
    context_.model.loading = session.readings().progress();
}

}  // namespace jinsha::app
