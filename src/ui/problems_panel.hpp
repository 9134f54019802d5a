#pragma once

#include "ui/dialog_panel.hpp"

#include <span>
#include <string>

namespace jinsha::ui {

/// All problems of the map: where, and what. They can be copied.
class ProblemsDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "problems"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;
};

/// As they are copied: one a line, "where: message".
[[nodiscard]] std::string problems_text(std::span<const Problem> problems);

}  // namespace jinsha::ui
