#include "app/place_menu_part.hpp"

#include "app/place_texts.hpp"

#include <memory>

namespace jinsha::app {

PlaceMenuPart::PlaceMenuPart(WindowContext& context) : context_{context} {
    context_.actions.add({"place-menu",
                          "action.place_menu",
                          "Shift + F10",
                          {{.key = sf::Keyboard::F10, .shift = true}, {sf::Keyboard::Menu}},
                          [this] {
                              const map::ScreenSize window = context_.map->controller.view().window();
                              open({window.width / 2.0, window.height / 2.0});
                          },
                          [this] { return context_.map.has_value(); }});
}

bool PlaceMenuPart::take_from_tool(const tools::Command& command) {
    if (const auto* menu = std::get_if<tools::MenuAt>(&command)) {
        open(menu->at);
        return true;
    }
    const bool is_touch =
        std::holds_alternative<tools::Hold>(command) || std::holds_alternative<tools::ZoomBy>(command);
    if (is_touch) context_.model.place_menu.reset();  // the map moves away under it
    return false;
}

bool PlaceMenuPart::take_from_panel(const ui::Command& command) {
    if (!std::holds_alternative<ui::ClosePlaceMenu>(command)) return false;
    context_.model.place_menu.reset();
    return true;
}

void PlaceMenuPart::open(geo::ScreenPoint at) {
    const MapSession& session = context_.map->session;
    const auto position = session.to_lon_lat(context_.map->controller.view().to_map(at));
    if (!position) return;
    context_.model.place_menu = std::make_shared<const ui::PlaceMenuModel>(
        ui::PlaceMenuModel{at, place_texts(*position, session.map().crs)});
}

}  // namespace jinsha::app
