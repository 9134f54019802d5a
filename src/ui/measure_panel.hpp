#pragma once

#include "ui/side_panel.hpp"

namespace jinsha::ui {

/// What is measured, and what came of it.
class MeasurePanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "measure"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.measure != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;
};

/// Lines, places and numbers of what is measured, on the map under all panels.
void draw_measures(Frame& frame, const Model& model);

}  // namespace jinsha::ui
