#include "ui/form_entry.hpp"

#include <imgui.h>

#include <algorithm>

namespace jinsha::ui {
namespace {

constexpr std::size_t kMostChips = 12;                // more choices are looked for by what is written
constexpr std::size_t kMostSuggestions = 8;           // of those
constexpr std::string_view kNewField = " new field";  // no name in data begins so

bool holds(std::string_view text, std::string_view typed) {
    return text.find(typed) != std::string_view::npos;
}

}  // namespace

bool FormEntry::is_looked_for(const FormField& field) {
    return field.choices.size() > kMostChips;
}

FormState::Writing& FormEntry::writing(const FormField& field) {
    FormState::Writing& writing = state_.writings[field.name];
    const bool is_untouched = writing.edit.text() == writing.begun;
    if (is_untouched && writing.begun != field.text) {
        writing.begun = field.text;
        writing.edit = TextEdit{field.text};
    }
    return writing;
}

std::string_view FormEntry::earlier_of(const FormField& field) const {
    const FormField* const earlier = field.not_before.empty() ? nullptr : form_.field(field.not_before);
    return earlier ? std::string_view{earlier->text} : std::string_view{};
}

FieldFault FormEntry::fault(const FormField& field) {
    const std::string& text = is_written(field) ? writing(field).edit.text() : field.text;
    return fault_of(field, text, earlier_of(field));
}

std::vector<std::size_t> FormEntry::shown_choices(const FormField& field) {
    std::vector<std::size_t> shown;
    const bool is_long = is_looked_for(field);
    const std::string typed = is_long ? writing(field).edit.text() : std::string{};
    for (std::size_t i = 0; i < field.choices.size(); ++i) {
        const FormChoice& choice = field.choices[i];
        const bool is_found = typed == field.text || holds(choice.label, typed) || holds(choice.value, typed);
        const bool is_left_out = !is_found || shown.size() >= kMostSuggestions;
        if (!is_long || choice.value == field.text || !is_left_out) shown.push_back(i);
    }
    return shown;
}

void FormEntry::ask_for(const FormField& field, const std::string& text) {
    if (text != field.text) commands_.emplace_back(ask_form(SetField{form_.feature, field.name, text}));
}

void FormEntry::leave() {
    const FormField* const field = form_.field(state_.active);
    if (field && is_written(*field) && fault(*field) == FieldFault::None) {
        FormState::Writing& written = writing(*field);
        written.begun = written.edit.text();
        ask_for(*field, written.begun);
    }
    state_.active.clear();
    frame_.widgets.draw_again();
}

void FormEntry::enter(const FormField& field) {
    if (state_.active == field.name) return;
    leave();
    state_.is_naming = false;
    state_.active = field.name;
    const auto made = std::ranges::find(field.choices, field.text, &FormChoice::value);
    const bool has_place = made != field.choices.end() && !is_looked_for(field);
    state_.choice = has_place ? static_cast<std::size_t>(made - field.choices.begin()) : 0;
    if (is_written(field)) writing(field).edit.select_all();
}

void FormEntry::choose(const FormField& field, std::size_t choice) {
    const std::string& value = field.choices[choice].value;
    if (value != field.text) return ask_for(field, value);
    if (!field.is_required) ask_for(field, {});
}

void FormEntry::take_presses_outside(const Rect& box) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_outside =
        ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains({io.MousePos.x, io.MousePos.y});
    if (is_outside && !state_.active.empty()) leave();
}

void FormEntry::take_keys() {
    const Widgets::Keys& keys = frame_.widgets.keys();
    if (state_.active.empty()) return;
    if (keys.commit) return leave();
    if (keys.next || keys.previous) return move(keys.next ? 1 : -1);
    if (!keys.pressed || !keys.pressed->is_down) return;
    if (has_name_line()) return take_naming_key(keys.pressed->key);
    const FormField* const field = form_.field(state_.active);
    if (!field) return;
    if (keys.pressed->key == PressedKey::Escape) return give_up(*field);
    if (take_step_back(*keys.pressed, *field)) return;
    if (!is_written(*field)) return take_choice_key(*field, keys.pressed->key);
    if (keys.pressed->key == PressedKey::Enter) move(1);
}

/// Where nothing is written yet, Ctrl+Z takes back the last step of editing as it does everywhere.
bool FormEntry::take_step_back(const KeyChanged& key, const FormField& field) {
    const FormState::Writing& written = writing(field);
    if (key.key != PressedKey::Z || !key.control || written.edit.text() != written.begun) return false;
    commands_.emplace_back(RunAction{key.shift ? "redo" : "undo"});
    return true;
}

void FormEntry::give_up(const FormField& field) {
    state_.writings[field.name] = {TextEdit{field.text}, field.text};
    state_.active.clear();
    frame_.widgets.draw_again();
}

void FormEntry::take_choice_key(const FormField& field, PressedKey key) {
    const std::size_t count = shown_choices(field).size();
    if (key == PressedKey::Left && state_.choice > 0) --state_.choice;
    if (key == PressedKey::Right && state_.choice + 1 < count) ++state_.choice;
    const bool is_made = key == PressedKey::Enter || (key == PressedKey::Space && !is_looked_for(field));
    if (is_made && count > 0) {
        const std::size_t choice = shown_choices(field)[std::min(state_.choice, count - 1)];
        if (key == PressedKey::Enter && field.choices[choice].value == field.text) return move(1);
        choose(field, choice);
    }
    frame_.widgets.draw_again();
}

/// To the field before or behind, around the ends.
void FormEntry::move(int by) {
    const auto count = static_cast<std::ptrdiff_t>(form_.fields.size());
    if (count == 0) return;
    const auto at = std::ranges::find(form_.fields, state_.active, &FormField::name) - form_.fields.begin();
    enter(form_.fields[static_cast<std::size_t>((at % count + by + count) % count)]);
}

bool FormEntry::has_name_line() const {
    return state_.active == kNewField;
}

void FormEntry::begin_naming() {
    leave();
    state_.is_naming = true;
    state_.new_name = TextEdit{};
    enter_name_line();
}

void FormEntry::enter_name_line() {
    state_.active = kNewField;
}

void FormEntry::take_naming_key(PressedKey key) {
    if (key == PressedKey::Enter) add_field();
    if (key == PressedKey::Escape) stop_naming();
}

void FormEntry::stop_naming() {
    state_.is_naming = false;
    state_.active.clear();
    frame_.widgets.draw_again();
}

void FormEntry::add_field() {
    const std::string& name = state_.new_name.text();
    if (name.empty()) return stop_naming();
    commands_.emplace_back(ask_form(AddField{name}));
    state_.is_naming = false;
    state_.active = name;  // to be filled in next
    frame_.widgets.draw_again();
}

}  // namespace jinsha::ui
