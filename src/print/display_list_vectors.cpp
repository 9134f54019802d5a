#include "print/display_list_vectors.hpp"

#include <cassert>
#include <cmath>
#include <variant>

namespace jinsha::print {

namespace {

/// One display list, `ratio` pixels of it to a page pixel, its corner at `corner` of the page.
class ListDrawing {
public:
    ListDrawing(const scene::DisplayList& list, PagePoint corner, double ratio, Canvas& canvas)
        : list_{list}, corner_{corner}, ratio_{ratio}, canvas_{canvas} {}

    void draw(const scene::DisplayItem& item) {
        std::visit([this](const auto& one) { draw_item(one); }, item);
    }

private:
    [[nodiscard]] PagePoint on_page(scene::SubPixelPoint p) const noexcept {
        const double step = 1 / (scene::kSubPixels * ratio_);
        return {corner_.x + p.x * step, corner_.y + p.y * step};
    }

    void append(PagePath& path, std::uint32_t part) const {
        for (const scene::SubPixelPoint& p : list_.part(part)) path.points.push_back(on_page(p));
        path.end_part();
    }

    void draw_item(const scene::FillItem& fill) {
        PagePath path;
        path.is_closed = true;
        for (std::uint32_t i = fill.rings.first; i < fill.rings.last; ++i) append(path, i);
        canvas_.fill(path, list_.fill_paints[fill.paint].color);
    }

    [[nodiscard]] PageStroke stroke_of(const scene::StrokePaint& paint) const {
        PageStroke stroke{paint.color, paint.width / ratio_, paint.cap, paint.join, paint.miter_limit, {}, 0};
        for (const double dash : paint.dashes) stroke.dashes.push_back(dash / ratio_);
        return stroke;
    }

    void draw_item(const scene::StrokeItem& item) {
        const scene::StrokePaint& paint = list_.stroke_paints[item.paint];
        if (!(paint.width > 0)) return;
        if (!paint.dashes.empty()) return draw_dashed(item, stroke_of(paint));
        PagePath path;
        path.is_closed = item.closed;
        for (std::uint32_t i = item.lines.first; i < item.lines.last; ++i) {
            const auto line = list_.part(i);
            if (item.closed && !(line.front() == line.back())) path.is_closed = false;
            append(path, i);
        }
        if (paint.blur > 0) {
            draw_soft(path, stroke_of(paint), paint.blur / ratio_);
        } else {
            canvas_.stroke(path, stroke_of(paint));
        }
    }

    void draw_dashed(const scene::StrokeItem& item, PageStroke stroke) {
        for (std::uint32_t i = item.lines.first; i < item.lines.last; ++i) {
            PagePath path;
            append(path, i);
            stroke.dash_offset = list_.dash_offsets[item.first_dash_offset + i - item.lines.first] / ratio_;
            canvas_.stroke(path, stroke);
        }
    }

    /// An edge that fades is several strokes, each narrower than the last, whose opacities add up to the
    /// colour's: where k of n lie over each other, k/n of it is seen.
    void draw_soft(const PagePath& path, PageStroke stroke, double blur) {
        const int count = static_cast<int>(std::ceil(blur + 1)) * 2;
        const double width = stroke.width, alpha = stroke.color.a;
        double seen = 0;
        for (int k = 1; k <= count; ++k) {
            stroke.width = width - 2 * (k - 1) * blur / (count - 1);
            if (stroke.width <= 0) break;
            const double wanted = alpha * k / count;
            stroke.color.a = (wanted - seen) / (1 - seen);
            seen = wanted;
            canvas_.stroke(path, stroke);
        }
    }

    void draw_item(const scene::CircleItem& item) {
        const scene::CirclePaint& paint = list_.circle_paints[item.paint];
        const PagePoint center = on_page(item.center);
        if (paint.stroke_width > 0 && paint.stroke_color.a > 0)
            canvas_.disc(center, (paint.radius + paint.stroke_width) / ratio_, paint.stroke_color);
        canvas_.disc(center, paint.radius / ratio_, paint.color);
    }

    void draw_item(const scene::PictureItem&) {
        assert(!"pictures are for lists that are painted, see draw_display_list");
    }

    const scene::DisplayList& list_;
    PagePoint corner_;
    double ratio_;
    Canvas& canvas_;
};

}  // namespace

void draw_display_list(const scene::DisplayList& list, PagePoint corner, double ratio, Canvas& canvas,
                       const std::atomic<bool>& cancelled) {
    ListDrawing drawing{list, corner, ratio, canvas};
    for (const scene::DisplayItem& item : list.items) {
        if (cancelled) return;
        drawing.draw(item);
    }
}

}  // namespace jinsha::print
