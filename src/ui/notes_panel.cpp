#include "ui/notes_panel.hpp"

#include "ui/line_break.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 440;
constexpr float kPadding = 12;
constexpr float kIcon = 28;  // room for the sign and for each button
constexpr float kLine = 22;
constexpr float kDetailLine = 18;
constexpr float kDetailsHighest = 200;
constexpr float kGap = 8;
constexpr double kSecondsOfDone = 3, kSecondsOfDoneWithDetails = 10;

const char* icon_of(Note::Kind kind) {
    switch (kind) {
        case Note::Kind::Done:
            return "done";
        case Note::Kind::Warning:
            return "warning";
        case Note::Kind::Error:
            break;
    }
    return "error";
}

Rgba color_of(Note::Kind kind, const Palette& colors) {
    switch (kind) {
        case Note::Kind::Done:
            return colors.done;
        case Note::Kind::Warning:
            return colors.warning;
        case Note::Kind::Error:
            break;
    }
    return colors.error;
}

/// One note; holds what its parts share.
class NotePanel {
public:
    NotePanel(Frame& frame, const Note& note, float width, NotesState& state)
        : frame_{frame},
          note_{note},
          state_{state},
          colors_{frame.canvas.colors()},
          width_{width},
          inner_width_{width - 2 * frame.px(kPadding) - frame.px(kIcon)},
          lines_{break_lines(frame.canvas.metrics(), TextStyle::Body, note.text,
                             inner_width_ - frame.px(kIcon))},
          is_expanded_{state.expanded.contains(note.id)} {
        if (is_expanded_) {
            details_ = break_lines(frame.canvas.metrics(), TextStyle::Small, note.details,
                                   inner_width_ - frame.px(12));
        }
    }

    [[nodiscard]] float height() const {
        const float text = static_cast<float>(lines_.size()) * frame_.px(kLine);
        const float actions = note_.details.empty() ? 0 : frame_.px(kIcon + 4);
        return 2 * frame_.px(kPadding) + text + actions +
               (is_expanded_ ? details_height() + frame_.px(kGap) : 0);
    }

    Commands draw(const Rect& box) {
        const PanelScope scope{frame_, "note " + std::to_string(note_.id), box, floating(frame_, true)};
        frame_.canvas.panel(box);
        const float left = box.left + frame_.px(kPadding);
        float y = box.top + frame_.px(kPadding);
        frame_.canvas.icon(icon_of(note_.kind), {left + frame_.px(9), y + frame_.px(kLine) / 2}, 18,
                           color_of(note_.kind, colors_));
        const float text_left = left + frame_.px(kIcon);
        draw_close(box);
        y += draw_lines(frame_, TextStyle::Body, lines_, {text_left, y}, frame_.px(kLine), colors_.text);
        if (note_.details.empty()) return std::move(commands_);
        if (is_expanded_) {
            draw_details({text_left, y + frame_.px(kGap / 2), inner_width_, details_height()});
            y += details_height() + frame_.px(kGap);
        }
        draw_actions({text_left - frame_.px(10), y + frame_.px(4)});
        return std::move(commands_);
    }

private:
    [[nodiscard]] float details_height() const {
        const float whole = static_cast<float>(details_.size()) * frame_.px(kDetailLine) + 2 * frame_.px(6);
        return std::min(whole, frame_.px(kDetailsHighest));
    }

    void draw_close(const Rect& box) {
        const float side = frame_.px(kIcon);
        const Rect close{box.right() - frame_.px(kPadding) - side + frame_.px(4),
                         box.top + frame_.px(kPadding) + (frame_.px(kLine) - side) / 2, side, side};
        if (icon_button(frame_, "close", "close", close)) commands_.emplace_back(DismissNote{note_.id});
    }

    void draw_details(const Rect& viewport) {
        frame_.canvas.fill(viewport, colors_.chip, frame_.px(Measures::kSmallRadius));
        const float inset = frame_.px(6);
        const float content = static_cast<float>(details_.size()) * frame_.px(kDetailLine) + 2 * inset;
        const auto scroll = frame_.widgets.scroll("details", viewport, content, frame_.px(kDetailLine));
        frame_.canvas.begin_clip(viewport);
        draw_lines(frame_, TextStyle::Small, details_,
                   {viewport.left + inset, viewport.top + inset - scroll.offset_px}, frame_.px(kDetailLine),
                   colors_.secondary_text);
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
    }

    void draw_actions(Point at) {
        const std::string_view toggle = frame_.tr(is_expanded_ ? "notes.hide_details" : "notes.show_details");
        const std::string_view copy = frame_.tr("notes.copy");
        const float side = frame_.px(kIcon);
        Rect area{at.x, at.y, text_button_width(frame_, toggle), side};
        if (text_button(frame_, "details", toggle, area)) {
            if (is_expanded_) state_.expanded.erase(note_.id);
            if (!is_expanded_) state_.expanded.insert(note_.id);
        }
        area = {area.right() + frame_.px(4), at.y, text_button_width(frame_, copy), side};
        if (text_button(frame_, "copy", copy, area)) {
            commands_.emplace_back(CopyText{copied()});
        }
    }

    /// What was done has the place of a file in its details, which is pasted elsewhere; faults are told to
    /// somebody, whole.
    [[nodiscard]] std::string copied() const {
        return note_.kind == Note::Kind::Done ? note_.details : note_.text + "\n" + note_.details;
    }

    Frame& frame_;
    const Note& note_;
    NotesState& state_;
    const Palette& colors_;
    float width_;
    float inner_width_;
    std::vector<std::string_view> lines_, details_;
    bool is_expanded_;
    Commands commands_;
};

}  // namespace

NotesResult draw_notes(Frame& frame, const std::vector<Note>& notes, const Rect& area, double seconds,
                       NotesState& state) {
    NotesResult result;
    const float width = std::min(frame.px(kWidth), area.width);
    float bottom = area.bottom();
    for (const Note& note : std::views::reverse(notes)) {
        NotePanel panel{frame, note, width, state};
        const Rect box{std::round(area.center().x - width / 2), bottom - panel.height(), width,
                       panel.height()};
        const Commands commands = panel.draw(box);
        result.commands.insert(result.commands.end(), commands.begin(), commands.end());
        bottom = box.top - frame.px(kGap);
        if (note.kind != Note::Kind::Done || state.expanded.contains(note.id)) continue;
        double& shown = state.seconds_shown[note.id];
        shown += seconds;
        result.is_waiting = true;
        const double enough = note.details.empty() ? kSecondsOfDone : kSecondsOfDoneWithDetails;
        if (shown >= enough) result.commands.emplace_back(DismissNote{note.id});
    }
    std::erase_if(state.seconds_shown, [&](const auto& entry) {
        return std::ranges::find(notes, entry.first, &Note::id) == notes.end();
    });
    return result;
}

}  // namespace jinsha::ui
