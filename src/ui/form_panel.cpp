#include "ui/form_panel.hpp"

#include "ui/card_panel.hpp"
#include "ui/form_choices.hpp"
#include "ui/form_rules.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 392;
constexpr float kHeader = 48;
constexpr float kFooter = 44;
constexpr float kPadding = 16;
constexpr float kLabel = 96;
constexpr float kLabelGap = 12;
constexpr float kField = 30;
constexpr float kGap = 8;
constexpr float kFaultLine = 18;
constexpr float kDistance = 44;
constexpr float kFeatureRadius = 18;
constexpr std::size_t kMostChips = 12;                // more choices are looked for by what is written
constexpr std::size_t kMostSuggestions = 8;           // of those
constexpr std::string_view kNewField = " new field";  // no name in data begins so

bool is_hay(std::string_view label, std::string_view typed) {
    return label.find(typed) != std::string_view::npos;
}

/// Lays the form out, and draws it when asked to: both go through the same lines, so that they cannot differ.
/// A function that sets something at `y` returns its height.
class FormPanel {
public:
    FormPanel(Frame& frame, const FormModel& form, FormState& state)
        : frame_{frame},
          form_{form},
          state_{state},
          colors_{frame.canvas.colors()},
          width_{frame.px(kWidth)},
          left_{frame.px(kPadding + kLabel + kLabelGap)},
          room_{width_ - left_ - frame.px(kPadding)} {}

    [[nodiscard]] CardMeasures measures(float highest) {
        const float height = frame_.px(kHeader) + fields({}, Mode::Measure) + footer_height();
        return {.width = width_,
                .height = std::min(height, highest),
                .distance = frame_.px(kDistance),
                .feature_radius = frame_.px(kFeatureRadius),
                .title_middle = frame_.px(kHeader) / 2};
    }

    Commands draw(const Rect& box) {
        const PanelScope scope{frame_, "form", box, floating(frame_, true)};
        frame_.canvas.panel(box);
        take_clicks_elsewhere(box);
        if (!state_.active.empty()) frame_.widgets.claim_keyboard(true);
        draw_header({box.left, box.top, box.width, frame_.px(kHeader)});
        const float footer = footer_height();
        const Rect viewport{box.left, box.top + frame_.px(kHeader), box.width,
                            box.height - frame_.px(kHeader) - footer};
        draw_fields(viewport);
        if (footer > 0) draw_footer({box.left, viewport.bottom(), box.width, footer});
        take_keys();
        return std::move(commands_);
    }

private:
    enum class Mode { Measure, Draw };

    [[nodiscard]] bool is_read_only() const { return !form_.read_only.empty(); }
    [[nodiscard]] float footer_height() const { return is_read_only() ? 0 : frame_.px(kFooter); }

    // --- what is written ---

    FormState::Writing& writing(const FormField& field) {
        FormState::Writing& writing = state_.writings[field.name];
        const bool is_untouched = writing.edit.text() == writing.begun;
        if (is_untouched && writing.begun != field.text) {
            writing.begun = field.text;
            writing.edit = TextEdit{field.text};
        }
        return writing;
    }

    [[nodiscard]] static bool is_looked_for(const FormField& field) {
        return field.choices.size() > kMostChips;
    }
    [[nodiscard]] static bool is_written(const FormField& field) { return field.choices.empty(); }

    [[nodiscard]] std::string_view earlier_of(const FormField& field) const {
        const FormField* const earlier = field.not_before.empty() ? nullptr : form_.field(field.not_before);
        return earlier ? std::string_view{earlier->text} : std::string_view{};
    }
    [[nodiscard]] FieldFault fault(const FormField& field) {
        const std::string& text = is_written(field) ? writing(field).edit.text() : field.text;
        return fault_of(field, text, earlier_of(field));
    }

    void ask_for(const FormField& field, const std::string& text) {
        if (text != field.text) commands_.emplace_back(ask_form(SetField{form_.feature, field.name, text}));
    }

    /// The field is left: what was written is asked for, unless something is wrong with it.
    void leave() {
        const FormField* const field = form_.field(state_.active);
        if (field && is_written(*field) && fault(*field) == FieldFault::None) {
            FormState::Writing& written = writing(*field);
            written.begun = written.edit.text();
            ask_for(*field, written.begun);
        }
        state_.active.clear();
        frame_.widgets.draw_again();
    }

