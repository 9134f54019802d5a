#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// Language, light and dark, and whether panels are shown.
class AppearancePart final : public WindowPart {
public:
    explicit AppearancePart(WindowContext& context);

    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    void add_actions();

    WindowContext& context_;
};

}  // namespace jinsha::app
