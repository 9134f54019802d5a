#pragma once

#include "app/window_part.hpp"

#include <functional>

namespace jinsha::app {

/// Moves the view: what tools, buttons and keys ask for, and the frame of the zoom box.
class NavigationPart final : public WindowPart {
public:
    NavigationPart(WindowContext& context, std::function<double()> now_s);

    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void draw_overlay(screen::QuadPainter& quads) override;

private:
    void add_actions();
    void show_extent(const geo::Envelope& extent);
    void go_home();

    WindowContext& context_;
    std::function<double()> now_s_;
};

}  // namespace jinsha::app
