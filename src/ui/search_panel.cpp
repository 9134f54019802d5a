#include "ui/search_panel.hpp"

#include "ui/line_break.hpp"
#include "ui/marked_text.hpp"
#include "ui/numbers.hpp"
#include "ui/parts.hpp"
#include "ui/search_model.hpp"
#include "ui/text_field.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace jinsha::ui {
namespace {

constexpr float kResultsWidth = 400;
constexpr float kPadding = 8;
constexpr float kHead = 28;
constexpr float kLowRow = 34;   // a name
constexpr float kHighRow = 52;  // a name, and the text below it in which something was met
constexpr float kMessageLine = 22;
constexpr std::size_t kRowsOfPage = 8;

/// A line of what was found.
struct Line {
    const SearchGroup* head{};
    const SearchPlace* place{};
    const SearchRow* row{};
};

std::vector<Line> lines_of(const SearchModel& search) {
    std::vector<Line> lines;
    if (search.place) lines.push_back({.place = &*search.place});
    for (const SearchGroup& group : search.groups) {
        lines.push_back({.head = &group});
        for (const SearchRow& row : group.rows) lines.push_back({.row = &row});
    }
    return lines;
}

float height_of(const Frame& frame, const Line& line) {
    if (line.head) return frame.px(kHead);
    return frame.px(line.place || !line.row->text.empty() ? kHighRow : kLowRow);
}

Command command_of(const Line& line) {
    if (line.place) return GoTo{line.place->at};
    return SelectFeature{line.row->feature};
}

/// The field and its list, of an open map.
class SearchPanel {
public:
    SearchPanel(Frame& frame, const SearchModel& search, SearchState& state)
        : frame_{frame},
          search_{search},
          state_{state},
          colors_{frame.canvas.colors()},
          lines_{lines_of(search)} {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!lines_[i].head) choices_.push_back(i);
        }
    }

    Commands draw(const Rect& box, float bottom) {
        if (search_.is_open && !state_.was_open) state_.edit.select_all();
        state_.was_open = search_.is_open;
        if (search_.is_open) frame_.widgets.claim_keyboard(false);
        draw_field(box);
        if (search_.is_open) {
            take_keys();
            draw_results(box, bottom);
        }
        return std::move(commands_);
    }

