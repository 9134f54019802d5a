#include "ui/form_panel.hpp"

#include "ui/card_panel.hpp"
#include "ui/form_choices.hpp"
#include "ui/form_entry.hpp"
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

/// Lays the form out, and draws it when asked to: both go through the same lines, so that they cannot differ.
/// A function that sets something at `y` returns its height.
class FormPanel {
public:
    FormPanel(Frame& frame, const FormModel& form, FormState& state)
        : frame_{frame},
          form_{form},
          state_{state},
          entry_{frame, form, state, commands_},
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
        entry_.take_presses_outside(box);
        if (!state_.active.empty()) frame_.widgets.claim_keyboard(true);
        draw_header({box.left, box.top, box.width, frame_.px(kHeader)});
        const float footer = footer_height();
        const Rect viewport{box.left, box.top + frame_.px(kHeader), box.width,
                            box.height - frame_.px(kHeader) - footer};
        draw_fields(viewport);
        if (footer > 0) draw_footer({box.left, viewport.bottom(), box.width, footer});
        entry_.take_keys();
        return std::move(commands_);
    }

private:
    enum class Mode { Measure, Draw };

    [[nodiscard]] bool is_read_only() const { return !form_.read_only.empty(); }
    [[nodiscard]] float footer_height() const { return is_read_only() ? 0 : frame_.px(kFooter); }

    void draw_header(const Rect& area) {
        const std::string_view done = frame_.tr("form.done");
        const float width = text_button_width(frame_, done);
        const float height = frame_.px(Measures::kRow);
        const Rect button{area.right() - frame_.px(10) - width, area.center().y - height / 2, width, height};
        if (text_button(frame_, "done", done, button)) {
            entry_.leave();
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
        if (entry_.is_written(field) || entry_.is_looked_for(field)) height = line(field, at, mode);
        if (entry_.is_written(field)) return height;
        if (height > 0) height += frame_.px(kGap);
        return height + choices(field, {at.x, at.y + height}, mode);
    }

    float line(const FormField& field, Point at, Mode mode) {
        const float height = frame_.px(kField);
        if (mode == Mode::Measure) return height;
        const bool is_active = state_.active == field.name;
        const Rect area{at.x, at.y, room_, height};
        const auto result = text_field(frame_, "field " + field.name, area, entry_.writing(field).edit,
                                       is_active, hint_of(field));
        const bool is_faulty = entry_.is_written(field) && entry_.fault(field) != FieldFault::None;
        if (is_faulty)
            frame_.canvas.outline(area, colors_.error, frame_.px(1.5F), frame_.px(Measures::kSmallRadius));
        if (result.is_clicked && !is_active) {
            const TextEdit clicked = entry_.writing(field).edit;  // whose caret is where it was pressed
            entry_.enter(field);
            entry_.writing(field).edit = clicked;
        }
        return height;
    }

    [[nodiscard]] std::string_view hint_of(const FormField& field) const {
        if (entry_.is_looked_for(field)) return frame_.tr("form.look_for");
        if (field.kind == FormField::Kind::Date) return frame_.tr("form.date_hint");
        return {};
    }

    float choices(const FormField& field, Point at, Mode mode) {
        const ChoiceChips chips{field, entry_.shown_choices(field), room_};
        const float above = frame_.px(2);
        if (mode == Mode::Draw) {
            const bool is_active = state_.active == field.name;
            const ChoiceLook look{field.text, is_active ? std::optional{state_.choice} : std::nullopt};
            if (const auto pressed = chips.draw(frame_, {at.x, at.y + above}, look)) {
                if (!state_.active.empty()) entry_.leave();
                entry_.choose(field, chips.shown[*pressed]);
            }
        }
        return std::max(frame_.px(kField), chips.height(frame_) + 2 * above);
    }

    float fault_line(const FormField& field, Point at, Mode mode) {
        const FieldFault found = entry_.fault(field);
        if (found == FieldFault::None) return 0;
        const std::string text = fault_text(frame_.tr, field, found, entry_.earlier_of(field));
        const auto lines = break_lines(frame_.canvas.metrics(), TextStyle::Small, text, room_);
        const float line = frame_.px(kFaultLine);
        if (mode == Mode::Draw)
            draw_lines(frame_, TextStyle::Small, lines, {at.x, at.y + frame_.px(2)}, line, colors_.error);
        return static_cast<float>(lines.size()) * line + frame_.px(2);
    }

    /// By which a new field is added.
    void draw_footer(const Rect& area) {
        frame_.canvas.separator(area.left + frame_.px(1), area.right() - frame_.px(1), area.top);
        const float height = frame_.px(Measures::kRow);
        const float top = area.center().y - height / 2;
        const std::string_view add = frame_.tr(state_.is_naming ? "form.add" : "form.new_field");
        const float width = text_button_width(frame_, add);
        const float padding = frame_.px(kPadding);
        if (!state_.is_naming) {
            const Rect button{area.left + padding - frame_.px(10), top, width, height};
            if (text_button(frame_, "new field", add, button)) entry_.begin_naming();
            return;
        }
        const Rect button{area.right() - frame_.px(10) - width, top, width, height};
        const Rect name{area.left + padding, top, button.left - frame_.px(8) - area.left - padding, height};
        const auto result = text_field(frame_, "name of field", name, state_.new_name, entry_.has_name_line(),
                                       frame_.tr("form.name_hint"));
        if (result.is_clicked) entry_.enter_name_line();
        if (text_button(frame_, "add field", add, button)) entry_.add_field();
    }

    Frame& frame_;
    const FormModel& form_;
    FormState& state_;
    Commands commands_;
    FormEntry entry_;
    const Palette& colors_;
    float width_, left_, room_;
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
