#pragma once

#include "ui/side_panel.hpp"

namespace jinsha::ui {

/// The district in figures: headlines, how the economy changed, transformations that light their projects,
/// goals, and all other figures by group.
class GlancePanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "glance"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.glance != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;
};

}  // namespace jinsha::ui
