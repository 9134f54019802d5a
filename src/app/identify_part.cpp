#include "app/identify_part.hpp"

#include "scene/picking.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kSelectedLinePx = 2.5;  // CSS pixels
constexpr double kHoveredLinePx = 1.5;
constexpr double kPlainRadiusPx = 8;  // ring around what has no icon
constexpr double kRingGapPx = 2;      // between icon and ring

}  // namespace

std::optional<Met> met_at(const WindowContext& context, geo::ScreenPoint at) {
    const MapSession& session = context.map->session;
    const ViewController& controller = context.map->controller;
    const map::View& view = controller.view();
    const auto symbols = context.painter.symbols();
    const bool fits = symbols && symbols->units_per_pixel == view.units_per_pixel();
    const std::vector<scene::PlacedSymbol> none;
    const auto grid = session.snapshot()->grid(view.units_per_pixel());
    return session.first_with_card(scene::pick(*session.snapshot(), grid, fits ? symbols->symbols : none,
                                               grid.to_grid(view.to_map(at))));
}

bool IdentifyPart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) {
        pointer_ = hover->at;
        is_hover_outdated_ = true;
    } else if (const auto* select_at = std::get_if<tools::SelectAt>(&command)) {
        select(met_at(context_, select_at->at), context_.map->controller.view().to_map(select_at->at));
    } else if (std::holds_alternative<tools::Deselect>(command)) {
        select(std::nullopt, std::nullopt);
    } else {
        return false;
    }
    return true;
}

bool IdentifyPart::take_from_panel(const ui::Command& command) {
    if (!std::holds_alternative<ui::CloseCard>(command)) return false;
    select(std::nullopt, std::nullopt);
    return true;
}

void IdentifyPart::update(double /*now_s*/) {
    if (!context_.map) return;
    const auto symbols = context_.painter.symbols();
    const std::uint64_t revision = context_.map->session.snapshot()->revision;
    if (symbols != symbols_ || revision != revision_) is_hover_outdated_ = true;
    symbols_ = symbols;
    revision_ = revision;
    if (context_.model.appearance != appearance_) {
        appearance_ = context_.model.appearance;
        const auto& selected = context_.map->selected;
        if (!selected.empty())
            context_.model.card = context_.map->session.card(selected.front(), context_.language());
    }
    update_hover();
    update_card();
    update_highlights();
}

void IdentifyPart::update_hover() {
    if (!is_hover_outdated_ || context_.is_moving()) return;
    is_hover_outdated_ = false;
    context_.map->hovered = pointer_ ? met_at(context_, *pointer_) : std::nullopt;
}

void IdentifyPart::select(std::optional<Met> met, std::optional<geo::MapPoint> at) {
    context_.map->selected.clear();
    card_place_.reset();
    context_.model.card.reset();
    if (!met) return;
    const MapSession& session = context_.map->session;
    context_.map->selected = session.selected_with(*met);
    const Met& first = context_.map->selected.front();
    context_.model.card = session.card(first, context_.language());
    // A point is pointed at where it is, whatever of its symbol was clicked; anything else where it was
    // clicked.
    const bool is_point = session.position_quality(first).has_value();
    card_place_ = is_point || !at ? session.place(first.feature) : at;
}

void IdentifyPart::update_card() {
    ui::Model& model = context_.model;
    if (model.card && card_place_)
        model.card->anchor = context_.map->controller.view().to_screen(*card_place_);
    model.hover.reset();
    const auto& hovered = context_.map->hovered;
    if (!hovered || !pointer_) return;
    model.hover = ui::Hover{context_.map->session.name(*hovered, context_.language()), "", *pointer_};
}

void IdentifyPart::update_highlights() {
    std::vector<screen::Highlight> highlights;
    const auto& selected = context_.map->selected;
    for (const Met& met : selected) highlights.push_back(highlight_of(met, kSelectedLinePx));
    if (const auto& hovered = context_.map->hovered;
        hovered && std::ranges::find(selected, *hovered) == selected.end()) {
        highlights.push_back(highlight_of(*hovered, kHoveredLinePx));
    }
    if (highlights == highlights_) return;
    highlights_ = highlights;
    context_.painter.highlight(std::move(highlights));
}

screen::Highlight IdentifyPart::highlight_of(const Met& met, double width_css_px) const {
    const MapSession& session = context_.map->session;
    screen::Highlight highlight;
    highlight.feature = met.feature;
    highlight.color = ui::highlight_color(context_.model.appearance.theme);
    highlight.width_px = width_css_px * context_.pixel_ratio;
    highlight.ring_radius_px = ring_radius_px(met.feature);
    if (const auto quality = session.position_quality(met); quality && quality->radius_m) {
        highlight.disc_radius_map_units = *quality->radius_m / session.map().crs.unit_metres();
        highlight.is_disc_dotted = quality->word == "inferred";
    }
    return highlight;
}

double IdentifyPart::ring_radius_px(map::FeatureKey feature) const {
    if (symbols_) {
        for (std::size_t i = 0; i < symbols_->symbols.size(); ++i) {
            const scene::PlacedSymbol& symbol = symbols_->symbols[i];
            if (symbol.feature != feature || symbol.icons.empty() || symbols_->pictures[i].empty()) continue;
            return symbols_->pictures[i].front().picture->width_px() / 2.0 +
                   kRingGapPx * context_.pixel_ratio;
        }
    }
    return kPlainRadiusPx * context_.pixel_ratio;
}

}  // namespace jinsha::app
