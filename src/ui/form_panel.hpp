#pragma once

#include "ui/card_place.hpp"
#include "ui/form_model.hpp"
#include "ui/frame.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace jinsha::ui {

/// What the form remembers while it is open.
struct FormState {
    /// A field that was written in: it shows this, not the model, until both are the same again.
    struct Writing {
        TextEdit edit{};
        std::string begun;  // what stood there
    };
    std::optional<map::FeatureKey> feature;  // whose form it is
    std::optional<CardSide> side;
    std::map<std::string, Writing> writings;  // by field
    std::string active;                       // the field that has the keyboard; "": none
    std::size_t choice{};                     // of its choices, the one in focus
    bool is_naming{};                         // a new field
    TextEdit new_name{};
};

/// The form of a feature, where its card would be: beside `anchor` and inside of `area`. What does not fit is
/// scrolled. A field is asked for as soon as it is left with a text without fault.
[[nodiscard]] Commands draw_form(Frame& frame, const FormModel& form, Point anchor, const Rect& area,
                                 FormState& state);

}  // namespace jinsha::ui
