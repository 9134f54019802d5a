#pragma once

#include "ui/dialog_panel.hpp"

namespace jinsha::ui {

/// How the window looks: language, light or dark, motion. What is chosen holds at once and is kept.
class SettingsDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "settings"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;
};

}  // namespace jinsha::ui
