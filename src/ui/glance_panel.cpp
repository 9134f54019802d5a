#include "ui/glance_panel.hpp"

#include "ui/card_text.hpp"
#include "ui/filter_model.hpp"
#include "ui/glance_model.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/structure_bars.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kHeading = 34;
constexpr float kFigureLine = 24;
constexpr float kSmallLine = 17;
constexpr float kColumnGap = 14;
constexpr float kTileGap = 12;
constexpr float kSectionGap = 10;

/// Lays the panel out, and draws it when asked to: both go through the same lines. A function that sets
/// something at `y` returns its height.
class GlanceBody {
public:
    enum class Mode { Measure, Draw };

    GlanceBody(Frame& frame, const Model& model, Mode mode)
        : frame_{frame},
          model_{model},
          glance_{*model.glance},
          colors_{frame.canvas.colors()},
          width_{frame.px(kSidePanelWidth - 2 * kSidePanelPadding)},
          mode_{mode} {}

    float set(Point at) {
        left_ = at.x;
        float y = at.y;
        if (!glance_.subject.empty())
            y += lines(TextStyle::Small, glance_.subject, y, colors_.secondary_text);
        if (!glance_.headlines.empty())
            y += heading(frame_.tr("glance.headlines"), y) + headlines(y + frame_.px(kHeading));
        if (!glance_.changes.empty())
            y += heading(frame_.tr("glance.structure"), y) + structure(y + frame_.px(kHeading));
        if (!glance_.transformations.empty()) y += transformations(y);
        if (!glance_.goals.empty()) y += goals(y);
        for (const GlanceGroup& group : glance_.groups) y += figures(group, y);
        return y - at.y + frame_.px(kSidePanelPadding);
    }
    [[nodiscard]] Commands take_commands() { return std::move(commands_); }

private:
    [[nodiscard]] bool is_drawing() const { return mode_ == Mode::Draw; }

    float lines(TextStyle style, std::string_view text, float y, Rgba color) {
        const auto broken = break_lines(frame_.canvas.metrics(), style, text, width_);
        if (is_drawing()) draw_lines(frame_, style, broken, {left_, y}, frame_.px(kSmallLine), color);
        return static_cast<float>(broken.size()) * frame_.px(kSmallLine);
    }

    float heading(std::string_view title, float y) {
        if (is_drawing()) {
            frame_.canvas.text(TextStyle::Title, left_, y + frame_.px(kHeading * 0.6F), colors_.text, title);
        }
        return frame_.px(kHeading);
    }

    /// Two columns of a large number over what it counts.
    float headlines(float y) {
        const float column = std::floor((width_ - frame_.px(kColumnGap)) / 2);
        float below = y;
        for (std::size_t i = 0; i < glance_.headlines.size(); i += 2) {
            float height = headline(glance_.headlines[i], {left_, below}, column);
            if (i + 1 < glance_.headlines.size()) {
                const float right = left_ + column + frame_.px(kColumnGap);
                height = std::max(height, headline(glance_.headlines[i + 1], {right, below}, column));
            }
            below += height + frame_.px(kTileGap);
        }
        return below - y;
    }

    float headline(const Figure& figure, Point at, float width) {
        const auto label = break_lines(frame_.canvas.metrics(), TextStyle::Small, figure.label, width);
        if (is_drawing()) {
            frame_.canvas.text(TextStyle::Title, at.x, at.y + frame_.px(kFigureLine) / 2, colors_.accent,
                               figure_text(frame_.tr, figure));
            draw_lines(frame_, TextStyle::Small, label, {at.x, at.y + frame_.px(kFigureLine)},
                       frame_.px(kSmallLine), colors_.secondary_text);
        }
        return frame_.px(kFigureLine) + static_cast<float>(label.size()) * frame_.px(kSmallLine);
    }

    float structure(float y) {
        if (is_drawing()) draw_structure_bars(frame_, glance_.changes, {left_, y}, width_);
        return structure_bars_height(frame_, glance_.changes) + frame_.px(kSectionGap);
    }

    float transformations(float y) {
        float below = y + heading(frame_.tr("glance.transformations"), y);
        for (const GlanceAim& aim : glance_.transformations) below += transformation(aim, below);
        return below - y + frame_.px(kSectionGap);
    }

