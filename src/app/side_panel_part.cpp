#include "app/side_panel_part.hpp"

namespace jinsha::app {

bool SidePanelPart::take_from_panel(const ui::Command& command) {
    const auto* show = std::get_if<ui::ShowSidePanel>(&command);
    if (show == nullptr) return false;
    context_.model.side_panel = show->name;
    return true;
}

}  // namespace jinsha::app
