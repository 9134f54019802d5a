#include "app/layers_part.hpp"

#include <algorithm>

namespace jinsha::app {

void LayersPart::map_opened() {
    const ProjectCounts& counts = context_.map->session.project_counts();
    context_.model.project_count = counts.all;
    context_.model.estimated_count = counts.estimated;
}

bool LayersPart::take_from_panel(const ui::Command& command) {
    if (!context_.map) return false;
    if (const auto* show = std::get_if<ui::ShowLayer>(&command)) {
        context_.map->session.show_row(show->id, show->visible);
    } else if (const auto* fade = std::get_if<ui::SetOpacity>(&command)) {
        context_.map->session.fade_row(fade->id, fade->opacity);
    } else if (const auto* solo = std::get_if<ui::SoloLayer>(&command)) {
        show_alone(solo->id);
    } else {
        return false;
    }
    context_.painter.change(context_.map->session.snapshot());
    return true;
}

/// Of its group; pressed again, all of the group are shown.
void LayersPart::show_alone(std::uint32_t row) {
    const std::vector<ui::LayerRow>& rows = context_.model.layers;
    const auto chosen = std::ranges::find(rows, row, &ui::LayerRow::id);
    if (chosen == rows.end()) return;
    const auto is_other = [&](const ui::LayerRow& other) {
        return other.group == chosen->group && other.id != row;
    };
    const bool is_alone = chosen->is_visible && std::ranges::none_of(rows, [&](const ui::LayerRow& other) {
                              return is_other(other) && other.is_visible;
                          });
    context_.map->session.show_row(row, true);
    for (const ui::LayerRow& other : rows) {
        if (is_other(other)) context_.map->session.show_row(other.id, is_alone);
    }
}

void LayersPart::update(double /*now_s*/) {
    if (!context_.map) return;
    const MapSession& session = context_.map->session;
    const ViewController& controller = context_.map->controller;
    context_.model.layers = session.rows(session.snapshot()->zoom(controller.view().units_per_pixel()));
}

}  // namespace jinsha::app
