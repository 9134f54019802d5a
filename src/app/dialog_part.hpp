#pragma once

#include "app/window_parts.hpp"

namespace jinsha::app {

/// Which dialog is open, and the actions of the program itself.
class DialogPart final : public WindowPart {
public:
    DialogPart(WindowContext& context, const WindowRequests& requests);

    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    WindowContext& context_;
    std::function<void()> cancel_opening_;
};

}  // namespace jinsha::app
