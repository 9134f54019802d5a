#pragma once

#include "ui/side_panel.hpp"

namespace jinsha::ui {

/// What lies in the area that was drawn, counted and added up.
class AreaPanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "area"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.area != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;
};

/// Its border, on the map under all panels.
void draw_area_border(Frame& frame, const Model& model);

}  // namespace jinsha::ui
