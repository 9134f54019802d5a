#pragma once

#include "ui/form_model.hpp"
#include "ui/frame.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// How the choices of a field stand: which has been made, which is in focus.
struct ChoiceLook {
    std::string_view value;            // the one that was made
    std::optional<std::size_t> focus;  // among those that are shown
};

/// The choices of a field as chips in lines of `room` at most, and their height; they are drawn and can be
/// pressed when `at` is given. `pressed` gets the one that was.
struct ChoiceChips {
    const FormField& field;
    std::vector<std::size_t> shown;  // of its choices
    float room{};

    [[nodiscard]] float height(const Frame& frame) const;
    /// The place among `shown` of the one that was pressed.
    [[nodiscard]] std::optional<std::size_t> draw(Frame& frame, Point at, const ChoiceLook& look) const;
};

}  // namespace jinsha::ui
