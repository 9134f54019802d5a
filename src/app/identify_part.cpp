#include "app/identify_part.hpp"

#include "app/cluster_opening.hpp"
#include "map/name_fields.hpp"
#include "style/value_text.hpp"
#include "ui/card_text.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kSelectedLinePx = 2.5;  // CSS pixels
constexpr double kHoveredLinePx = 1.5;
constexpr double kPlainRadiusPx = 8;     // ring around what has no icon
constexpr double kRingGapPx = 2;         // between icon and ring
constexpr double kLiftedBadgePx = 38;    // a badge of 28 px with ring and shadow
constexpr double kLiftedByFactor = 1.1;  // of any other icon
constexpr style::Color kDarkCasing{0.06, 0.09, 0.09, 0.85};

}  // namespace

std::vector<scene::Pick> picks_at(const WindowContext& context, geo::ScreenPoint at) {
    const map::View& view = context.map->controller.view();
    const auto& snapshot = *context.map->session.snapshot();
    const auto grid = snapshot.grid(view.units_per_pixel());
    return scene::pick(snapshot, grid, context.painter.pickable_symbols(view.units_per_pixel()),
                       grid.to_grid(view.to_map(at)));
}

std::vector<Met> met_at(const WindowContext& context, geo::ScreenPoint at) {
    return context.map->session.with_card(picks_at(context, at));
}

IdentifyPart::IdentifyPart(WindowContext& context) : context_{context} {
    add_actions();
}

void IdentifyPart::add_actions() {
    context_.actions.add({"copy-card",
                          "action.copy_card",
                          "Ctrl + C",
                          {{.key = sf::Keyboard::C, .control = true}},
                          [this] { context_.copy_text(ui::card_text(context_.tr(), *context_.model.card)); },
                          [this] { return context_.model.card.has_value(); }});
    const auto has_pages = [this] { return pages_.size() > 1; };
    context_.actions.add({"next-card-page",
                          "action.card_next",
                          "Page↓",
                          {{sf::Keyboard::PageDown}},
                          [this] { turn_page(1); },
                          has_pages});
    context_.actions.add({"previous-card-page",
                          "action.card_previous",
                          "Page↑",
                          {{sf::Keyboard::PageUp}},
                          [this] { turn_page(-1); },
                          has_pages});
}

void IdentifyPart::map_closing() {
    left_.reset();
    const OpenMap& map = *context_.map;
    if (map.selected.empty()) return;
    const map::FeatureKey key = map.selected.front().feature;
    const map::LoadedSource& source = map.session.map().sources[key.source];
    source.source->visit(key.index, [&](const map::SourceFeature& feature) {
        const std::string id = style::to_text(feature.id());
        if (!id.empty()) left_ = Left{map.session.path(), source.id, id};
    });
}

/// A map that is read anew keeps what is selected.
void IdentifyPart::map_opened() {
    deselect();
    const auto left = std::exchange(left_, std::nullopt);
    if (!left || left->map != context_.map->session.path()) return;
    const auto& sources = context_.map->session.map().sources;
    const auto source = std::ranges::find(sources, left->source, &map::LoadedSource::id);
    if (source == sources.end()) return;
    const auto place = static_cast<std::uint32_t>(source - sources.begin());
    source->source->visit(source->source->extent(), 0, [&](const map::SourceFeature& feature) {
        if (style::to_text(feature.id()) != left->id) return true;
        context_.wants_selected = map::FeatureKey{place, feature.index()};
        return false;
    });
}

bool IdentifyPart::take_from_tool(const tools::Command& command) {
    if (const auto* hover = std::get_if<tools::HoverAt>(&command)) {
        pointer_ = hover->at;
        is_hover_outdated_ = true;
    } else if (const auto* select = std::get_if<tools::SelectAt>(&command)) {
        select_at(select->at);
    } else if (std::holds_alternative<tools::Deselect>(command)) {
        deselect();
    } else {
        return false;
    }
    return true;
}

bool IdentifyPart::take_from_panel(const ui::Command& command) {
    if (const auto* turn = std::get_if<ui::TurnPage>(&command)) {
        turn_page(turn->by);
    } else if (const auto* picked = std::get_if<ui::PickFeature>(&command)) {
        if (context_.map) select_alone(picked->feature);
    } else if (std::holds_alternative<ui::CloseCard>(command)) {
        deselect();
    } else if (const auto* chosen = std::get_if<ui::SelectFeature>(&command)) {
        select(chosen->feature);
    } else {
        return false;
    }
    return true;
}

void IdentifyPart::update(double /*now_s*/) {
    if (!context_.map) return;
    if (const auto wanted = std::exchange(context_.wants_selected, std::nullopt))
        *wanted ? select(**wanted) : deselect();
    look_for_changes();
    update_hover();
    update_card();
    update_tip();
    update_highlights();
}

