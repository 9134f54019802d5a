#include "print/signs.hpp"

#include "map/numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace jinsha::print {

namespace {

// At type scale 1.
constexpr double kRatioSize = px_of_pt(8.5), kNumberSize = px_of_pt(7), kNorthSize = px_of_pt(8.5);
constexpr double kBarHeight = px_of_mm(1.3), kBarLine = px_of_mm(0.18);

text::Label label_of(const PagePlan& plan, const std::string& words, double size, const style::Color& color,
                     text::FontWeight weight = text::FontWeight::Regular) {
    return set_text(*plan.map.fonts, words, {size, weight}, 0).label(color);
}

/// "1:50 000", with spaces that both weights of the font have.
std::string ratio_text(double denominator) {
    constexpr std::string_view kThinSpace = "\u2009", kNoBreakSpace = "\u00A0";
    std::string text = map::scale_ratio(denominator);
    for (std::size_t at = text.find(kThinSpace); at != std::string::npos; at = text.find(kThinSpace))
        text.replace(at, kThinSpace.size(), kNoBreakSpace);
    return text;
}

void draw_bar(const ScaleBarPlan& bar, const PageRect& place, const PageColors& colors, Canvas& canvas) {
    const double step = place.width / bar.steps;
    for (int i = 0; i < bar.steps; ++i) {
        const PageRect box{place.left + i * step, place.top, step, place.height};
        canvas.fill(PagePath::rect(box), i % 2 == 0 ? colors.ink : colors.paper);
    }
    PageStroke outline;
    outline.color = colors.ink;
    outline.width = kBarLine;
    canvas.stroke(PagePath::rect(place), outline);
}

}  // namespace

std::string ScaleBarPlan::label(int i) const {
    const double value = step_metres * i / (in_kilometres ? 1000 : 1);
    return fmt::format("{}", std::round(value * 1e6) / 1e6);
}

ScaleBarPlan plan_scale_bar(double ground_metres_per_px, double longest_px) {
    const double longest = ground_metres_per_px * longest_px;
    if (!(ground_metres_per_px > 0) || !(longest_px > 0) || !std::isfinite(longest)) return {};
    // Lengths as a ruler has them, each with the number of its steps.
    struct Choice {
        double length;
        int steps;
    };
    constexpr std::array<Choice, 6> kChoices{{{1, 5}, {1.5, 3}, {2, 4}, {3, 3}, {4, 4}, {5, 5}}};
    const double power = std::pow(10, std::floor(std::log10(longest)));
    Choice best{8, 4};
    if (longest < best.length * power) {
        for (const Choice& choice : kChoices) {
            if (choice.length * power <= longest) best = choice;
        }
    }
    const double step = best.length * power / best.steps;
    return {step, best.steps, best.length * power >= 1000};
}

void draw_scale_bar(const PagePlan& plan, const PageColors& colors, Canvas& canvas) {
    const PageRect& place = plan.layout.scale_bar;
    const double scale = plan.layout.type_scale;
    // The last number, with its unit, is wider than what it stands under.
    const double number_room = px_of_mm(4.5) * scale;
    const ScaleBarPlan bar = plan_scale_bar(plan.frame.ground_metres_per_px, place.width - 1.6 * number_room);
    if (bar.steps == 0) return;
    const double length = bar.steps * bar.step_metres / plan.frame.ground_metres_per_px;
    const double left = place.left + number_room * 0.4;

    const text::Label ratio = label_of(plan, ratio_text(plan.frame.scale_denominator()), kRatioSize * scale,
                                       colors.ink, text::FontWeight::Bold);
    canvas.label(ratio, {place.left + ratio.shaped.width_px / 2, place.top + ratio.shaped.height_px / 2}, 1,
                 1);

    const PageRect box{left, place.bottom() - px_of_mm(4.6) * scale, length, kBarHeight * scale};
    draw_bar(bar, box, colors, canvas);
    for (int i = 0; i <= bar.steps; ++i) {
        const std::string unit = i < bar.steps ? "" : bar.in_kilometres ? " km" : " m";
        const text::Label number = label_of(plan, bar.label(i), kNumberSize * scale, colors.ink);
        const double x = left + length * i / bar.steps, y = place.bottom() - number.shaped.height_px / 2;
        canvas.label(number, {x, y}, 1, 1);
        if (unit.empty()) continue;
        const text::Label word = label_of(plan, unit, kNumberSize * scale, colors.ink);
        canvas.label(word, {x + (number.shaped.width_px + word.shaped.width_px) / 2, y}, 1, 1);
    }
}

void draw_north_arrow(const PagePlan& plan, const PageColors& colors, Canvas& canvas) {
    const PageRect& place = plan.layout.north_arrow;
    const text::Label word = label_of(plan, plan.request.words.north, kNorthSize * plan.layout.type_scale,
                                      colors.ink, text::FontWeight::Bold);
    canvas.label(word, {place.center().x, place.top + word.shaped.height_px / 2}, 1, 1);

    const double height = place.height - word.shaped.height_px, half_width = height * 0.26;
    const PagePoint middle{place.center().x, place.bottom() - height / 2};
    const double angle = plan.frame.true_north_deg * std::numbers::pi / 180;
    const auto turned = [&](double x, double y) {  // from the middle, north up
        return PagePoint{middle.x + x * std::cos(angle) - y * std::sin(angle),
                         middle.y + x * std::sin(angle) + y * std::cos(angle)};
    };
    const PagePoint tip = turned(0, -height / 2 * 0.96), notch = turned(0, height * 0.26);
    const PagePoint west[]{tip, turned(-half_width, height / 2 * 0.9), notch};
    const PagePoint east[]{tip, turned(half_width, height / 2 * 0.9), notch};
    canvas.fill(PagePath::polygon(west), colors.ink);
    PageStroke outline;
    outline.color = colors.ink;
    outline.width = kBarLine;
    outline.join = style::LineJoin::Round;
    canvas.stroke(PagePath::polygon(east), outline);
}

}  // namespace jinsha::print
