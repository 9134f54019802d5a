#include "app/layers_part.hpp"

namespace jinsha::app {

void LayersPart::map_opened() {
    const ProjectCounts& counts = context_.map->session.project_counts();
    context_.model.project_count = counts.all;
    context_.model.estimated_count = counts.estimated;
}

bool LayersPart::take_from_panel(const ui::Command& command) {
    const auto* show = std::get_if<ui::ShowLayer>(&command);
    if (show == nullptr || !context_.map) return false;
    context_.map->session.show_row(show->id, show->visible);
    context_.painter.change(context_.map->session.snapshot());
    return true;
}

void LayersPart::update(double /*now_s*/) {
    if (!context_.map) return;
    const MapSession& session = context_.map->session;
    const ViewController& controller = context_.map->controller;
    context_.model.layers = session.rows(session.snapshot()->zoom(controller.view().units_per_pixel()));
}

}  // namespace jinsha::app
