#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// The menu of a place of the map: its coordinates in all usual forms, to be copied.
class PlaceMenuPart final : public WindowPart {
public:
    explicit PlaceMenuPart(WindowContext& context);

    void map_closing() override { context_.model.place_menu.reset(); }
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;

private:
    void open(geo::ScreenPoint at);

    WindowContext& context_;
};

}  // namespace jinsha::app
