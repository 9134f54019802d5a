#include "ui/problems_panel.hpp"

#include "ui/dialog.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kWidth = 560;
constexpr float kPadding = 20;
constexpr float kWhereLine = 18;
constexpr float kMessageLine = 22;
constexpr float kGap = 12;
constexpr float kFooter = 48;
constexpr float kSign = 26;
constexpr float kHighestList = 420;

/// A problem with its lines broken.
struct Entry {
    Severity severity{};
    std::vector<std::string_view> where, message, advice;
    std::optional<map::FeatureKey> feature;
    float height{};
};

std::span<const CheckItem> faults_of(const Model& model) {
    return model.checks ? std::span<const CheckItem>{*model.checks->items} : std::span<const CheckItem>{};
}

std::vector<Entry> entries_of(const Frame& frame, const Model& model, float text_width) {
    std::vector<Entry> entries;
    entries.reserve(problem_count(model));
    const auto lines = [&](TextStyle style, std::string_view text) {
        return break_lines(frame.canvas.metrics(), style, text, text_width);
    };
    const auto add = [&](Entry entry) {
        entry.height = static_cast<float>(entry.where.size() + entry.advice.size()) * frame.px(kWhereLine) +
                       static_cast<float>(entry.message.size()) * frame.px(kMessageLine) + frame.px(kGap);
        entries.push_back(std::move(entry));
    };
    for (const Problem& problem : model.problems) {
        add({problem.severity,
             lines(TextStyle::Small, problem.where),
             lines(TextStyle::Body, problem.message),
             {},
             {},
             0});
    }
    for (const CheckItem& fault : faults_of(model)) {
        add({fault.severity, lines(TextStyle::Small, fault.where), lines(TextStyle::Body, fault.message),
             fault.advice.empty() ? std::vector<std::string_view>{} : lines(TextStyle::Small, fault.advice),
             fault.feature, 0});
    }
    return entries;
}

void draw_entry(Frame& frame, const Entry& entry, Point at) {
    const Palette& colors = frame.canvas.colors();
    const bool is_error = entry.severity == Severity::Error;
    frame.canvas.icon(is_error ? "error" : "warning", {at.x + frame.px(8), at.y + frame.px(kMessageLine) / 2},
                      16, is_error ? colors.error : colors.warning);
    at.x += frame.px(kSign);
    at.y += draw_lines(frame, TextStyle::Body, entry.message, at, frame.px(kMessageLine), colors.text);
    at.y += draw_lines(frame, TextStyle::Small, entry.advice, at, frame.px(kWhereLine), colors.accent);
    draw_lines(frame, TextStyle::Small, entry.where, at, frame.px(kWhereLine), colors.secondary_text);
}

/// Returns the feature of the entry that was pressed.
std::optional<map::FeatureKey> draw_list(Frame& frame, const std::vector<Entry>& entries,
                                         float content_height, const Rect& viewport) {
    std::optional<map::FeatureKey> chosen;
    const auto scroll = frame.widgets.scroll("list", viewport, content_height, frame.px(kMessageLine));
    frame.canvas.begin_clip(viewport);
    frame.widgets.see_only(viewport);
    Point at{viewport.left + frame.px(kPadding), viewport.top + frame.px(kGap) - scroll.offset_px};
    std::size_t number = 0;
    for (const Entry& entry : entries) {
        const std::string id = "entry " + std::to_string(number++);
        const bool is_seen = at.y + entry.height > viewport.top && at.y < viewport.bottom();
        const Rect box{viewport.left + frame.px(kPadding / 2), at.y - frame.px(kGap / 2),
                       viewport.width - frame.px(kPadding), entry.height};
        if (is_seen && entry.feature && pressable(frame, id, box).is_clicked) chosen = entry.feature;
        if (is_seen) draw_entry(frame, entry, at);
        at.y += entry.height;
    }
    frame.widgets.see_all();
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
    return chosen;
}

}  // namespace

std::size_t problem_count(const Model& model) {
    return model.problems.size() + faults_of(model).size();
}

Commands ProblemsDialog::draw(Frame& frame, const Model& model) {
    if (problem_count(model) == 0) return {ShowDialog{}};
    const float width = std::min(frame.px(kWidth), frame.window.width - 2 * frame.px(Measures::kMargin));
    const auto entries = entries_of(frame, model, width - 2 * frame.px(kPadding) - frame.px(kSign));
    float content_height = frame.px(kGap);
    for (const Entry& entry : entries) content_height += entry.height;
    const float footer = frame.px(kFooter);
    const float body_height = std::min(content_height, frame.px(kHighestList)) + footer;
    const std::string title = frame.tr("problems.title", fmt::arg("count", problem_count(model)));
    const Dialog dialog = open_dialog(frame, "problems", title, width, body_height);

    Commands commands;
    if (dialog.wants_close) commands.emplace_back(ShowDialog{});
    const Rect list{dialog.body.left, dialog.body.top, dialog.body.width, dialog.body.height - footer};
    if (const auto feature = draw_list(frame, entries, content_height, list)) {
        commands.emplace_back(ShowDialog{});
        commands.emplace_back(PickFeature{*feature});
        commands.emplace_back(ZoomToFeature{*feature});
    }
    const float y = dialog.box.bottom() - footer;
    frame.canvas.separator(dialog.box.left + frame.px(1), dialog.box.right() - frame.px(1), y);
    const std::string_view copy = frame.tr("problems.copy");
    const float height = frame.px(Measures::kRow);
    const float copy_width = text_button_width(frame, copy);
    const Rect button{dialog.box.right() - frame.px(kPadding - 10) - copy_width, y + (footer - height) / 2,
                      copy_width, height};
    if (text_button(frame, "copy", copy, button))
        commands.emplace_back(CopyText{problems_text(model.problems, faults_of(model))});
    const std::string_view again = frame.tr("checks.again");
    const Rect check{dialog.box.left + frame.px(kPadding - 10), button.top, text_button_width(frame, again),
                     height};
    if (text_button(frame, "check", again, check))
        commands.emplace_back(AskChecks{std::make_shared<const ChecksWish>()});
    frame.stage.close();
    return commands;
}

std::string problems_text(std::span<const Problem> problems, std::span<const CheckItem> faults) {
    std::string text;
    for (const Problem& problem : problems) text += problem.where + ": " + problem.message + "\n";
    for (const CheckItem& fault : faults) {
        text += fault.where + ": " + fault.message;
        text += (fault.advice.empty() ? "" : " (" + fault.advice + ")") + "\n";
    }
    return text;
}

}  // namespace jinsha::ui
