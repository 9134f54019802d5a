#include "ui/structure_bars.hpp"

#include <array>
#include <cmath>
#include <numeric>

namespace jinsha::ui {
namespace {

constexpr float kBar = 20;
constexpr float kSlopes = 26;  // between the bars
constexpr float kLabels = 52;  // "five years ago", left of the bars
constexpr float kRow = 24;
constexpr float kGap = 8;

/// Of primary, secondary and tertiary sector: those of the themes that belong to them.
constexpr std::array<std::string_view, 3> kThemes{"agriculture", "industry", "public-service"};

Rgba color_of(const Frame& frame, std::size_t i) {
    return theme_color(kThemes[i % kThemes.size()]).value_or(frame.canvas.colors().accent);
}

double total(std::span<const GlanceChange> changes, double GlanceChange::*end) {
    return std::accumulate(changes.begin(), changes.end(), 0.0,
                           [&](double sum, const GlanceChange& change) { return sum + change.*end; });
}

std::string number(double value) {
    return fmt::format("{}", value);
}

/// Draws one bar; returns where its parts end.
std::vector<float> draw_bar(Frame& frame, std::span<const GlanceChange> changes, double GlanceChange::*end,
                            const Rect& bar) {
    std::vector<float> ends;
    const double whole = total(changes, end);
    double sum = 0;
    float left = bar.left;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        sum += changes[i].*end;
        const float right =
            whole > 0 ? std::round(bar.left + bar.width * static_cast<float>(sum / whole)) : left;
        const Rect part{left, bar.top, right - left, bar.height};
        frame.canvas.fill(part, color_of(frame, i));
        const std::string text = number(changes[i].*end);
        if (frame.width(TextStyle::Small, text) + frame.px(6) < part.width) {
            frame.canvas.text_centered(TextStyle::Small, part.center(), rgb(0xFFFFFF), text);
        }
        ends.push_back(right);
        left = right;
    }
    return ends;
}

}  // namespace

float structure_bars_height(const Frame& frame, std::span<const GlanceChange> changes) {
    return frame.px(2 * kBar + kSlopes + kGap) + static_cast<float>(changes.size()) * frame.px(kRow);
}

void draw_structure_bars(Frame& frame, std::span<const GlanceChange> changes, Point upper_left, float width) {
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    const float left = upper_left.x + frame.px(kLabels);
    const Rect before{left, upper_left.y, width - frame.px(kLabels), frame.px(kBar)};
    const Rect after = before.moved(0, frame.px(kBar + kSlopes));
    canvas.text(TextStyle::Small, upper_left.x, before.center().y, colors.secondary_text,
                frame.tr("glance.before"));
    canvas.text(TextStyle::Small, upper_left.x, after.center().y, colors.secondary_text,
                frame.tr("glance.after"));
    const auto first = draw_bar(frame, changes, &GlanceChange::from, before);
    const auto second = draw_bar(frame, changes, &GlanceChange::to, after);
    for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
        canvas.line({first[i], before.bottom() + frame.px(2)}, {second[i], after.top - frame.px(2)},
                    colors.secondary_text, frame.px(1));
    }
    float y = after.bottom() + frame.px(kGap);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const GlanceChange& change = changes[i];
        const float middle = y + frame.px(kRow) / 2;
        canvas.fill({upper_left.x, std::round(middle - frame.px(5)), frame.px(10), frame.px(10)},
                    color_of(frame, i), frame.px(2));
        canvas.text(TextStyle::Small, upper_left.x + frame.px(18), middle, colors.text, change.label);
        canvas.text_to_right(TextStyle::Small, upper_left.x + width, middle, colors.text,
                             number(change.from) + " → " + number(change.to) + " " + change.unit);
        y += frame.px(kRow);
    }
}

}  // namespace jinsha::ui
