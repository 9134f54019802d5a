#pragma once

#include "ui/side_panel.hpp"

namespace jinsha::ui {

/// Which projects are shown: the story's two ends, phases and themes with their counts.
class FilterPanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "filter"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.filter != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;
};

/// What is filtered by, over the map while it is: in the middle of `area`, at its top, with the button that
/// takes it back. When nothing is left it says so. Nothing without a filter.
[[nodiscard]] Commands draw_filter_note(Frame& frame, const Model& model, const Rect& area);

}  // namespace jinsha::ui
