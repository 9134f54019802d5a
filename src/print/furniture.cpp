#include "print/furniture.hpp"

#include "print/legend_swatch.hpp"
#include "print/page_colors.hpp"
#include "print/signs.hpp"

#include <array>
#include <cmath>

namespace jinsha::print {

namespace {

constexpr double kNeatLine = px_of_mm(0.35), kHairline = px_of_mm(0.1), kTickLine = px_of_mm(0.18);
constexpr double kTick = px_of_mm(1.4), kTickGap = px_of_mm(0.7);
constexpr double kGridLabelSize = px_of_pt(7);

class GridDrawing {
public:
    GridDrawing(const PagePlan& plan, const PageColors& colors, Canvas& canvas)
        : plan_{plan}, colors_{colors}, canvas_{canvas}, scale_{plan.layout.type_scale} {}

    void draw_lines() {
        if (plan_.grid.lines.empty()) return;
        PageStroke stroke;
        stroke.color = colors_.grid;
        stroke.width = kHairline;
        canvas_.begin_clip(plan_.layout.map);
        for (const PagePath& line : plan_.grid.lines) canvas_.stroke(line, stroke);
        canvas_.end_clip();
    }

    void draw_ticks() {
        for (const GridTick& tick : plan_.grid.ticks) draw_tick(tick);
    }

private:
    void draw_tick(const GridTick& tick) {
        const double inner = kNeatLine, outer = inner + kTick * scale_;
        const std::array<PagePoint, 4> directions{{{0, -1}, {1, 0}, {0, 1}, {-1, 0}}};
        const PagePoint out = directions[static_cast<std::size_t>(tick.edge)];
        const auto away = [&](double distance) {
            return PagePoint{tick.at.x + out.x * distance, tick.at.y + out.y * distance};
        };
        PageStroke stroke;
        stroke.color = colors_.ink;
        stroke.width = kTickLine;
        canvas_.stroke(PagePath::line(away(inner), away(outer)), stroke);

        const TextBlock text = set_text(*plan_.map.fonts, tick.label, {kGridLabelSize * scale_}, 0);
        if (!has_room(tick, text.box.width)) return;
        text::Label label = text.label(colors_.quiet_ink);
        if (out.x != 0) label.rotate_deg = -90;
        canvas_.label(label, away(outer + kTickGap * scale_ + kGridLabelSize * scale_ * 0.42), 1, 1);
    }

    /// Labels that would reach beyond a corner of the frame would meet those of the next edge.
    [[nodiscard]] bool has_room(const GridTick& tick, double width) const {
        const PageRect& map = plan_.layout.map;
        const bool is_across = tick.edge == FrameEdge::Top || tick.edge == FrameEdge::Bottom;
        const double from_begin = is_across ? tick.at.x - map.left : tick.at.y - map.top;
        const double from_end = is_across ? map.right() - tick.at.x : map.bottom() - tick.at.y;
        return std::min(from_begin, from_end) >= width / 2;
    }

    const PagePlan& plan_;
    const PageColors& colors_;
    Canvas& canvas_;
    double scale_;
};

void draw_neat_line(const PageRect& map, const PageColors& colors, Canvas& canvas) {
    PageStroke stroke;
    stroke.color = colors.ink;
    stroke.width = kNeatLine;
    canvas.stroke(PagePath::rect(map.grown(kNeatLine / 2)), stroke);
}

void draw_text(const TextBlock& block, const style::Color& color, Canvas& canvas) {
    canvas.label(block.label(color), block.box.center(), 1, 1);
}

void draw_legend(const PageLayout& layout, const PageColors& colors, Canvas& canvas,
                 const symbol::IconStore& icons) {
    for (const LegendRow& row : layout.legend.rows) {
        const auto& place = layout.legend_place;
        PageRect swatch = row.swatch;
        swatch.left += place.left;
        swatch.top += place.top;
        for (const scene::LegendLook& look : row.looks)
            draw_swatch(look, swatch, layout.legend.type_scale, icons, canvas);
        draw_text(moved(row.text, place.left, place.top), colors.ink, canvas);
    }
}

}  // namespace

void draw_paper(const PagePlan& plan, Canvas& canvas) {
    PagePath paper = PagePath::rect({0, 0, plan.layout.page.width, plan.layout.page.height});
    // The map runs the other way round and so is a hole.
    const PageRect& map = plan.layout.map;
    for (const PagePoint corner : {PagePoint{map.left, map.top}, PagePoint{map.left, map.bottom()},
                                   PagePoint{map.right(), map.bottom()}, PagePoint{map.right(), map.top}})
        paper.points.push_back(corner);
    paper.end_part();
    canvas.fill(paper, PageColors::of(plan.request.is_dark).paper);
}

void draw_furniture(const PagePlan& plan, Canvas& canvas) {
    const PageColors colors = PageColors::of(plan.request.is_dark);
    const PageLayout& layout = plan.layout;
    GridDrawing grid{plan, colors, canvas};
    grid.draw_lines();
    grid.draw_ticks();
    if (plan.request.furniture.neat_line) draw_neat_line(layout.map, colors, canvas);
    if (layout.title) draw_text(*layout.title, colors.ink, canvas);
    if (layout.subtitle) draw_text(*layout.subtitle, colors.quiet_ink, canvas);
    draw_legend(layout, colors, canvas, *plan.map.icons);
    if (!layout.scale_bar.is_empty()) draw_scale_bar(plan, colors, canvas);
    if (!layout.north_arrow.is_empty()) draw_north_arrow(plan, colors, canvas);
    if (layout.foot) draw_text(*layout.foot, colors.quiet_ink, canvas);
    if (layout.page_number) draw_text(*layout.page_number, colors.quiet_ink, canvas);
}

}  // namespace jinsha::print
