#include "ui/question_dialog.hpp"

#include "ui/dialog.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/question_model.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 460;
constexpr float kPadding = 20;
constexpr float kTextLine = 22;
constexpr float kListLine = 28;
constexpr float kGap = 14;
constexpr float kHighestList = 8 * kListLine;
constexpr float kFooter = 56;
constexpr float kButtonGap = 8;
constexpr float kButtonPadding = 18;

/// What it is about, on a quiet ground.
void draw_list(Frame& frame, const std::vector<std::string>& lines, const Rect& area) {
    const Palette& colors = frame.canvas.colors();
    frame.canvas.fill(area, colors.chip, frame.px(Measures::kSmallRadius));
    const float line = frame.px(kListLine);
    const auto scroll = frame.widgets.scroll("lines", area, line * static_cast<float>(lines.size()), line);
    frame.canvas.begin_clip(area);
    float y = area.top - scroll.offset_px;
    const float left = area.left + frame.px(12);
    for (const std::string& text : lines) {
        if (y + line > area.top && y < area.bottom())
            frame.canvas.text(
                TextStyle::Body, left, y + line / 2, colors.text,
                frame.canvas.metrics().shortened(TextStyle::Body, text, area.right() - frame.px(16) - left));
        y += line;
    }
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
}

/// The answers from right to left, the one that most want first.
std::optional<std::string> draw_answers(Frame& frame, const QuestionModel& question, const Rect& footer) {
    std::optional<std::string> chosen;
    const float height = frame.px(Measures::kRow);
    float right = footer.right() - frame.px(kPadding);
    for (auto answer = question.answers.rbegin(); answer != question.answers.rend(); ++answer) {
        const bool is_primary = answer == question.answers.rbegin();
        const float width = is_primary
                                ? frame.width(TextStyle::Body, answer->text) + 2 * frame.px(kButtonPadding)
                                : text_button_width(frame, answer->text);
        const Rect area{right - width, footer.center().y - height / 2, width, height};
        const bool is_pressed = is_primary ? primary_button(frame, answer->id, answer->text, area, true)
                                           : text_button(frame, answer->id, answer->text, area);
        if (is_pressed) chosen = answer->id;
        right = area.left - frame.px(kButtonGap);
    }
    const Widgets::Keys& keys = frame.widgets.keys();
    const bool is_for_a_button = frame.widgets.has_focus() && keys.activate;
    if (keys.pressed && keys.pressed->key == PressedKey::Enter && !is_for_a_button)
        chosen = question.answers.back().id;
    if (keys.pressed && keys.pressed->key == PressedKey::Escape) chosen = "";
    return chosen;
}

}  // namespace

Commands QuestionDialog::draw(Frame& frame, const Model& model) {
    if (!model.question) return {ShowDialog{}};
    const QuestionModel& question = *model.question;
    const float width = std::min(frame.px(kWidth), frame.window.width - 2 * frame.px(Measures::kMargin));
    const float inner = width - 2 * frame.px(kPadding);
    const auto text = break_lines(frame.canvas.metrics(), TextStyle::Body, question.text, inner);
    const float text_height = static_cast<float>(text.size()) * frame.px(kTextLine);
    const float list_height =
        std::min(static_cast<float>(question.lines.size()) * frame.px(kListLine), frame.px(kHighestList));
    const float list_room = question.lines.empty() ? 0 : list_height + frame.px(kGap);
    const Dialog dialog =
        open_dialog(frame, "question", question.title, frame.px(kWidth),
                    frame.px(kGap) + text_height + frame.px(kGap) + list_room + frame.px(kFooter));
    frame.widgets.claim_keyboard(false);
    Commands commands;
    Point at{dialog.body.left + frame.px(kPadding), dialog.body.top + frame.px(kGap)};
    at.y += draw_lines(frame, TextStyle::Body, text, at, frame.px(kTextLine), frame.canvas.colors().text);
    const Rect footer{dialog.box.left, dialog.box.bottom() - frame.px(kFooter), dialog.box.width,
                      frame.px(kFooter)};
    if (!question.lines.empty()) {
        const float top = at.y + frame.px(kGap);
        draw_list(frame, question.lines,
                  {at.x, top, inner, std::max(0.0F, std::min(list_height, footer.top - top))});
    }
    if (const auto answer = draw_answers(frame, question, footer))
        commands.emplace_back(AnswerQuestion{*answer});
    else if (dialog.wants_close)
        commands.emplace_back(AnswerQuestion{});
    frame.stage.close();
    return commands;
}

}  // namespace jinsha::ui