void IdentifyPart::look_for_changes() {
    const auto symbols = context_.painter.symbols();
    const std::uint64_t revision = context_.map->session.snapshot()->revision;
    const auto& spread = context_.painter.spread_shown();
    if (symbols != symbols_ || revision != revision_ || spread != spread_) is_hover_outdated_ = true;
    const bool is_card_outdated = revision != revision_ || context_.model.appearance != appearance_;
    symbols_ = symbols;
    spread_ = spread;
    revision_ = revision;
    appearance_ = context_.model.appearance;
    if (is_card_outdated) refresh_card();
}

/// Features may have been changed or deleted.
void IdentifyPart::refresh_card() {
    if (pages_.empty()) return;
    const auto is_there = [&](const Met& met) {
        return context_.map->session.place(met.feature).has_value();
    };
    const Met shown = pages_[page_];
    std::erase_if(pages_, [&](const Met& met) { return !is_there(met); });
    const auto page = std::ranges::find(pages_, shown);
    if (page == pages_.end()) return deselect();
    page_ = static_cast<std::size_t>(page - pages_.begin());
    show_page();
}

void IdentifyPart::update_hover() {
    if (!is_hover_outdated_ || context_.is_moving()) return;
    is_hover_outdated_ = false;
    const auto picks = pointer_ ? picks_at(context_, *pointer_) : std::vector<scene::Pick>{};
    hovered_cluster_ = picks.empty() ? std::nullopt : picks.front().cluster;
    const std::vector<Met> met = context_.map->session.with_card(picks);
    context_.map->hovered = met.empty() ? std::nullopt : std::optional{met.front()};
}

void IdentifyPart::select_at(geo::ScreenPoint at) {
    deselect();
    pages_ = met_at(context_, at);
    asked_at_ = context_.map->controller.view().to_map(at);
    if (!pages_.empty()) show_page();
}

void IdentifyPart::select(map::FeatureKey feature) {
    deselect();
    if (!context_.map || feature.source >= context_.map->session.map().sources.size()) return;
    asked_at_.reset();
    pages_ = {context_.map->session.met(feature)};
    show_page();
}

/// As it stands in its table: an outline for itself and not for its project.
void IdentifyPart::select_alone(map::FeatureKey feature) {
    deselect();
    if (feature.source >= context_.map->session.map().sources.size()) return;
    asked_at_.reset();
    is_alone_ = true;
    pages_ = {context_.map->session.met(feature)};
    show_page();
}

void IdentifyPart::deselect() {
    if (context_.map) {
        context_.map->selected.clear();
        context_.map->edited.reset();
    }
    is_alone_ = false;
    context_.model.card.reset();
    card_place_.reset();
    pages_.clear();
    page_ = 0;
}

void IdentifyPart::turn_page(int by) {
    if (pages_.size() < 2) return;
    const auto count = static_cast<int>(pages_.size());
    page_ = static_cast<std::size_t>(((static_cast<int>(page_) + by) % count + count) % count);
    show_page();
}

void IdentifyPart::show_page() {
    const MapSession& session = context_.map->session;
    const Met& met = pages_[page_];
    context_.map->selected = is_alone_ ? std::vector{met} : session.selected_with(met);
    context_.map->edited = met.feature;
    const Met& first = context_.map->selected.front();
    ui::Card card = session.card(first, context_.language());
    card.page = {page_, pages_.size()};
    context_.model.card = std::move(card);
    // A point is pointed at where it is, whatever of its symbol was clicked; anything else where it was
    // clicked.
    const bool is_point = session.position_quality(first).has_value();
    card_place_ = is_point || !asked_at_ ? session.place(first.feature) : asked_at_;
}

void IdentifyPart::update_card() {
    if (context_.model.card && card_place_)
        context_.model.card->anchor = context_.map->controller.view().to_screen(*card_place_);
}

/// The name of what the pointer is over, and its badge, which lifts off the map. Beside the card of the same
/// feature neither would say anything new.
void IdentifyPart::update_tip() {
    context_.model.hover.reset();
    const OpenMap& map = *context_.map;
    if (!pointer_ || context_.is_moving()) return;
    if (hovered_cluster_) return update_cluster_tip(*hovered_cluster_);
    if (!map.hovered) return;
    const auto hovered = map.session.selected_with(*map.hovered);
    if (std::ranges::find(map.selected, hovered.front()) != map.selected.end()) return;
    ui::Hover hover{map.session.name(*map.hovered, context_.language()), "", *pointer_};
    if (const scene::PlacedIcon* icon = icon_of(map.hovered->feature)) {
        const auto grid = map.session.snapshot()->grid(symbols_->units_per_pixel);
        const bool is_badge = icon->image.starts_with("badge/");
        hover.icon = icon->image;
        hover.icon_center = map.controller.view().to_screen(grid.to_map(icon->center));
        hover.icon_css_px =
            is_badge ? kLiftedBadgePx : icon->width_px / context_.pixel_ratio * kLiftedByFactor;
        hover.at = {hover.icon_center.x, hover.icon_center.y - hover.icon_css_px / 2 * context_.pixel_ratio};
    }
    context_.model.hover = std::move(hover);
}

