#include "app/dialog_part.hpp"

namespace jinsha::app {

DialogPart::DialogPart(WindowContext& context, const WindowRequests& requests)
    : context_{context}, cancel_opening_{requests.cancel_opening} {
    std::string& dialog = context_.model.dialog;
    context_.actions.add({"help",
                          "action.help",
                          "F1",
                          {{sf::Keyboard::F1}},
                          [&dialog] { dialog = dialog == "help" ? "" : "help"; },
                          {}});
    context_.actions.add({"palette",
                          "action.palette",
                          "Ctrl + Shift + P",
                          {{.key = sf::Keyboard::P, .control = true, .shift = true}},
                          [&dialog] { dialog = "palette"; },
                          {}});
    context_.actions.add({"settings",
                          "action.settings",
                          "Ctrl + ,",
                          {{.key = sf::Keyboard::Comma, .control = true}},
                          [&dialog] { dialog = dialog == "settings" ? "" : "settings"; },
                          {}});
    context_.actions.add(
        {"quit", "action.quit", "Ctrl + Q", {{.key = sf::Keyboard::Q, .control = true}}, requests.close, {}});
}

bool DialogPart::take_from_panel(const ui::Command& command) {
    if (const auto* show = std::get_if<ui::ShowDialog>(&command)) {
        context_.model.dialog = show->name;
    } else if (std::holds_alternative<ui::CancelLoading>(command)) {
        cancel_opening_();
    } else {
        return false;
    }
    return true;
}

void DialogPart::update(double /*now_s*/) {
    context_.model.actions = context_.actions.infos();
}

}  // namespace jinsha::app
