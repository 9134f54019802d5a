#pragma once

#include "ui/checks_model.hpp"
#include "ui/dialog_panel.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace jinsha::ui {

/// How many there are: of opening the map, and of its data.
[[nodiscard]] std::size_t problem_count(const Model& model);

/// All problems of the map: where, what, and what to do about it. A press on one that belongs to a feature
/// goes there. They can be copied.
class ProblemsDialog final : public DialogPanel {
public:
    [[nodiscard]] std::string_view name() const override { return "problems"; }
    [[nodiscard]] Commands draw(Frame& frame, const Model& model) override;
};

/// As they are copied: one a line, "where: message".
[[nodiscard]] std::string problems_text(std::span<const Problem> problems,
                                        std::span<const CheckItem> faults = {});

}  // namespace jinsha::ui
