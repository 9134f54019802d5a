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
    const Problem* problem{};
    std::vector<std::string_view> where, message;
    float height{};
};

std::vector<Entry> entries_of(const Frame& frame, std::span<const Problem> problems, float text_width) {
    std::vector<Entry> entries;
    entries.reserve(problems.size());
    const TextMetrics& metrics = frame.canvas.metrics();
    for (const Problem& problem : problems) {
        Entry entry{.problem = &problem,
                    .where = break_lines(metrics, TextStyle::Small, problem.where, text_width),
                    .message = break_lines(metrics, TextStyle::Body, problem.message, text_width)};
        entry.height = static_cast<float>(entry.where.size()) * frame.px(kWhereLine) +
                       static_cast<float>(entry.message.size()) * frame.px(kMessageLine) + frame.px(kGap);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void draw_entry(Frame& frame, const Entry& entry, Point at) {
    const Palette& colors = frame.canvas.colors();
    const bool is_error = entry.problem->severity == Severity::Error;
    frame.canvas.icon(is_error ? "error" : "warning", {at.x + frame.px(8), at.y + frame.px(kMessageLine) / 2},
                      16, is_error ? colors.error : colors.warning);
    at.x += frame.px(kSign);
    at.y += draw_lines(frame, TextStyle::Body, entry.message, at, frame.px(kMessageLine), colors.text);
    draw_lines(frame, TextStyle::Small, entry.where, at, frame.px(kWhereLine), colors.secondary_text);
}

void draw_list(Frame& frame, const std::vector<Entry>& entries, float content_height, const Rect& viewport) {
    const auto scroll = frame.widgets.scroll("list", viewport, content_height, frame.px(kMessageLine));
    frame.canvas.begin_clip(viewport);
    Point at{viewport.left + frame.px(kPadding), viewport.top + frame.px(kGap) - scroll.offset_px};
    for (const Entry& entry : entries) {
        if (at.y + entry.height > viewport.top && at.y < viewport.bottom()) draw_entry(frame, entry, at);
        at.y += entry.height;
    }
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
}

}  // namespace

Commands ProblemsDialog::draw(Frame& frame, const Model& model) {
    const std::vector<Problem>& problems = model.problems;
    if (problems.empty()) return {ShowDialog{}};
    const float width = std::min(frame.px(kWidth), frame.window.width - 2 * frame.px(Measures::kMargin));
    const auto entries = entries_of(frame, problems, width - 2 * frame.px(kPadding) - frame.px(kSign));
    float content_height = frame.px(kGap);
    for (const Entry& entry : entries) content_height += entry.height;
    const float footer = frame.px(kFooter);
    const float body_height = std::min(content_height, frame.px(kHighestList)) + footer;
    const std::string title = frame.tr("problems.title", fmt::arg("count", problems.size()));
    const Dialog dialog = open_dialog(frame, "problems", title, width, body_height);

    Commands commands;
    if (dialog.wants_close) commands.emplace_back(ShowDialog{});
    draw_list(frame, entries, content_height,
              {dialog.body.left, dialog.body.top, dialog.body.width, dialog.body.height - footer});
    const float y = dialog.box.bottom() - footer;
    frame.canvas.separator(dialog.box.left + frame.px(1), dialog.box.right() - frame.px(1), y);
    const std::string_view copy = frame.tr("problems.copy");
    const float height = frame.px(Measures::kRow);
    const float copy_width = text_button_width(frame, copy);
    const Rect button{dialog.box.right() - frame.px(kPadding - 10) - copy_width, y + (footer - height) / 2,
                      copy_width, height};
    if (text_button(frame, "copy", copy, button)) commands.emplace_back(CopyText{problems_text(problems)});
    frame.stage.close();
    return commands;
}

std::string problems_text(std::span<const Problem> problems) {
    std::string text;
    for (const Problem& problem : problems) text += problem.where + ": " + problem.message + "\n";
    return text;
}

}  // namespace jinsha::ui
