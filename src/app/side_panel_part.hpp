#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// Which side panel is open.
class SidePanelPart final : public WindowPart {
public:
    explicit SidePanelPart(WindowContext& context) : context_{context} {}

    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;

private:
    WindowContext& context_;
};

}  // namespace jinsha::app