    void enter(const FormField& field) {
        if (state_.active == field.name) return;
        leave();
        state_.is_naming = false;
        state_.active = field.name;
        const auto made = std::ranges::find(field.choices, field.text, &FormChoice::value);
        state_.choice = made == field.choices.end() || is_looked_for(field)
                            ? 0
                            : static_cast<std::size_t>(made - field.choices.begin());
        if (is_written(field)) writing(field).edit.select_all();
    }

    // --- keys ---

    void take_clicks_elsewhere(const Rect& box) {
        const ImGuiIO& io = ImGui::GetIO();
        const bool is_elsewhere =
            ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !box.contains({io.MousePos.x, io.MousePos.y});
        if (is_elsewhere && !state_.active.empty()) leave();
    }

    void take_keys() {
        const Widgets::Keys& keys = frame_.widgets.keys();
        const bool was_active = !state_.active.empty();
        if (keys.next || keys.previous) {
            if (was_active) move(keys.next ? 1 : -1);
            return;
        }
        if (!was_active || !keys.pressed || !keys.pressed->is_down) return;
        if (state_.active == kNewField) return take_naming_key(keys.pressed->key);
        const FormField* const field = form_.field(state_.active);
        if (!field) return;
        if (keys.pressed->key == PressedKey::Escape) return give_up(*field);
        if (is_written(*field)) {
            if (keys.pressed->key == PressedKey::Enter) move(1);
        } else {
            take_choice_key(*field, keys.pressed->key);
        }
    }

    void give_up(const FormField& field) {
        state_.writings[field.name] = {TextEdit{field.text}, field.text};
        state_.active.clear();
        frame_.widgets.draw_again();
    }

    void take_choice_key(const FormField& field, PressedKey key) {
        const std::size_t count = shown_choices(field).size();
        if (key == PressedKey::Left && state_.choice > 0) --state_.choice;
        if (key == PressedKey::Right && state_.choice + 1 < count) ++state_.choice;
        if ((key == PressedKey::Enter || (key == PressedKey::Space && !is_looked_for(field))) && count > 0)
            choose(field, shown_choices(field)[std::min(state_.choice, count - 1)]);
        frame_.widgets.draw_again();
    }

    void take_naming_key(PressedKey key) {
        if (key == PressedKey::Enter) add_field();
        if (key == PressedKey::Escape) stop_naming();
    }

    /// To the field before or behind, around the ends.
    void move(int by) {
        const auto count = static_cast<std::ptrdiff_t>(form_.fields.size());
        if (count == 0) return;
        const auto at =
            std::ranges::find(form_.fields, state_.active, &FormField::name) - form_.fields.begin();
        const FormField& next = form_.fields[static_cast<std::size_t>((at % count + by + count) % count)];
        enter(next);
    }

    // --- what is seen ---

    void draw_header(const Rect& area) {
        const std::string_view done = frame_.tr("form.done");
        const float width = text_button_width(frame_, done);
        const float height = frame_.px(Measures::kRow);
        const Rect button{area.right() - frame_.px(10) - width, area.center().y - height / 2, width, height};
        if (text_button(frame_, "done", done, button)) {
            leave();
            commands_.emplace_back(ask_form(CloseForm{}));
        }
        const float left = area.left + frame_.px(kPadding);
        frame_.canvas.text(TextStyle::Title, left, area.center().y, colors_.text,
                           frame_.canvas.metrics().shortened(TextStyle::Title, form_.title,
                                                             button.left - frame_.px(8) - left));
        frame_.canvas.separator(area.left + frame_.px(1), area.right() - frame_.px(1), area.bottom());
    }

    void draw_fields(const Rect& viewport) {
        const float content = fields({}, Mode::Measure);
        reveal_active(viewport);
        const auto scroll = frame_.widgets.scroll("fields", viewport, content, frame_.px(kField));
        frame_.canvas.begin_clip(viewport);
        frame_.widgets.see_only(viewport);
        fields({viewport.left, viewport.top - scroll.offset_px}, Mode::Draw);
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
    }

