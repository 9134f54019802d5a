#pragma once

#include "ui/dialog_panel.hpp"

namespace jinsha::ui {

/// Model::question with its answers; Enter gives the last of them, Esc none.
class QuestionDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "question"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;
};

}  // namespace jinsha::ui
