#include "app/navigation_part.hpp"

#include "app/home.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kExtentMarginPx = 96;  // around what is zoomed to, CSS pixels: panels lie there
constexpr double kZoomOfAPlace = 15;    // a single point is shown at this zoom
constexpr double kLevels = 0.5;         // of a key or button
constexpr double kFineLevels = 0.25;

}  // namespace

NavigationPart::NavigationPart(WindowContext& context, std::function<double()> now_s)
    : context_{context}, now_s_{std::move(now_s)} {
    add_actions();
}

void NavigationPart::add_actions() {
    using sf::Keyboard;
    const auto has_map = [this] { return context_.map.has_value(); };
    const auto zoom = [this](double levels) {
        return [this, levels] { context_.map->controller.zoom_by(levels, std::nullopt, now_s_()); };
    };
    // '+' is Shift and '=' on most keyboards; both mean closer.
    context_.actions.add({"view.zoom-in",
                          "action.zoom_in",
                          "+",
                          {{Keyboard::Equal}, {.key = Keyboard::Equal, .shift = true}, {Keyboard::Add}},
                          zoom(kLevels),
                          has_map});
    context_.actions.add({"view.zoom-out",
                          "action.zoom_out",
                          "−",
                          {{Keyboard::Hyphen}, {Keyboard::Subtract}},
                          zoom(-kLevels),
                          has_map});
    context_.actions.add({"view.zoom-in-finely",
                          "action.zoom_in_finely",
                          "Ctrl + ＋",
                          {{.key = Keyboard::Equal, .control = true},
                           {.key = Keyboard::Equal, .control = true, .shift = true},
                           {.key = Keyboard::Add, .control = true}},
                          zoom(kFineLevels),
                          has_map});
    context_.actions.add(
        {"view.zoom-out-finely",
         "action.zoom_out_finely",
         "Ctrl + −",
         {{.key = Keyboard::Hyphen, .control = true}, {.key = Keyboard::Subtract, .control = true}},
         zoom(-kFineLevels),
         has_map});
    context_.actions.add(
        {"view.home", "action.home", "Home", {{Keyboard::Home}}, [this] { go_home(); }, has_map});
}

bool NavigationPart::take_from_tool(const tools::Command& command) {
    ViewController& controller = context_.map->controller;
    if (const auto* pan = std::get_if<tools::PanBy>(&command)) {
        controller.pan_by(pan->dx, pan->dy, now_s_());
    } else if (std::holds_alternative<tools::Hold>(command)) {
        controller.hold(now_s_());
    } else if (std::holds_alternative<tools::LetGo>(command)) {
        controller.let_go(now_s_());
    } else if (const auto* glide = std::get_if<tools::GlideBy>(&command)) {
        controller.glide_by(glide->dx, glide->dy, now_s_());
    } else if (const auto* zoom = std::get_if<tools::ZoomBy>(&command)) {
        controller.zoom_by(zoom->levels, zoom->anchor, now_s_());
    } else if (const auto* box = std::get_if<tools::ZoomToBox>(&command)) {
        controller.zoom_to_box(box->box, now_s_());
    } else {
        return false;
    }
    return true;
}

bool NavigationPart::take_from_panel(const ui::Command& command) {
    if (!context_.map) return false;
    if (const auto* layer = std::get_if<ui::ZoomToLayer>(&command)) {
        show_extent(context_.map->session.row_extent(layer->id));
    } else if (const auto* feature = std::get_if<ui::ZoomToFeature>(&command)) {
        show_extent(context_.map->session.extent_with(feature->feature));
    } else if (const auto* select = std::get_if<ui::SelectFeature>(&command)) {
        show_extent(context_.map->session.extent_with(select->feature));
        return false;  // its card is another part's
    } else if (const auto* go = std::get_if<ui::GoTo>(&command)) {
        if (const auto at = context_.map->session.to_map(go->at)) show_extent({at->x, at->y, at->x, at->y});
    } else {
        return false;
    }
    return true;
}

void NavigationPart::show_extent(const geo::Envelope& extent) {
    if (extent.is_empty()) return;
    OpenMap& map = *context_.map;
    const double usual = map.session.map().scale.units_per_px(kZoomOfAPlace) / context_.pixel_ratio;
    map.controller.fly_to(map::View::showing(extent, map.controller.view().window(),
                                             kExtentMarginPx * context_.pixel_ratio, usual),
                          now_s_());
}

void NavigationPart::go_home() {
    ViewController& controller = context_.map->controller;
    controller.fly_to(home_beside_panels(context_, controller.view().window()), now_s_());
}

void NavigationPart::draw_overlay(screen::QuadPainter& quads) {
    const auto box = context_.toolbox.zoom_frame();
    if (!box) return;
    const double line = std::max(1.0, std::round(1.5 * context_.pixel_ratio));
    const screen::Quad inside{box->left, box->top, box->right, box->bottom};
    const std::array<screen::Quad, 4> edges{
        screen::Quad{box->left, box->top, box->right, box->top + line},
        screen::Quad{box->left, box->bottom - line, box->right, box->bottom},
        screen::Quad{box->left, box->top + line, box->left + line, box->bottom - line},
        screen::Quad{box->right - line, box->top + line, box->right, box->bottom - line}};
    style::Color color = ui::highlight_color(context_.model.appearance.theme);
    quads.draw_flat(color, edges);
    color.a = 0.12;
    quads.draw_flat(color, {&inside, 1});
}

}  // namespace jinsha::app