private:
    void draw_field(const Rect& box) {
        const PanelScope scope{frame_, "search", box, floating(frame_)};
        frame_.canvas.panel(box);
        const float middle = box.center().y;
        frame_.canvas.icon("search", {box.left + frame_.px(20), middle}, 16,
                           search_.is_open ? colors_.accent : colors_.secondary_text);
        const Rect field{box.left + frame_.px(32), box.top + frame_.px(5), box.width - frame_.px(38),
                         box.height - frame_.px(10)};
        if (!search_.is_open) return draw_closed(box, field);
        const TextFieldResult result =
            text_field(frame_, "field", field, state_.edit, true, frame_.tr("search.hint"));
        if (!result.is_changed) return;
        state_.chosen = 0;
        commands_.emplace_back(SearchFor{state_.edit.text()});
    }

    void draw_closed(const Rect& box, const Rect& field) {
        const Press press = frame_.widgets.press("open", box);
        if (press.is_clicked) commands_.emplace_back(ShowSearch{true});
        if (press.is_focused) {
            frame_.canvas.outline(box, colors_.focus, frame_.px(2), frame_.px(Measures::kRadius));
        }
        const float keys = frame_.canvas.text_to_right(TextStyle::Small, box.right() - frame_.px(12),
                                                       box.center().y, colors_.secondary_text, "Ctrl K");
        const float room = field.width - keys - frame_.px(20);
        frame_.canvas.text(
            TextStyle::Body, field.left + frame_.px(6), box.center().y, colors_.secondary_text,
            frame_.canvas.metrics().shortened(TextStyle::Body, frame_.tr("search.hint"), room));
    }

    void take_keys() {
        const auto& pressed = frame_.widgets.keys().pressed;
        if (!pressed) return;
        if (pressed->key == PressedKey::Escape) commands_.emplace_back(ShowSearch{false});
        if (choices_.empty()) return;
        const std::size_t last = choices_.size() - 1;
        std::size_t& chosen = state_.chosen;
        chosen = std::min(chosen, last);
        switch (pressed->key) {
            case PressedKey::Down:
                chosen = chosen == last ? 0 : chosen + 1;
                break;
            case PressedKey::Up:
                chosen = chosen == 0 ? last : chosen - 1;
                break;
            case PressedKey::PageDown:
                chosen = std::min(chosen + kRowsOfPage, last);
                break;
            case PressedKey::PageUp:
                chosen -= std::min(chosen, kRowsOfPage);
                break;
            case PressedKey::Enter:
                // What is shown must be what was typed: an answer that is still on its way may be another.
                if (search_.typed == state_.edit.text()) choose(lines_[choices_[chosen]]);
                break;
            default:
                break;
        }
    }

    void choose(const Line& line) {
        commands_.push_back(command_of(line));
        commands_.emplace_back(ShowSearch{false});
    }

    void draw_results(const Rect& field, float bottom) {
        if (search_.typed.empty()) return;
        const float top = field.bottom() + frame_.px(4);
        const float width = std::min(frame_.px(kResultsWidth),
                                     frame_.window.width - field.left - frame_.px(Measures::kMargin));
        if (lines_.empty()) return draw_nothing({field.left, top, width, 0});
        float content = 2 * frame_.px(kPadding) + (search_.has_more ? frame_.px(kHead) : 0);
        for (const Line& line : lines_) content += height_of(frame_, line);
        const Rect box{field.left, top, width, std::min(content, bottom - top)};
        if (box.height < frame_.px(kLowRow)) return;
        const PanelScope scope{frame_, "search-results", box, floating(frame_)};
        frame_.canvas.panel(box);
        draw_lines_in(box.grown(-frame_.px(1)), content);
    }

    void draw_lines_in(const Rect& viewport, float content) {
        show_chosen(viewport);
        const auto scroll = frame_.widgets.scroll("list", viewport, content, frame_.px(Measures::kRow));
        frame_.canvas.begin_clip(viewport);
        frame_.widgets.see_only(viewport);
        float y = viewport.top + frame_.px(kPadding) - scroll.offset_px;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Rect area{viewport.left + frame_.px(kPadding), y, viewport.width - 2 * frame_.px(kPadding),
                            height_of(frame_, lines_[i])};
            if (area.bottom() > viewport.top && area.top < viewport.bottom()) draw_line(i, area);
            y = area.bottom();
        }
        if (search_.has_more) {
            frame_.canvas.text(TextStyle::Small, viewport.left + frame_.px(16), y + frame_.px(kHead) / 2,
                               colors_.secondary_text,
                               frame_.tr("search.more", fmt::arg("count", search_.hit_count)));
        }
        frame_.widgets.see_all();
        draw_scroll_bar(frame_, scroll);
        frame_.canvas.end_clip();
    }

    void show_chosen(const Rect& viewport) {
        const std::size_t chosen = choices_[std::min(state_.chosen, choices_.size() - 1)];
        float top = frame_.px(kPadding);
        for (std::size_t i = 0; i < chosen; ++i) top += height_of(frame_, lines_[i]);
        frame_.widgets.reveal("list", top, height_of(frame_, lines_[chosen]) + frame_.px(kPadding),
                              viewport.height);
    }

    void draw_line(std::size_t index, const Rect& area) {
        const Line& line = lines_[index];
        if (line.head) {
            frame_.canvas.text(TextStyle::Small, area.left + frame_.px(8), area.center().y,
                               colors_.secondary_text, line.head->title);
            return;
        }
        const bool is_chosen = choices_[std::min(state_.chosen, choices_.size() - 1)] == index;
        const Press press = frame_.widgets.press_pointer("row " + std::to_string(index), area);
        const float radius = frame_.px(Measures::kSmallRadius);
        if (press.is_clicked) choose(line);
        frame_.canvas.fill(area, is_chosen ? colors_.pressed : colors_.hover.with_alpha(press.warmth),
                           radius);
        if (line.place) return draw_place(*line.place, area);
        draw_row(*line.row, area);
    }

    void draw_place(const SearchPlace& place, const Rect& area) {
        frame_.canvas.icon("locate", {area.left + frame_.px(18), area.center().y}, 16, colors_.accent);
        const float left = area.left + frame_.px(38);
        frame_.canvas.text(TextStyle::Body, left, area.top + frame_.px(17), colors_.text,
                           degrees_minutes_seconds(place.at));
        frame_.canvas.text(TextStyle::Small, left, area.top + frame_.px(37), colors_.secondary_text,
                           frame_.tr("search.go_to", fmt::arg("crs", place.crs)));
    }

    void draw_row(const SearchRow& row, const Rect& area) {
        const bool is_high = !row.text.empty();
        const float middle = is_high ? area.top + frame_.px(17) : area.center().y;
        draw_swatch(frame_, row.swatch, {area.left + frame_.px(18), middle}, 20);
        const float left = area.left + frame_.px(38);
        const float room = area.right() - frame_.px(8) - left;
        const MarkedPart part{row.match_begin, row.match_end};
        draw_marked(frame_, TextStyle::Body, {left, middle}, room, colors_.text, row.name,
                    is_high ? MarkedPart{} : part);
        if (is_high) {
            draw_marked(frame_, TextStyle::Small, {left, area.top + frame_.px(37)}, room,
                        colors_.secondary_text, row.text, part);
        }
    }

    /// What else may be typed, and the way back.
    void draw_nothing(Rect box) {
        const float left = box.left + frame_.px(16);
        const float room = box.width - frame_.px(32);
        const bool is_early = search_.is_indexing;
        const std::string what = is_early ? std::string{frame_.tr("search.indexing")}
                                          : frame_.tr("search.none", fmt::arg("text", search_.typed));
        const std::string advice{is_early ? std::string_view{} : frame_.tr("search.advice")};
        const auto& metrics = frame_.canvas.metrics();
        const auto first = break_lines(metrics, TextStyle::Body, what, room);
        const auto second = advice.empty() ? std::vector<std::string_view>{}
                                           : break_lines(metrics, TextStyle::Small, advice, room);
        const float line = frame_.px(kMessageLine);
        const float button = is_early ? 0 : frame_.px(Measures::kRow + 8);
        box.height = frame_.px(24) + line * static_cast<float>(first.size() + second.size()) + button;
        const PanelScope scope{frame_, "search-results", box, floating(frame_)};
        frame_.canvas.panel(box);
        float y = box.top + frame_.px(12);
        y += draw_lines(frame_, TextStyle::Body, first, {left, y}, line, colors_.text);
        y += draw_lines(frame_, TextStyle::Small, second, {left, y}, line, colors_.secondary_text);
        if (is_early) return;
        const auto clear = frame_.tr("search.clear");
        const Rect area{left - frame_.px(10), y + frame_.px(6), text_button_width(frame_, clear),
                        frame_.px(Measures::kRow)};
        if (!text_button(frame_, "clear", clear, area)) return;
        state_.edit = TextEdit{};
        commands_.emplace_back(SearchFor{});
    }

    Frame& frame_;
    const SearchModel& search_;
    SearchState& state_;
    const Palette& colors_;
    std::vector<Line> lines_;
    std::vector<std::size_t> choices_;  // the lines that can be chosen
    Commands commands_;
};

}  // namespace

Commands draw_search(Frame& frame, const Model& model, const Rect& box, float bottom, SearchState& state) {
    return SearchPanel{frame, *model.search, state}.draw(box, bottom);
}

}  // namespace jinsha::ui
