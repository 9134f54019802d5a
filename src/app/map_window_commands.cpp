#include "app/feature_texts.hpp"
#include "app/map_window.hpp"
#include "map/home_view.hpp"
#include "ui/theme.hpp"

#include <SFML/Window/Clipboard.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace jinsha::app {

namespace {

constexpr double kExtentMarginPx = 96;  // around what is zoomed to, CSS pixels: panels lie there
constexpr double kZoomOfAPlace = 15;    // a single point is shown at this zoom
constexpr double kButtonLevels = 0.5;

template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

sf::Cursor::Type cursor_type(tools::CursorShape shape) {
    switch (shape) {
        case tools::CursorShape::Arrow:
            return sf::Cursor::Arrow;
        case tools::CursorShape::Hand:
            return sf::Cursor::Hand;
        case tools::CursorShape::Grabbing:
            return sf::Cursor::SizeAll;
        case tools::CursorShape::Cross:
            return sf::Cursor::Cross;
    }
    return sf::Cursor::Arrow;
}

sf::Cursor::Type cursor_type(ui::PointerShape shape) {
    switch (shape) {
        case ui::PointerShape::Arrow:
            return sf::Cursor::Arrow;
        case ui::PointerShape::Hand:
            return sf::Cursor::Hand;
        case ui::PointerShape::Text:
            return sf::Cursor::Text;
    }
    return sf::Cursor::Arrow;
}

}  // namespace

void MapWindow::apply(const tools::Command& command) {
    if (!controller_) return;
    const double now = now_s();
    std::visit(Overloaded{
                   [&](const tools::PanBy& pan) { controller_->pan_by(pan.dx, pan.dy); },
                   [&](const tools::GlideBy& glide) { controller_->glide_by(glide.dx, glide.dy, now); },
                   [&](const tools::ZoomBy& zoom) { controller_->zoom_by(zoom.levels, zoom.anchor, now); },
                   [&](const tools::ZoomToBox& zoom) { controller_->zoom_to_box(zoom.box, now); },
                   [&](const tools::ShowHome&) { apply(ui::Command{ui::ZoomHome{}}); },
                   [&](const tools::HoverAt& hover) { hover_at(hover.at); },
                   [&](const tools::SelectAt& select) { select_at(select.at); },
                   [&](const tools::Deselect&) { select(std::nullopt, std::nullopt); },
               },
               command);
}

void MapWindow::apply(const ui::Command& command) {
    if (const auto* note = std::get_if<ui::DismissNote>(&command)) {
        std::erase_if(model_.notes, [&](const ui::Note& known) { return known.id == note->id; });
    } else if (const auto* copy = std::get_if<ui::CopyText>(&command)) {
        sf::Clipboard::setString(sf::String::fromUtf8(copy->text.begin(), copy->text.end()));
    } else if (const auto* theme = std::get_if<ui::SetTheme>(&command)) {
        model_.appearance.theme = theme->theme;
        update_highlights();
    } else if (const auto* chosen = std::get_if<ui::SetLanguage>(&command)) {
        set_language(chosen->language);
    } else if (const auto* panels = std::get_if<ui::HidePanels>(&command)) {
        model_.panels_hidden = panels->hidden;
    } else if (std::holds_alternative<ui::CancelLoading>(command)) {
        if (opening_) opening_->cancel();
    } else if (session_) {
        apply_to_map(command);
    }
}

void MapWindow::apply_to_map(const ui::Command& command) {
    const double now = now_s();
    if (const auto* show = std::get_if<ui::ShowLayer>(&command)) {
        session_->show_row(show->id, show->visible);
        painter_->change(session_->snapshot());
        is_hover_outdated_ = true;
    } else if (const auto* layer = std::get_if<ui::ZoomToLayer>(&command)) {
        show_extent(session_->row_extent(layer->id));
    } else if (const auto* feature = std::get_if<ui::ZoomToFeature>(&command)) {
        geo::Envelope extent;
        for (const Met& met : selected_) extent.extend(session_->extent(met.feature));
        const bool is_selected = !selected_.empty() && selected_.front().feature == feature->feature;
        show_extent(is_selected ? extent : session_->extent(feature->feature));
    } else if (std::holds_alternative<ui::ZoomIn>(command)) {
        controller_->zoom_by(kButtonLevels, std::nullopt, now);
    } else if (std::holds_alternative<ui::ZoomOut>(command)) {
        controller_->zoom_by(-kButtonLevels, std::nullopt, now);
    } else if (std::holds_alternative<ui::ZoomHome>(command)) {
        controller_->move_to(home_view(controller_->view().window()), now);
    } else if (std::holds_alternative<ui::CloseCard>(command)) {
        select(std::nullopt, std::nullopt);
    }
}

void MapWindow::set_language(ui::Language language_chosen) {
    model_.appearance.language = language_chosen;
    if (model_.card && !selected_.empty()) model_.card = session_->card(selected_.front(), language());
    model_.hover.reset();
    is_hover_outdated_ = true;
}

void MapWindow::show_extent(const geo::Envelope& extent) {
    if (extent.is_empty()) return;
    const double usual = session_->map().scale.units_per_px(kZoomOfAPlace) / pixel_ratio_;
    controller_->move_to(
        map::View::showing(extent, controller_->view().window(), kExtentMarginPx * pixel_ratio_, usual),
        now_s());
}

void MapWindow::hover_at(std::optional<geo::ScreenPoint> at) {
    pointer_ = at;
    is_hover_outdated_ = true;
}

