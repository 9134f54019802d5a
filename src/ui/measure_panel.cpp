#include "ui/measure_panel.hpp"

#include "ui/drawn_on_map.hpp"
#include "ui/line_break.hpp"
#include "ui/measure_model.hpp"
#include "ui/parts.hpp"
#include "ui/segments.hpp"

#include <array>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kSegments = 32;
constexpr float kLine = 20;
constexpr float kGap = 8;
constexpr float kFooter = 44;

std::array<std::string, 3> kind_names(const Translations& tr) {
    return {std::string{tr("measure.distance")}, std::string{tr("measure.area")},
            std::string{tr("measure.circle")}};
}

std::string_view hint_of(const Translations& tr, MeasureKind kind) {
    switch (kind) {
        case MeasureKind::Distance:
            return tr("measure.distance_hint");
        case MeasureKind::Area:
            return tr("measure.area_hint");
        case MeasureKind::Circle:
            return tr("measure.circle_hint");
    }
    return {};
}

class MeasureBody {
public:
    MeasureBody(Frame& frame, const MeasureModel& model)
        : frame_{frame},
          model_{model},
          colors_{frame.canvas.colors()},
          width_{frame.px(kSidePanelWidth - 2 * kSidePanelPadding)},
          hint_{lines(hint_of(frame.tr, model.kind))} {
        for (const MeasureRow& row : model.rows) {
            std::vector<std::vector<std::string_view>> of_row;
            for (const std::string& line : row.lines) of_row.push_back(lines(line));
            rows_.push_back(std::move(of_row));
        }
    }

    [[nodiscard]] float height() const {
        float height = frame_.px(kSegments + kGap) + text_height(hint_) + frame_.px(kGap);
        for (const auto& row : rows_) height += row_height(row);
        return height + (rows_.empty() ? 0 : frame_.px(kFooter)) + frame_.px(kGap);
    }

    Commands draw(Point at) {
        const auto names = kind_names(frame_.tr);
        const auto pressed = segments(frame_, "kind", {at.x, at.y, width_, frame_.px(kSegments)}, names,
                                      static_cast<std::size_t>(model_.kind));
        if (pressed) commands_.emplace_back(Measure{static_cast<MeasureKind>(*pressed)});
        float y = at.y + frame_.px(kSegments + kGap);
        y += draw_lines(frame_, TextStyle::Small, hint_, {at.x, y}, frame_.px(kLine), colors_.secondary_text);
        y += frame_.px(kGap);
        for (std::size_t i = 0; i < rows_.size(); ++i) y += draw_row(i, {at.x, y});
        if (rows_.empty()) return std::move(commands_);
        const auto clear = frame_.tr("measure.clear");
        const Rect button{at.x - frame_.px(10), y + frame_.px(kGap), text_button_width(frame_, clear),
                          frame_.px(28)};
        if (text_button(frame_, "clear", clear, button)) commands_.emplace_back(ClearMeasures{});
        return std::move(commands_);
    }

private:
    [[nodiscard]] std::vector<std::string_view> lines(std::string_view text) const {
        return break_lines(frame_.canvas.metrics(), TextStyle::Small, text, width_ - frame_.px(32));
    }
    [[nodiscard]] float text_height(const std::vector<std::string_view>& lines) const {
        return static_cast<float>(lines.size()) * frame_.px(kLine);
    }
    [[nodiscard]] float row_height(const std::vector<std::vector<std::string_view>>& row) const {
        float height = frame_.px(2 * kGap);
        for (const auto& line : row) height += text_height(line);
        return height;
    }

    float draw_row(std::size_t index, Point at) {
        const float height = row_height(rows_[index]);
        frame_.canvas.separator(at.x, at.x + width_, at.y);
        float y = at.y + frame_.px(kGap);
        std::string all;
        for (std::size_t i = 0; i < rows_[index].size(); ++i) {
            const Rgba ink = i == 0 ? colors_.text : colors_.secondary_text;
            y += draw_lines(frame_, TextStyle::Small, rows_[index][i], {at.x, y}, frame_.px(kLine), ink);
            all += model_.rows[index].lines[i] + "\n";
        }
        const float side = frame_.px(28);
        const Rect copy{at.x + width_ - side + frame_.px(6), at.y + frame_.px(4), side, side};
        if (icon_button(frame_, "copy " + std::to_string(index), "copy", copy, std::nullopt,
                        frame_.tr("measure.copy"))) {
            commands_.emplace_back(CopyText{all});
        }
        return height;
    }

    Frame& frame_;
    const MeasureModel& model_;
    const Palette& colors_;
    float width_;
    std::vector<std::string_view> hint_;
    std::vector<std::vector<std::vector<std::string_view>>> rows_;  // by measure, by line
    Commands commands_;
};

void draw_label(Frame& frame, const MeasureLabel& label, std::size_t number) {
    const TextStyle style = label.is_total ? TextStyle::Body : TextStyle::Small;
    const float width = std::ceil(frame.width(style, label.text)) + frame.px(14);
    const float height = frame.px(label.is_total ? 26 : 20);
    const Point at = point_of(label.at);
    // A total stands beside its place, a leg's length on the leg.
    const Rect box{std::round(label.is_total ? at.x + frame.px(10) : at.x - width / 2),
                   std::round(label.is_total ? at.y - height - frame.px(6) : at.y - height / 2), width,
                   height};
    const Rect& window = frame.window;
    if (box.right() < 0 || box.left > window.right() || box.bottom() < 0 || box.top > window.bottom()) return;
    const PanelScope scope{frame, "measure label " + std::to_string(number), box, {.takes_pointer = false}};
    const Palette& colors = frame.canvas.colors();
    frame.canvas.fill(box, label.is_total ? colors.accent : colors.panel.with_alpha(0.92), frame.px(5));
    frame.canvas.text_centered(style, box.center(), label.is_total ? colors.on_accent : colors.text,
                               label.text);
}

}  // namespace

Commands MeasurePanel::draw(Frame& frame, const Model& model, const Rect& area) {
    MeasureBody body{frame, *model.measure};
    const SidePanelScope scope{frame, "measure", frame.tr("measure.title"), area, body.height()};
    Commands commands = body.draw(scope.origin());
    if (scope.wants_close()) commands.emplace_back(ShowSidePanel{});
    return commands;
}

void draw_measures(Frame& frame, const Model& model) {
    if (!model.measure) return;
    LinesOnMap lines{frame, "measure"};
    std::size_t number = 0;
    for (const MeasureShape& shape : model.measure->shapes) {
        lines.draw(shape.line);
    }
    for (const MeasureShape& shape : model.measure->shapes) {
        for (const geo::ScreenPoint& place : shape.places)
            draw_place_on_map(frame, "measure", place, number++);
    }
    for (std::size_t i = 0; i < model.measure->labels.size(); ++i)
        draw_label(frame, model.measure->labels[i], i);
}

}  // namespace jinsha::ui
