#include "print/map_vectors.hpp"

#include "print/map_raster.hpp"
#include "scene/display_list.hpp"
#include "scene/placement.hpp"
#include "scene/symbol_pictures.hpp"
#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

namespace jinsha::print {

namespace {

// Points that lie closer than half a pixel are one: at 384 dpi that is finer than print.
constexpr double kVectorRatio = 4;

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

    void draw_item(const scene::PictureItem&) {}  // display lists of vector pages hold none

    const scene::DisplayList& list_;
    PagePoint corner_;
    double ratio_;
    Canvas& canvas_;
};

/// The upper left corner of the frame on the page lies on a whole pixel of both.
struct FrameOnGrid {
    scene::GridRect grid;
    PagePoint corner;
};

FrameOnGrid frame_on_grid(const PagePlan& plan, const scene::MapSnapshot& snapshot) {
    const PageRect& rect = plan.frame.rect;
    const map::ScreenSize size{std::max(1, static_cast<int>(std::lround(rect.width))),
                               std::max(1, static_cast<int>(std::lround(rect.height)))};
    const map::View view{plan.frame.center, plan.frame.units_per_px, size};
    return {scene::grid_rect(view.snapped(snapshot.origin), snapshot.origin), {rect.left, rect.top}};
}

/// Cut into pieces no larger than a display list may be, each clipped to its own rectangle.
void draw_ground(const PagePlan& plan, const FrameOnGrid& frame, Canvas& canvas,
                 const std::atomic<bool>& cancelled) {
    constexpr int kMostPx = 2048;  // page pixels; a display list has kVectorRatio as many
    const auto snapshot = at_pixel_ratio(*plan.map.snapshot, kVectorRatio);
    const double units_per_pixel = plan.frame.units_per_px / kVectorRatio;
    constexpr auto fine = static_cast<int>(kVectorRatio);
    for (int y = 0; y < frame.grid.height && !cancelled; y += kMostPx) {
        for (int x = 0; x < frame.grid.width && !cancelled; x += kMostPx) {
            const int width = std::min(kMostPx, frame.grid.width - x);
            const int height = std::min(kMostPx, frame.grid.height - y);
            const scene::GridRect rect{(frame.grid.left + x) * fine, (frame.grid.top + y) * fine,
                                       width * fine, height * fine};
            const auto list = scene::build_display_list(*snapshot, units_per_pixel, rect, cancelled);
            const PagePoint corner{frame.corner.x + x, frame.corner.y + y};
            const PageRect piece{corner.x, corner.y, static_cast<double>(width), static_cast<double>(height)};
            canvas.begin_clip(piece);
            canvas.fill(PagePath::rect(piece), list.background);
            ListDrawing drawing{list, corner, kVectorRatio, canvas};
            for (const scene::DisplayItem& item : list.items) {
                if (cancelled) break;
                drawing.draw(item);
            }
            canvas.end_clip();
        }
    }
}

/// The middle of the icon as a window draws it: its picture lies on whole pixels.
scene::GridPoint drawn_center(const scene::PlacedIcon& icon, const symbol::IconStore& icons) {
    const auto picture = scene::icon_picture(icon, icons, 1);
    if (!picture) return icon.center;
    return {static_cast<double>(picture->left_px) + picture->picture->width_px() / 2.0,
            static_cast<double>(picture->top_px) + picture->picture->height_px() / 2.0};
}

}  // namespace

std::vector<std::string> draw_map_vectors(const PagePlan& plan, Canvas& canvas,
                                          const std::atomic<bool>& cancelled) {
    const auto snapshot = at_pixel_ratio(*plan.map.snapshot, 1);
    const FrameOnGrid frame = frame_on_grid(plan, *snapshot);
    draw_ground(plan, frame, canvas, cancelled);

    scene::SymbolPlacer placer{snapshot, plan.frame.units_per_px, plan.map.fonts, plan.map.icons};
    const auto symbols = placer.place(frame.grid);
    const auto on_page = [&](scene::GridPoint p) {
        return PagePoint{frame.corner.x + p.x - static_cast<double>(frame.grid.left),
                         frame.corner.y + p.y - static_cast<double>(frame.grid.top)};
    };
    canvas.begin_clip(plan.frame.rect);
    for (const scene::PlacedSymbol& symbol : symbols) {
        if (cancelled) break;
        for (const scene::PlacedIcon& icon : symbol.icons) {
            canvas.icon(icon.image, {on_page(drawn_center(icon, *plan.map.icons)), icon.size, icon.rotate_deg,
                                     icon.opacity});
        }
        for (const scene::PlacedText& text : symbol.texts)
            canvas.label(*text.label, on_page(text.origin), 1, text.opacity);
    }
    canvas.end_clip();
    return placer.faults();
}

geo::MapPoint page_corner(const PagePlan& plan) noexcept {
    const FrameOnGrid frame = frame_on_grid(plan, *plan.map.snapshot);
    const scene::PixelGrid grid = plan.map.snapshot->grid(plan.frame.units_per_px);
    return grid.to_map(scene::GridPoint{static_cast<double>(frame.grid.left) - frame.corner.x,
                                        static_cast<double>(frame.grid.top) - frame.corner.y});
}

}  // namespace jinsha::print
