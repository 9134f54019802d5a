#pragma once

#include "ui/form_panel.hpp"
#include "ui/form_rules.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// What is written and chosen in a form, by keys above all: which field has the keyboard, what stands in it,
/// when it is asked for. Lives for one frame and adds to `commands`.
class FormEntry {
public:
    FormEntry(Frame& frame, const FormModel& form, FormState& state, Commands& commands)
        : frame_{frame}, form_{form}, state_{state}, commands_{commands} {}

    /// The field is written in a line; else it has choices.
    [[nodiscard]] static bool is_written(const FormField& field) { return field.choices.empty(); }
    /// So many choices that what is written above them says which are offered.
    [[nodiscard]] static bool is_looked_for(const FormField& field);

    /// What stands in the line of a field.
    [[nodiscard]] FormState::Writing& writing(const FormField& field);
    [[nodiscard]] FieldFault fault(const FormField& field);
    /// The date that this field must not come before; "" without one.
    [[nodiscard]] std::string_view earlier_of(const FormField& field) const;
    /// The choices that are offered: all of a few, else what was made and those that hold what is written.
    [[nodiscard]] std::vector<std::size_t> shown_choices(const FormField& field);

    void enter(const FormField& field);
    /// What was written is asked for, unless something is wrong with it.
    void leave();
    /// Makes the choice, or takes it back when it was made and nothing has to be.
    void choose(const FormField& field, std::size_t choice);

    [[nodiscard]] bool has_name_line() const;  // that of a new field has the keyboard
    void begin_naming();
    void enter_name_line();
    void add_field();

    /// After the fields were drawn, whose lines take what is written.
    void take_keys();
    /// Who presses the mouse outside of `box` leaves the field.
    void take_presses_outside(const Rect& box);

private:
    void ask_for(const FormField& field, const std::string& text);
    bool take_step_back(const KeyChanged& key, const FormField& field);
    void give_up(const FormField& field);
    void take_choice_key(const FormField& field, PressedKey key);
    void take_naming_key(PressedKey key);
    void move(int by);
    void stop_naming();

    Frame& frame_;
    const FormModel& form_;
    FormState& state_;
    Commands& commands_;
};

}  // namespace jinsha::ui