    /// Pressed, it shows its own projects alone; pressed again, all of them.
    float transformation(const GlanceAim& aim, float y) {
        const float count = frame_.px(40);
        const auto title = break_lines(frame_.canvas.metrics(), TextStyle::Body, aim.title, width_ - count);
        const float line = frame_.px(20);
        const float height =
            std::max(frame_.px(Measures::kRow), static_cast<float>(title.size()) * line + frame_.px(10));
        if (!is_drawing()) return height;
        const Rect row{left_ - frame_.px(8), y, width_ + frame_.px(16), height};
        if (pressable(frame_, "light " + aim.id, row).is_clicked) light(aim);
        if (aim.is_lit) {
            frame_.canvas.fill(row, colors_.accent.with_alpha(0.12), frame_.px(Measures::kSmallRadius));
        }
        draw_lines(frame_, TextStyle::Body, title, {left_, y + frame_.px(5)}, line,
                   aim.is_lit ? colors_.accent : colors_.text);
        frame_.canvas.text_to_right(TextStyle::Body, left_ + width_, row.center().y,
                                    aim.is_lit ? colors_.accent : colors_.secondary_text,
                                    std::to_string(aim.project_count));
        return height;
    }

    void light(const GlanceAim& aim) {
        map::ProjectFilter filter = model_.filter ? model_.filter->filter : map::ProjectFilter{};
        filter.transformation = aim.is_lit ? std::string{} : aim.id;
        commands_.emplace_back(FilterProjects{std::move(filter)});
    }

    float goals(float y) {
        float below = y + heading(frame_.tr("glance.goals"), y);
        for (std::size_t i = 0; i < glance_.goals.size(); ++i) {
            below += goal(glance_.goals[i], i + 1, below);
        }
        return below - y + frame_.px(kSectionGap);
    }

    /// Its number and title, and what the data say of it.
    float goal(const GlanceAim& goal, std::size_t number, float y) {
        const float row = frame_.px(Measures::kRow);
        const float indent = frame_.px(18);
        const auto summary =
            break_lines(frame_.canvas.metrics(), TextStyle::Small, goal.summary, width_ - indent);
        const float line = frame_.px(kSmallLine);
        const float height =
            goal.summary.empty() ? row : row + static_cast<float>(summary.size()) * line + frame_.px(4);
        if (!is_drawing()) return height;
        const float middle = y + row / 2;
        frame_.canvas.text(TextStyle::Body, left_, middle, colors_.secondary_text, std::to_string(number));
        frame_.canvas.text(TextStyle::Body, left_ + indent, middle, colors_.text, goal.title);
        if (!goal.summary.empty())
            draw_lines(frame_, TextStyle::Small, summary, {left_ + indent, y + row}, line,
                       colors_.secondary_text);
        return height;
    }

    float figures(const GlanceGroup& group, float y) {
        float below = y + heading(group.title, y);
        for (const Figure& figure : group.figures) below += this->figure(figure, below);
        return below - y + frame_.px(kSectionGap);
    }

    /// What it counts at the left, the number at the right.
    float figure(const Figure& figure, float y) {
        const std::string amount = figure_text(frame_.tr, figure);
        const float room = width_ - frame_.width(TextStyle::Body, amount) - frame_.px(kColumnGap);
        const auto label =
            break_lines(frame_.canvas.metrics(), TextStyle::Small, figure.label, std::max(room, width_ / 3));
        const float line = frame_.px(kSmallLine);
        const float height = static_cast<float>(label.size()) * line + frame_.px(8);
        if (is_drawing()) {
            draw_lines(frame_, TextStyle::Small, label, {left_, y + frame_.px(4)}, line,
                       colors_.secondary_text);
            frame_.canvas.text_to_right(TextStyle::Body, left_ + width_, y + frame_.px(4) + line / 2,
                                        colors_.text, amount);
        }
        return height;
    }

    Frame& frame_;
    const Model& model_;
    const GlanceModel& glance_;
    const Palette& colors_;
    float width_;
    Mode mode_;
    float left_{};
    Commands commands_;
};

}  // namespace

Commands GlancePanel::draw(Frame& frame, const Model& model, const Rect& area) {
    const float height = GlanceBody{frame, model, GlanceBody::Mode::Measure}.set({});
    const SidePanelScope scope{frame, "glance", frame.tr("glance.title"), area, height};
    GlanceBody body{frame, model, GlanceBody::Mode::Draw};
    body.set(scope.origin());
    Commands commands = body.take_commands();
    if (scope.wants_close()) commands.emplace_back(ShowSidePanel{});
    return commands;
}

}  // namespace jinsha::ui
