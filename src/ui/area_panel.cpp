#include "ui/area_panel.hpp"

#include "ui/area_model.hpp"
#include "ui/drawn_on_map.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kLine = 20;
constexpr float kRow = 28;
constexpr float kGap = 8;
constexpr float kSwatch = 20;
constexpr float kIndent = 30;  // of sums, under the name of their layer
constexpr float kFooter = 44;

/// What stands above the rows: how to go on, or how many were found.
std::string head_of(const Translations& tr, const AreaModel& model) {
    if (model.is_counting) return std::string{tr("area.counting")};
    if (!model.has_area) return std::string{tr("area.hint")};
    if (model.rows.empty()) return std::string{tr("area.nothing")};
    std::string head = tr("area.found", fmt::arg("count", model.count));
    if (model.lit_count < model.count) head += tr("area.lit", fmt::arg("count", model.lit_count));
    return head;
}

/// All of it, to be pasted elsewhere.
std::string copied(const std::string& head, const AreaModel& model) {
    std::string text = head + "\n";
    for (const AreaRow& row : model.rows) {
        text += row.title + "\t" + std::to_string(row.count) + "\n";
        for (const std::string& line : row.lines) text += "\t" + line + "\n";
    }
    return text;
}

class AreaBody {
public:
    AreaBody(Frame& frame, const AreaModel& model)
        : frame_{frame},
          model_{model},
          colors_{frame.canvas.colors()},
          width_{frame.px(kSidePanelWidth - 2 * kSidePanelPadding)},
          head_text_{head_of(frame.tr, model)},
          head_{lines(head_text_, width_)} {
        for (const AreaRow& row : model.rows) {
            auto& of_row = rows_.emplace_back();
            for (const std::string& line : row.lines) {
                const auto broken = lines(line, width_ - frame.px(kIndent));
                of_row.insert(of_row.end(), broken.begin(), broken.end());
            }
        }
    }

    [[nodiscard]] float height() const {
        float height = text_height(head_) + frame_.px(2 * kGap);
        for (const auto& row : rows_) height += row_height(row);
        return height + (model_.has_area ? frame_.px(kFooter) : 0);
    }

    Commands draw(Point at) {
        float y = at.y;
        y += draw_lines(frame_, TextStyle::Small, head_, {at.x, y}, frame_.px(kLine), colors_.secondary_text);
        y += frame_.px(kGap);
        for (std::size_t i = 0; i < rows_.size(); ++i) y += draw_row(i, {at.x, y});
        if (model_.has_area) draw_buttons({at.x, y + frame_.px(kGap)});
        return std::move(commands_);
    }

private:
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text, float width) const {
        return break_lines(frame_.canvas.metrics(), TextStyle::Small, text, width);
    }
    [[nodiscard]] float text_height(const std::vector<std::string_view>& lines) const {
        return static_cast<float>(lines.size()) * frame_.px(kLine);
    }
    [[nodiscard]] float row_height(const std::vector<std::string_view>& lines) const {
        return frame_.px(kRow + kGap) + text_height(lines);
    }

    float draw_row(std::size_t index, Point at) {
        const AreaRow& row = model_.rows[index];
        frame_.canvas.separator(at.x, at.x + width_, at.y);
        const float middle = at.y + frame_.px(kGap / 2 + kRow / 2);
        draw_swatch(frame_, row.swatch, {at.x + frame_.px(kSwatch) / 2, middle}, kSwatch);
        const float count = frame_.canvas.text_to_right(TextStyle::Body, at.x + width_, middle, colors_.text,
                                                        std::to_string(row.count));
        const float begin = at.x + frame_.px(kIndent);
        const float room = at.x + width_ - count - frame_.px(kGap) - begin;
        frame_.canvas.text(TextStyle::Body, begin, middle, colors_.text,
                           frame_.canvas.metrics().shortened(TextStyle::Body, row.title, room));
        draw_lines(frame_, TextStyle::Small, rows_[index], {begin, at.y + frame_.px(kGap / 2 + kRow)},
                   frame_.px(kLine), colors_.secondary_text);
        return row_height(rows_[index]);
    }

    void draw_buttons(Point at) {
        const auto button = [&](const char* id, std::string_view text, float left) {
            return text_button(frame_, id, text,
                               {left, at.y, text_button_width(frame_, text), frame_.px(28)});
        };
        const float left = at.x - frame_.px(10);
        const auto clear = frame_.tr("area.clear");
        if (button("clear", clear, left)) commands_.emplace_back(RunAction{"area-clear"});
        if (model_.rows.empty()) return;
        if (button("copy", frame_.tr("area.copy"), left + text_button_width(frame_, clear) + frame_.px(kGap)))
            commands_.emplace_back(CopyText{copied(head_text_, model_)});
    }

    Frame& frame_;
    const AreaModel& model_;
    const Palette& colors_;
    float width_;
    std::string head_text_;
    std::vector<std::string_view> head_;
    std::vector<std::vector<std::string_view>> rows_;  // lines of each
    Commands commands_;
};

}  // namespace

Commands AreaPanel::draw(Frame& frame, const Model& model, const Rect& area) {
    AreaBody body{frame, *model.area};
    const SidePanelScope scope{frame, "area", frame.tr("area.title"), area, body.height()};
    Commands commands = body.draw(scope.origin());
    if (scope.wants_close()) commands.emplace_back(ShowSidePanel{});
    return commands;
}

void draw_area_border(Frame& frame, const Model& model) {
    if (!model.area) return;
    LinesOnMap{frame, "area"}.draw(model.area->border);
    std::size_t number = 0;
    for (const geo::ScreenPoint& corner : model.area->corners)
        draw_place_on_map(frame, "area", corner, number++);
}

}  // namespace jinsha::ui
