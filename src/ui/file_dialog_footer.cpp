#include "ui/file_dialog_parts.hpp"
#include "ui/parts.hpp"
#include "ui/segments.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

using Line = FileChoice::Line;

constexpr float kPadding = 16;
constexpr float kLabelWidth = 64;
constexpr float kGap = 8;

/// What is to be said instead of the filters: a question, a fault, or that a folder is being read.
std::string message_of(const Frame& frame, const FileChoice& choice) {
    if (!choice.question().empty()) return frame.tr("files.replace", fmt::arg("name", choice.question()));
    const FileChoice::Refusal& refusal = choice.refusal();
    if (!refusal.text.empty()) return frame.tr(refusal.text, fmt::arg("detail", refusal.detail));
    if (!choice.awaited().empty() && !choice.rows().empty()) {
        return frame.tr("files.reading", fmt::arg("folder", choice.awaited().filename().string()));
    }
    return {};
}

std::string_view confirm_label(const Frame& frame, const FileChoice& choice) {
    if (!choice.question().empty()) return frame.tr("files.do_replace");
    if (choice.line() == Line::NewFolder) return frame.tr("files.make");
    if (choice.line() == Line::Path) return frame.tr("files.go");
    return frame.tr(choice.is_saving() ? "files.save" : "files.open");
}

void draw_filters(Frame& frame, FileChoice& choice, const Rect& area) {
    std::vector<std::string> labels;
    for (const FileFilter& filter : choice.request().filters) labels.emplace_back(frame.tr(filter.label));
    if (labels.size() < 2) return;
    const float width = std::min(segments_width(frame, labels), area.width);
    const auto chosen =
        segments(frame, "filters", {area.left, area.top, width, area.height}, labels, choice.filter());
    if (chosen) choice.set_filter(*chosen);
}

}  // namespace

void draw_file_name(Frame& frame, FileChoice& choice, const Rect& area) {
    const float height = frame.px(Measures::kRow);
    const float left = area.left + frame.px(kPadding);
    const Palette& colors = frame.canvas.colors();
    frame.canvas.text(TextStyle::Body, left, area.center().y, colors.secondary_text,
                      frame.tr("files.name_label"));
    const Rect field{left + frame.px(kLabelWidth), std::round(area.center().y - height / 2),
                     area.right() - frame.px(kPadding) - left - frame.px(kLabelWidth), height};
    const bool has_keyboard = choice.line() == Line::Name && choice.question().empty();
    const auto result = text_field(frame, "name", field, choice.text(Line::Name), has_keyboard);
    if (result.is_clicked) choice.begin_name();
    if (result.is_changed) choice.note_edit();
}

FileAnswer draw_file_footer(Frame& frame, FileChoice& choice, const Rect& area) {
    const float height = frame.px(Measures::kRow);
    const float top = std::round(area.center().y - height / 2);
    const std::string_view confirm = confirm_label(frame, choice);
    const std::string_view cancel = frame.tr("files.cancel");
    const float confirm_width = std::max(text_button_width(frame, confirm), frame.px(72));
    const float cancel_width = std::max(text_button_width(frame, cancel), frame.px(72));
    const Rect yes{area.right() - frame.px(kPadding) - confirm_width, top, confirm_width, height};
    const Rect no{yes.left - frame.px(kGap) - cancel_width, top, cancel_width, height};
    if (primary_button(frame, "confirm", confirm, yes, choice.can_confirm())) choice.confirm();
    const bool is_given_up = text_button(frame, "cancel", cancel, no) && !choice.give_up();

    const Rect rest{area.left + frame.px(kPadding), top,
                    no.left - frame.px(kGap) - area.left - frame.px(kPadding), height};
    const std::string message = message_of(frame, choice);
    if (message.empty()) {
        draw_filters(frame, choice, rest);
    } else {
        const bool is_fault = !choice.refusal().text.empty();
        const Palette& colors = frame.canvas.colors();
        frame.canvas.text(TextStyle::Body, rest.left, rest.center().y, is_fault ? colors.error : colors.text,
                          frame.canvas.metrics().shortened(TextStyle::Body, message, rest.width));
    }
    return is_given_up ? FileAnswer::Cancel : FileAnswer::None;
}

}  // namespace jinsha::ui
