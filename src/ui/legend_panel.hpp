#pragma once

#include "ui/side_panel.hpp"

namespace jinsha::ui {

/// What the signs of the map mean, as far as the window shows them, and how sure positions are.
class LegendPanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "legend"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.legend != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;
};

}  // namespace jinsha::ui