/// How many they are, and what a click does.
void IdentifyPart::update_cluster_tip(std::uint32_t number) {
    if (!symbols_ || !symbols_->clusters) return;
    const auto symbol = std::ranges::find_if(
        symbols_->symbols, [&](const scene::PlacedSymbol& placed) { return placed.cluster == number; });
    if (symbol == symbols_->symbols.end()) return;
    const ViewController& controller = context_.map->controller;
    const scene::ClusterTree& tree = *symbols_->clusters;
    const bool falls_apart = view_of_split(tree, number, controller.view(), controller.rules()).has_value();
    const auto grid = context_.map->session.snapshot()->grid(symbols_->units_per_pixel);
    const auto top =
        controller.view().to_screen(grid.to_map(scene::GridPoint{symbol->anchor.x, symbol->box.top}));
    ui::Hover hover;
    hover.name = context_.tr()("cluster.count", fmt::arg("count", tree.cluster(number).count));
    hover.detail = context_.tr()(falls_apart ? "cluster.come_closer" : "cluster.spread");
    hover.at = top;
    context_.model.hover = std::move(hover);
}

void IdentifyPart::update_highlights() {
    std::vector<screen::Highlight> highlights;
    const OpenMap& map = *context_.map;
    for (const Met& met : map.lit) {
        if (is_in_cluster(met.feature)) continue;
        screen::Highlight highlight = highlight_of(met, kHoveredLinePx);
        highlight.disc_radius_map_units.reset();  // of many at once they would hide the map
        highlights.push_back(highlight);
    }
    for (const Met& met : map.selected) highlights.push_back(highlight_of(met, kSelectedLinePx));
    if (map.hovered) {
        for (const Met& met : map.session.selected_with(*map.hovered)) {
            if (std::ranges::find(map.selected, met) == map.selected.end())
                highlights.push_back(highlight_of(met, kHoveredLinePx));
        }
    }
    if (highlights == highlights_) return;
    highlights_ = highlights;
    context_.painter.highlight(std::move(highlights));
    context_.wants_frame = true;
}

screen::Highlight IdentifyPart::highlight_of(const Met& met, double width_css_px) const {
    const MapSession& session = context_.map->session;
    const ui::ThemeName theme = context_.model.appearance.theme;
    screen::Highlight highlight;
    highlight.feature = met.feature;
    highlight.color = ui::highlight_color(theme);
    if (theme == ui::ThemeName::Dark) highlight.casing = kDarkCasing;
    highlight.width_px = width_css_px * context_.pixel_ratio;
    highlight.ring_radius_px = ring_radius_px(met.feature);
    if (const scene::PlacedSymbol* member = spread_member(met.feature)) {
        highlight.ring_at =
            session.snapshot()->grid(spread_->units_per_pixel).to_map(member->icons.front().center);
    }
    if (const auto quality = session.position_quality(met); quality && quality->radius_m) {
        highlight.disc_radius_map_units = *quality->radius_m / session.map().crs.unit_metres();
        highlight.is_disc_dotted = quality->word == "inferred";
    }
    return highlight;
}

/// Null when the feature does not stand around its cluster now.
const scene::PlacedSymbol* IdentifyPart::spread_member(map::FeatureKey feature) const {
    if (!spread_ || spread_->units_per_pixel != context_.map->controller.view().units_per_pixel())
        return nullptr;
    const auto found = std::ranges::find(spread_->members, feature, &scene::PlacedSymbol::feature);
    return found == spread_->members.end() ? nullptr : &*found;
}

/// As it is shown now; null when it has none.
const scene::PlacedIcon* IdentifyPart::icon_of(map::FeatureKey feature) const {
    if (const scene::PlacedSymbol* member = spread_member(feature)) return &member->icons.front();
    if (!symbols_ || symbols_->units_per_pixel != context_.map->controller.view().units_per_pixel())
        return nullptr;
    for (const scene::PlacedSymbol& symbol : symbols_->symbols) {
        if (symbol.feature == feature && !symbol.cluster && !symbol.icons.empty())
            return &symbol.icons.front();
    }
    return nullptr;
}

/// A cluster stands for it now.
bool IdentifyPart::is_in_cluster(map::FeatureKey feature) const {
    const auto& clusters = context_.map->session.snapshot()->clusters;
    return clusters && map::is_project_source(context_.map->session.map(), feature.source) &&
           icon_of(feature) == nullptr;
}

double IdentifyPart::ring_radius_px(map::FeatureKey feature) const {
    const scene::PlacedIcon* const icon = icon_of(feature);
    if (icon == nullptr) return kPlainRadiusPx * context_.pixel_ratio;
    return icon->width_px / 2 + kRingGapPx * context_.pixel_ratio;
}

}  // namespace jinsha::app
