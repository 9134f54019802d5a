#include "ui/file_dialog_parts.hpp"
#include "ui/file_texts.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kHeader = 30;
constexpr float kPadding = 8;
constexpr float kTimeWidth = 136;
constexpr float kSizeWidth = 76;

/// From right to left: size, time; what is left is the name's.
struct Columns {
    Rect name, time, size;
};

Columns columns_of(const Frame& frame, const Rect& row) {
    const float size = frame.px(kSizeWidth);
    const float time = frame.px(kTimeWidth);
    return {{row.left, row.top, row.width - time - size, row.height},
            {row.right() - size - time, row.top, time, row.height},
            {row.right() - size, row.top, size, row.height}};
}

void draw_heading(Frame& frame, FileChoice& choice, const Rect& area, FileOrder order, std::string_view title,
                  bool is_to_right) {
    const Press press = pressable(frame, std::string{title}, area.grown(-frame.px(2)));
    if (press.is_clicked) choice.sort_by(order);
    const Palette& colors = frame.canvas.colors();
    const float middle = area.center().y;
    const float width = frame.width(TextStyle::Small, title);
    const float left =
        is_to_right ? area.right() - frame.px(kPadding) - width : area.left + frame.px(kPadding);
    frame.canvas.text(TextStyle::Small, left, middle, colors.secondary_text, title);
    if (choice.rules().order != order) return;
    const float sign = is_to_right ? left - frame.px(10) : left + width + frame.px(10);
    frame.canvas.icon(choice.rules().is_descending ? "chevron-down" : "chevron-up", {sign, middle}, 10,
                      colors.secondary_text);
}

void draw_header(Frame& frame, FileChoice& choice, const Rect& area) {
    const Columns columns = columns_of(frame, area);
    draw_heading(frame, choice, columns.name, FileOrder::Name, frame.tr("files.name"), false);
    draw_heading(frame, choice, columns.time, FileOrder::Time, frame.tr("files.time"), false);
    draw_heading(frame, choice, columns.size, FileOrder::Size, frame.tr("files.size"), true);
    frame.canvas.separator(area.left - frame.px(kPadding / 2), area.right() + frame.px(kPadding / 2),
                           area.bottom());
}

void draw_entry(Frame& frame, const FolderEntry& entry, const Rect& row) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const Columns columns = columns_of(frame, row);
    const float middle = row.center().y;
    canvas.icon(icon_of(entry), {row.left + frame.px(16), middle}, 16,
                entry.is_folder() ? colors.accent : colors.secondary_text);
    const float left = row.left + frame.px(32);
    canvas.text(
        TextStyle::Body, left, middle, colors.text,
        canvas.metrics().shortened(TextStyle::Body, entry.name, columns.name.right() - frame.px(8) - left));
    canvas.text(TextStyle::Small, columns.time.left + frame.px(kPadding), middle, colors.secondary_text,
                file_time_text(entry.modified_s));
    if (entry.is_folder()) return;
    canvas.text_to_right(TextStyle::Small, columns.size.right() - frame.px(kPadding), middle,
                         colors.secondary_text, file_size_text(entry.size));
}

/// What stands where rows would: why there are none.
void draw_sentence(Frame& frame, const Rect& area, std::string_view text) {
    const auto lines =
        break_lines(frame.canvas.metrics(), TextStyle::Body, text, area.width - 2 * frame.px(32));
    const float line = frame.px(22);
    float y = area.top + std::round(area.height * 0.4F);
    for (const std::string_view part : lines) {
        frame.canvas.text_centered(TextStyle::Body, {area.center().x, y},
                                   frame.canvas.colors().secondary_text, part);
        y += line;
    }
}

std::string reason_for_nothing(const Frame& frame, const FileChoice& choice) {
    if (!choice.fault().empty()) return frame.tr("files.unreadable", fmt::arg("reason", choice.fault()));
    if (!choice.awaited().empty()) return {};
    return std::string{frame.tr(choice.rules().filter.endings.empty() ? "files.empty" : "files.no_match")};
}

/// A list of which only what is seen is drawn, however long it is.
struct Rows {
    Rect viewport;
    std::size_t count{}, first{}, end{};  // of them, [first, end) are seen
    float offset_px{}, row_px{};
    [[nodiscard]] Rect box(const Frame& frame, std::size_t row) const {
        return {viewport.left + frame.px(kPadding / 2),
                viewport.top + static_cast<float>(row) * row_px - offset_px,
                viewport.width - frame.px(kPadding), row_px};
    }
};

