#pragma once

#include "ui/side_panel.hpp"
#include "ui/text_edit.hpp"

namespace jinsha::ui {

/// Views that were kept, and a field in which the present one is given a name.
class ViewsPanel final : public SidePanel {
public:
    [[nodiscard]] std::string_view name() const override { return "views"; }
    [[nodiscard]] bool is_ready(const Model& model) const override { return model.views != nullptr; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model, const Rect& area) override;

private:
    void draw_keep(Frame& frame, const Model& model, const Rect& area, Commands& commands);
    void draw_view(Frame& frame, std::size_t index, const std::string& name, const Rect& row,
                   Commands& commands);

    TextEdit edit_;
    bool is_naming_{};
};

}  // namespace jinsha::ui