void MapWindow::update_hover() {
    if (!is_hover_outdated_ || !session_ || is_moving()) return;
    is_hover_outdated_ = false;
    const auto met = pointer_ ? met_at(*pointer_) : std::nullopt;
    if (met == hovered_) return;
    hovered_ = met;
    model_.hover.reset();
    if (met) model_.hover = ui::Hover{session_->name(*met, language()), "", *pointer_};
    update_highlights();
}

std::optional<Met> MapWindow::met_at(geo::ScreenPoint at) const {
    const map::View& view = controller_->view();
    const auto symbols = painter_->symbols();
    const bool fits = symbols && symbols->units_per_pixel == view.units_per_pixel();
    static const std::vector<scene::PlacedSymbol> kNone;
    const auto grid = session_->snapshot()->grid(view.units_per_pixel());
    const auto picks = scene::pick(*session_->snapshot(), grid, fits ? symbols->symbols : kNone,
                                   grid.to_grid(view.to_map(at)));
    return session_->first_with_card(picks);
}

void MapWindow::select_at(geo::ScreenPoint at) {
    const auto met = met_at(at);
    select(met, controller_->view().to_map(at));
}

void MapWindow::select(std::optional<Met> met, std::optional<geo::MapPoint> at) {
    selected_.clear();
    card_place_.reset();
    model_.card.reset();
    if (met) {
        selected_ = session_->selected_with(*met);
        model_.card = session_->card(selected_.front(), language());
        // A point is pointed at where it is, whatever of its symbol was clicked; anything else where it was
        // clicked.
        const bool is_point = session_->position_quality(selected_.front()).has_value();
        card_place_ = is_point || !at ? session_->place(selected_.front().feature) : at;
    }
    update_highlights();
}

style::Color MapWindow::highlight_color() const {
    const ui::Rgba color = ui::palette(model_.appearance.theme).focus;
    return {color.r / 255.0, color.g / 255.0, color.b / 255.0, 1};
}

void MapWindow::update_highlights() {
    std::vector<screen::Highlight> highlights;
    const auto add = [&](const Met& met, double width) {
        screen::Highlight highlight;
        highlight.feature = met.feature;
        highlight.color = highlight_color();
        highlight.width_px = width * pixel_ratio_;
        highlight.ring_radius_px = ring_radius_px(met.feature);
        if (const auto quality = session_->position_quality(met); quality && quality->radius_m) {
            highlight.disc_radius_map_units = *quality->radius_m / session_->map().crs.unit_metres();
            highlight.is_disc_dotted = quality->word == "inferred";
        }
        highlights.push_back(highlight);
    };
    for (const Met& met : selected_) add(met, 2.5);
    if (hovered_ && std::ranges::find(selected_, *hovered_) == selected_.end()) add(*hovered_, 1.5);
    painter_->highlight(std::move(highlights));
}

double MapWindow::ring_radius_px(map::FeatureKey feature) const {
    constexpr double kPlainRadius = 8;  // CSS pixels, for what has no icon
    constexpr double kGap = 2;
    const auto symbols = painter_->symbols();
    if (symbols) {
        for (std::size_t i = 0; i < symbols->symbols.size(); ++i) {
            const scene::PlacedSymbol& symbol = symbols->symbols[i];
            if (symbol.feature != feature || symbol.icons.empty() || symbols->pictures[i].empty()) continue;
            return symbols->pictures[i].front().picture->width_px() / 2.0 + kGap * pixel_ratio_;
        }
    }
    return kPlainRadius * pixel_ratio_;
}

void MapWindow::show_open_error(const Error& error) {
    opening_error_ = error.message();
    fmt::print(stderr, "jinsha: {}\n", opening_error_);
    // The folder goes into the details, what is wrong with which file stands first.
    std::string short_error = opening_error_;
    const std::string folder = options_.map.parent_path().string() + "/";
    if (short_error.starts_with(folder)) short_error.erase(0, folder.size());
    model_.notes.push_back({next_note_++, ui::Note::Kind::Error, short_error, opening_error_});
}

/// Where the window has room for both, the home extent keeps clear of the list of layers, which lies over the
/// left of the map. Data without a home of their own may end anywhere, so they keep clear of the buttons and
/// the status as well.
map::View MapWindow::home_view(map::ScreenSize window) const {
    using Is = ui::Measures;
    const auto px = [&](float css_px) { return static_cast<int>(css_px * pixel_ratio_); };
    map::Insets covered{.left = px(Is::kMargin + Is::kListWidth)};
    const bool has_room = !model_.panels_hidden && window.width >= 4 * covered.left;
    if (session_->map().home.is_empty()) {
        covered.top = covered.right = px(Is::kMargin + Is::kRow + Is::kGrid);
        covered.bottom = px(Is::kStatusHeight);
    }
    return map::home_view(session_->map(), window, pixel_ratio_, has_room ? covered : map::Insets{});
}

void MapWindow::update_cursor() {
    if (const auto shape = interface_->pointer_shape()) return set_cursor(cursor_type(*shape));
    const auto shape = toolbox_.cursor();
    const bool is_over_feature = hovered_ && shape == tools::CursorShape::Arrow;
    set_cursor(is_over_feature ? sf::Cursor::Hand : cursor_type(shape));
}

void MapWindow::set_cursor(sf::Cursor::Type type) {
    if (type == cursor_shown_) return;
    cursor_shown_ = type;
    auto [place, is_new] = cursors_.try_emplace(type);
    // Without a picture of that name the pointer stays as it is.
    if (is_new && !place->second.loadFromSystem(type)) return;
    window_.setMouseCursor(place->second);
}

}  // namespace jinsha::app