Rows rows_in(Frame& frame, const Rect& viewport, std::size_t count, const Widgets::Scroll& scroll) {
    const float row = frame.px(Measures::kRow);
    const auto first = static_cast<std::size_t>(scroll.offset_px / row);
    const auto seen = static_cast<std::size_t>(viewport.height / row) + 2;
    return {viewport, count, first, std::min(count, first + seen), scroll.offset_px, row};
}

Widgets::Scroll scroll_of(Frame& frame, const std::string& id, const Rect& viewport, std::size_t count) {
    const float row = frame.px(Measures::kRow);
    return frame.widgets.scroll(id, viewport, static_cast<float>(count) * row, row);
}

std::optional<std::size_t> draw_list(Frame& frame, const FileChoice& choice, const Rect& viewport) {
    const std::string id = "rows " + choice.folder().string();
    const auto& entries = choice.rows();
    const float row = frame.px(Measures::kRow);
    if (choice.cursor())
        frame.widgets.reveal(id, static_cast<float>(*choice.cursor()) * row, row, viewport.height);
    const auto scroll = scroll_of(frame, id, viewport, entries.size());
    const Rows rows = rows_in(frame, viewport, entries.size(), scroll);
    const Palette& colors = frame.canvas.colors();
    std::optional<std::size_t> clicked;
    frame.canvas.begin_clip(viewport);
    frame.widgets.see_only(viewport);
    for (std::size_t i = rows.first; i < rows.end; ++i) {
        const Rect box = rows.box(frame, i);
        const float radius = frame.px(Measures::kSmallRadius);
        if (choice.is_chosen(i)) frame.canvas.fill(box, colors.accent.with_alpha(0.16), radius);
        const Press press = frame.widgets.press_pointer("row " + entries[i]->name, box);
        if (press.is_clicked) clicked = i;
        if (!choice.is_chosen(i) && press.warmth > 0)
            frame.canvas.fill(box, colors.hover.with_alpha(press.warmth), radius);
        if (choice.cursor() == i && choice.line() != FileChoice::Line::Path) {
            frame.canvas.outline(box, colors.accent.with_alpha(0.5), frame.px(1), radius);
        }
        draw_entry(frame, *entries[i], box);
    }
    frame.widgets.see_all();
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
    return clicked;
}

void draw_completions(Frame& frame, FileChoice& choice, const Rect& viewport) {
    const auto entries = choice.completions();
    const auto scroll = scroll_of(frame, "completions", viewport, entries.size());
    const Rows rows = rows_in(frame, viewport, entries.size(), scroll);
    frame.canvas.begin_clip(viewport);
    frame.widgets.see_only(viewport);
    const FolderEntry* taken = nullptr;
    for (std::size_t i = rows.first; i < rows.end; ++i) {
        const Rect box = rows.box(frame, i);
        if (pressable(frame, "completion " + entries[i]->name, box).is_clicked) taken = entries[i];
        draw_entry(frame, *entries[i], box);
    }
    frame.widgets.see_all();
    draw_scroll_bar(frame, scroll);
    frame.canvas.end_clip();
    if (taken != nullptr) choice.complete_with(*taken);
}

}  // namespace

std::string icon_of(const FolderEntry& entry) {
    if (entry.is_folder()) return "folder";
    const FileFilter maps{{}, {".map.json"}};
    return maps.matches(entry.name) ? "layers" : "file";
}

std::optional<std::size_t> draw_file_rows(Frame& frame, FileChoice& choice, const Rect& area) {
    const float header = frame.px(kHeader);
    const float inset = frame.px(kPadding / 2) + frame.px(1);  // that of the rows
    draw_header(frame, choice, {area.left + inset, area.top, area.width - 2 * inset + frame.px(1), header});
    const Rect viewport{area.left + frame.px(1), area.top + header + frame.px(1), area.width - frame.px(2),
                        area.height - header - frame.px(2)};
    if (choice.line() == FileChoice::Line::Path) {
        draw_completions(frame, choice, viewport);
        return std::nullopt;
    }
    if (!choice.rows().empty()) return draw_list(frame, choice, viewport);
    draw_sentence(frame, viewport, reason_for_nothing(frame, choice));
    return std::nullopt;
}

}  // namespace jinsha::ui
