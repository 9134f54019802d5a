#include "print/legend_swatch.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::print {

namespace {

constexpr double kIconRoom = 1.3;  // of the height of the place: badges may come near their neighbours

style::Color faded(style::Color color, double opacity) {
    color.a *= opacity;
    return color;
}

struct SwatchDrawing {
    const PageRect& place;
    double scale;
    const symbol::IconStore& icons;
    Canvas& canvas;

    void operator()(const style::FillPaint& paint) const {
        if (paint.color.a > 0) canvas.fill(PagePath::rect(place), faded(paint.color, paint.opacity));
        if (!paint.outline_color) return;
        PageStroke outline;
        outline.color = faded(*paint.outline_color, paint.opacity);
        outline.width = scale;
        canvas.stroke(PagePath::rect(place.grown(-scale / 2)), outline);
    }

    void operator()(const style::LinePaint& paint) const {
        PageStroke stroke;
        stroke.color = faded(paint.color, paint.opacity);
        stroke.width = std::min(paint.width * scale, place.height);
        stroke.join = paint.join;
        for (const double dash : paint.dasharray) stroke.dashes.push_back(dash * stroke.width);
        const double y = place.center().y;
        canvas.stroke(PagePath::line({place.left, y}, {place.right(), y}), stroke);
    }

    void operator()(const style::CirclePaint& paint) const {
        const double full = paint.radius + paint.stroke_width;
        const double factor = std::min(scale, place.height / 2 / std::max(full, 0.1));
        if (paint.stroke_width > 0)
            canvas.disc(place.center(), full * factor, faded(paint.stroke_color, paint.stroke_opacity));
        canvas.disc(place.center(), paint.radius * factor, faded(paint.color, paint.opacity));
    }

    void operator()(const scene::LegendIcon& icon) const {
        const auto size = icons.size(icon.image);
        const double side = size ? std::max(size->width, size->height) : 1;
        canvas.icon(icon.image, {place.center(), std::min(scale, kIconRoom * place.height / side), 0, 1});
    }
};

}  // namespace

void draw_swatch(const scene::LegendLook& look, const PageRect& place, double scale,
                 const symbol::IconStore& icons, Canvas& canvas) {
    std::visit(SwatchDrawing{place, scale, icons, canvas}, look);
}

}  // namespace jinsha::print
