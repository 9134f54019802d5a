#include "ui/hover_tip.hpp"

#include "ui/line_break.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kPaddingX = 10;
constexpr float kPaddingY = 5;
constexpr float kNameLine = 20;
constexpr float kDetailLine = 17;
constexpr float kGap = 8;     // to the symbol
constexpr float kBelow = 24;  // to the pointer, when the tip must stand below it
constexpr float kLongest = 280;

bool meet(const Rect& a, const Rect& b) {
    return a.left < b.right() && b.left < a.right() && a.top < b.bottom() && b.top < a.bottom();
}

/// The badge as it lies on the map, larger: it comes towards the pointer.
void draw_lifted_icon(Frame& frame, const Hover& hover) {
    const float side = frame.px(static_cast<float>(hover.icon_css_px));
    const Point center{static_cast<float>(hover.icon_center.x), static_cast<float>(hover.icon_center.y)};
    const Rect box{std::round(center.x - side / 2), std::round(center.y - side / 2), side, side};
    const PanelScope scope{frame, "lifted", box, {.takes_pointer = false, .reach_px = frame.px(2)}};
    frame.canvas.colored_icon(hover.icon, box.center(), static_cast<float>(hover.icon_css_px));
}

}  // namespace

void draw_tooltip(Frame& frame, const Tooltip& tooltip) {
    const auto lines =
        break_lines(frame.canvas.metrics(), TextStyle::Small, tooltip.text, frame.px(kLongest));
    float widest = 0;
    for (const std::string_view line : lines) widest = std::max(widest, frame.width(TextStyle::Small, line));
    const float width = std::ceil(widest) + 2 * frame.px(kPaddingX);
    const float height = 2 * frame.px(kPaddingY) + static_cast<float>(lines.size()) * frame.px(kDetailLine);
    const float margin = frame.px(4);
    const float left = std::clamp(tooltip.area.center().x - width / 2, margin,
                                  std::max(margin, frame.window.right() - width - margin));
    const float above = tooltip.area.top - frame.px(kGap) - height;
    const Rect box{std::round(left),
                   std::round(above >= margin ? above : tooltip.area.bottom() + frame.px(kGap)), width,
                   height};
    const PanelScope scope{frame,
                           "tooltip",
                           box,
                           {.takes_pointer = false,
                            .fades_in = true,
                            .reach_px = frame.px(Measures::kShadow + Measures::kShadowDrop)}};
    frame.canvas.tip(box);
    float middle = box.top + frame.px(kPaddingY + kDetailLine / 2);
    for (const std::string_view line : lines) {
        frame.canvas.text_centered(TextStyle::Small, {box.center().x, middle}, frame.canvas.colors().tip_text,
                                   line);
        middle += frame.px(kDetailLine);
    }
}

void draw_hover_tip(Frame& frame, const Hover& hover, const std::optional<Rect>& card) {
    if (!hover.icon.empty()) draw_lifted_icon(frame, hover);
    if (hover.name.empty()) return;
    const TextMetrics& metrics = frame.canvas.metrics();
    const std::string name = metrics.shortened(TextStyle::Body, hover.name, frame.px(kLongest));
    const std::string detail = metrics.shortened(TextStyle::Small, hover.detail, frame.px(kLongest));
    const float text_width =
        std::max(metrics.width(TextStyle::Body, name), metrics.width(TextStyle::Small, detail));
    const float width = std::ceil(text_width) + 2 * frame.px(kPaddingX);
    const float height =
        2 * frame.px(kPaddingY) + frame.px(kNameLine) + (detail.empty() ? 0 : frame.px(kDetailLine));
    const auto x = static_cast<float>(hover.at.x);
    const auto y = static_cast<float>(hover.at.y);
    const float margin = frame.px(4);
    const float above = y - frame.px(kGap) - height;
    const float left =
        std::clamp(x - width / 2, margin, std::max(margin, frame.window.right() - width - margin));
    const Rect box{std::round(left), std::round(above >= margin ? above : y + frame.px(kBelow)), width,
                   height};
    if (card && meet(box, *card)) return;

    const PanelScope scope{frame,
                           "hover",
                           box,
                           {.takes_pointer = false,
                            .fades_in = true,
                            .reach_px = frame.px(Measures::kShadow + Measures::kShadowDrop)}};
    frame.canvas.tip(box);
    const Palette& colors = frame.canvas.colors();
    float line = box.top + frame.px(kPaddingY);
    frame.canvas.text_centered(TextStyle::Body, {box.center().x, line + frame.px(kNameLine) / 2},
                               colors.tip_text, name);
    line += frame.px(kNameLine);
    frame.canvas.text_centered(TextStyle::Small, {box.center().x, line + frame.px(kDetailLine) / 2},
                               colors.tip_secondary_text, detail);
}

}  // namespace jinsha::ui