    void reveal_active(const Rect& viewport) {
        float top = frame_.px(kGap) + (is_read_only() ? reason({}, Mode::Measure) : 0);
        for (const FormField& field : form_.fields) {
            const float height = this->field(field, {}, Mode::Measure);
            if (field.name == state_.active)
                return frame_.widgets.reveal("fields", top, height + frame_.px(kGap), viewport.height);
            top += height + frame_.px(kGap);
        }
    }

    float fields(Point at, Mode mode) {
        float y = at.y + frame_.px(kGap);
        if (is_read_only()) y += reason({at.x, y}, mode);
        for (const FormField& field : form_.fields)
            y += this->field(field, {at.x, y}, mode) + frame_.px(kGap);
        return y - at.y;
    }

    /// Why nothing can be changed.
    float reason(Point at, Mode mode) {
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Body, form_.read_only,
                                       width_ - 2 * frame_.px(kPadding));
        const float line = frame_.px(22);
        if (mode == Mode::Draw)
            draw_lines(frame_, TextStyle::Body, lines, {at.x + frame_.px(kPadding), at.y}, line,
                       colors_.warning);
        return static_cast<float>(lines.size()) * line + frame_.px(kGap);
    }

    float field(const FormField& field, Point at, Mode mode) {
        if (mode == Mode::Draw) draw_label(field, at);
        const Point value{at.x + left_, at.y};
        float height = is_read_only() ? fixed(field, value, mode) : control(field, value, mode);
        if (!is_read_only()) height += fault_line(field, {value.x, at.y + height}, mode);
        return height;
    }

    void draw_label(const FormField& field, Point at) {
        const float middle = at.y + frame_.px(kField) / 2;
        const float left = at.x + frame_.px(kPadding);
        std::string label = field.label;
        if (!field.unit.empty())
            label = frame_.tr("table.unit", fmt::arg("label", field.label), fmt::arg("unit", field.unit));
        const float star = field.is_required ? frame_.px(10) : 0;
        const float width = frame_.canvas.text(
            TextStyle::Small, left, middle, colors_.secondary_text,
            frame_.canvas.metrics().shortened(TextStyle::Small, label, frame_.px(kLabel) - star));
        if (field.is_required)
            frame_.canvas.text(TextStyle::Small, left + width + frame_.px(3), middle, colors_.error, "*");
    }

    float fixed(const FormField& field, Point at, Mode mode) {
        const auto made = std::ranges::find(field.choices, field.text, &FormChoice::value);
        const std::string& text = made == field.choices.end() ? field.text : made->label;
        if (mode == Mode::Draw)
            frame_.canvas.text(TextStyle::Body, at.x, at.y + frame_.px(kField) / 2, colors_.text,
                               frame_.canvas.metrics().shortened(TextStyle::Body, text, room_));
        return frame_.px(kField);
    }

    float control(const FormField& field, Point at, Mode mode) {
        float height = 0;
        if (is_written(field) || is_looked_for(field)) height = line(field, at, mode);
        if (is_written(field)) return height;
        if (height > 0) height += frame_.px(kGap);
        return height + choices(field, {at.x, at.y + height}, mode);
    }

    float line(const FormField& field, Point at, Mode mode) {
        const float height = frame_.px(kField);
        if (mode == Mode::Measure) return height;
        const bool is_active = state_.active == field.name;
        const Rect area{at.x, at.y, room_, height};
        const auto result =
            text_field(frame_, "field " + field.name, area, writing(field).edit, is_active, hint_of(field));
        const bool is_faulty = is_written(field) && fault(field) != FieldFault::None;
        if (is_faulty)
            frame_.canvas.outline(area, colors_.error, frame_.px(1.5F), frame_.px(Measures::kSmallRadius));
        if (result.is_clicked && !is_active) {
            const TextEdit clicked = writing(field).edit;  // whose caret is where it was pressed
            enter(field);
            writing(field).edit = clicked;
        }
        return height;
    }

    [[nodiscard]] std::string_view hint_of(const FormField& field) const {
        if (is_looked_for(field)) return frame_.tr("form.look_for");
        if (field.kind == FormField::Kind::Date) return frame_.tr("form.date_hint");
        return {};
    }

    /// Those that are offered: all of a few, else what was made and those that hold what is written.
    [[nodiscard]] std::vector<std::size_t> shown_choices(const FormField& field) {
        std::vector<std::size_t> shown;
        const bool is_long = is_looked_for(field);
        const std::string typed = is_long ? writing(field).edit.text() : std::string{};
        for (std::size_t i = 0; i < field.choices.size(); ++i) {
            const FormChoice& choice = field.choices[i];
            const bool is_found =
                typed == field.text || is_hay(choice.label, typed) || is_hay(choice.value, typed);
            if (is_long && choice.value != field.text && (!is_found || shown.size() >= kMostSuggestions))
                continue;
            shown.push_back(i);
        }
        return shown;
    }

    float choices(const FormField& field, Point at, Mode mode) {
        const ChoiceChips chips{field, shown_choices(field), room_};
        const float above = frame_.px(2);
        if (mode == Mode::Draw) {
            const bool is_active = state_.active == field.name;
            const ChoiceLook look{field.text, is_active ? std::optional{state_.choice} : std::nullopt};
            if (const auto pressed = chips.draw(frame_, {at.x, at.y + above}, look)) {
                if (!state_.active.empty()) leave();
                choose(field, chips.shown[*pressed]);
            }
        }
        return std::max(frame_.px(kField), chips.height(frame_) + 2 * above);
    }

    /// Makes the choice, or takes it back when it was made and nothing has to be.
    void choose(const FormField& field, std::size_t choice) {
        const std::string& value = field.choices[choice].value;
        if (value != field.text) return ask_for(field, value);
        if (!field.is_required) ask_for(field, {});
    }

    float fault_line(const FormField& field, Point at, Mode mode) {
        const FieldFault found = fault(field);
        if (found == FieldFault::None) return 0;
        const std::string text = fault_text(frame_.tr, field, found, earlier_of(field));
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Small, text, room_);
        const float line = frame_.px(kFaultLine);
        if (mode == Mode::Draw)
            draw_lines(frame_, TextStyle::Small, lines, {at.x, at.y + frame_.px(2)}, line, colors_.error);
        return static_cast<float>(lines.size()) * line + frame_.px(2);
    }

    // --- a new field ---

    void draw_footer(const Rect& area) {
        frame_.canvas.separator(area.left + frame_.px(1), area.right() - frame_.px(1), area.top);
        const float height = frame_.px(Measures::kRow);
        const float top = area.center().y - height / 2;
        const std::string_view add = frame_.tr(state_.is_naming ? "form.add" : "form.new_field");
        const float width = text_button_width(frame_, add);
        const float padding = frame_.px(kPadding);
        if (!state_.is_naming) {
            const Rect button{area.left + padding - frame_.px(10), top, width, height};
            if (text_button(frame_, "new field", add, button)) begin_naming();
            return;
        }
        const Rect button{area.right() - frame_.px(10) - width, top, width, height};
        const Rect name{area.left + padding, top, button.left - frame_.px(8) - area.left - padding, height};
        const auto result = text_field(frame_, "name of field", name, state_.new_name,
                                       state_.active == kNewField, frame_.tr("form.name_hint"));
        if (result.is_clicked) state_.active = kNewField;
        if (text_button(frame_, "add field", add, button)) add_field();
    }

    void begin_naming() {
        leave();
        state_.is_naming = true;
        state_.new_name = TextEdit{};
        state_.active = kNewField;
    }
    void stop_naming() {
        state_.is_naming = false;
        state_.active.clear();
        frame_.widgets.draw_again();
    }
    void add_field() {
        const std::string& name = state_.new_name.text();
        if (name.empty()) return stop_naming();
        commands_.emplace_back(ask_form(AddField{name}));
        state_.is_naming = false;
        state_.active = name;  // to be filled in next
        frame_.widgets.draw_again();
    }

    Frame& frame_;
    const FormModel& form_;
    FormState& state_;
    const Palette& colors_;
    float width_, left_, room_;
    Commands commands_;
};

}  // namespace

Commands draw_form(Frame& frame, const FormModel& form, Point anchor, const Rect& area, FormState& state) {
    if (state.feature != form.feature) {
        state = FormState{};
        state.feature = form.feature;
        if (!form.fields.empty() && form.read_only.empty()) state.active = form.fields.front().name;
    }
    FormPanel panel{frame, form, state};
    const CardPlace place = place_card(anchor, panel.measures(area.height), area, state.side);
    state.side = place.side;
    if (place.has_leader) draw_leader(frame, place);
    return panel.draw(place.box);
}

}  // namespace jinsha::ui
