#include "app/appearance_part.hpp"

namespace jinsha::app {

AppearancePart::AppearancePart(WindowContext& context) : context_{context} {
    add_actions();
}

void AppearancePart::add_actions() {
    ui::Model& model = context_.model;
    context_.actions.add({"panels.hide",
                          "action.panels",
                          "F4",
                          {{sf::Keyboard::F4}},
                          [&model] { model.panels_hidden = !model.panels_hidden; },
                          {}});
    context_.actions.add({"appearance.language",
                          "action.language",
                          "Ctrl + Shift + L",
                          {{.key = sf::Keyboard::L, .control = true, .shift = true}},
                          [&model] {
                              const bool is_chinese = model.appearance.language == ui::Language::Chinese;
                              model.appearance.language =
                                  is_chinese ? ui::Language::English : ui::Language::Chinese;
                          },
                          {}});
    context_.actions.add({"appearance.motion",
                          "action.motion",
                          "Ctrl + Shift + M",
                          {{.key = sf::Keyboard::M, .control = true, .shift = true}},
                          [&model] {
                              bool& is_reduced = model.appearance.reduced_motion;
                              is_reduced = !is_reduced;
                          },
                          {}});
    context_.actions.add({"appearance.theme",
                          "action.theme",
                          "Ctrl + Shift + D",
                          {{.key = sf::Keyboard::D, .control = true, .shift = true}},
                          [&model] {
                              const bool is_dark = model.appearance.theme == ui::ThemeName::Dark;
                              model.appearance.theme = is_dark ? ui::ThemeName::Light : ui::ThemeName::Dark;
                          },
                          {}});
}

void AppearancePart::map_opened() {
    update(0);  // before the map's first picture is made
}

/// Map and panels change in the same frame; the map's old picture stays until the new one is there.
void AppearancePart::update(double /*now_s*/) {
    if (!context_.map) return;
    context_.map->controller.set_reduced_motion(context_.model.appearance.reduced_motion);
    MapSession& session = context_.map->session;
    const map::MapLook look{context_.model.appearance.theme == ui::ThemeName::Dark,
                            std::string{context_.language()}};
    if (look == session.look()) return;
    session.show_as(look);
    context_.painter.change(session.snapshot());
    context_.wants_frame = true;
}

bool AppearancePart::take_from_panel(const ui::Command& command) {
    ui::Appearance& appearance = context_.model.appearance;
    if (const auto* theme = std::get_if<ui::SetTheme>(&command)) {
        appearance.theme = theme->theme;
    } else if (const auto* language = std::get_if<ui::SetLanguage>(&command)) {
        appearance.language = language->language;
    } else {
        return false;
    }
    return true;
}

}  // namespace jinsha::app
