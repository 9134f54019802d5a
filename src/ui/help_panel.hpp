#pragma once

#include "ui/dialog_panel.hpp"

namespace jinsha::ui {

/// What mouse and keys do: the gestures of the map, and every action that has a key.
class HelpDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "help"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;
};

}  // namespace jinsha::ui
