#include "paint/circle.hpp"

#include "paint/pixel_math.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::paint {

namespace {

/// From 1 inside the edge to 0 outside of it, over the `width_px` that end half a pixel beyond the edge.
double fade(double distance_px, double edge_px, double width_px) {
    const double t = std::clamp((edge_px + 0.5 - distance_px) / width_px, 0.0, 1.0);
    return width_px > 1 ? t * t * (3 - 2 * t) : t;
}

/// The pixel that holds a place along one axis, in 1/256 px, moved by whole pixels.
int pixel_at(std::int32_t place, double moved_px) {
    return static_cast<int>(std::floor(place / double{scene::kSubPixels} + moved_px));
}

}  // namespace

void paint_circle(scene::SubPixelPoint center, const scene::CirclePaint& paint, image::Image& target) {
    const double outer_px = paint.radius + paint.stroke_width;
    if (!(outer_px > 0)) return;
    const double fade_px = std::max(1.0, paint.blur * outer_px);
    const Pixel fill = premultiplied(paint.color);
    const Pixel stroke = premultiplied(paint.stroke_color);
    const double reach_px = outer_px + 1;
    const int left = std::max(0, pixel_at(center.x, -reach_px));
    const int right = std::min(target.width_px(), pixel_at(center.x, reach_px) + 1);
    const int top = std::max(0, pixel_at(center.y, -reach_px));
    const int bottom = std::min(target.height_px(), pixel_at(center.y, reach_px) + 1);
    for (int y = top; y < bottom; ++y) {
        const double dy =
            (y * scene::kSubPixels + scene::kSubPixels / 2 - center.y) / double{scene::kSubPixels};
        for (int x = left; x < right; ++x) {
            const double dx =
                (x * scene::kSubPixels + scene::kSubPixels / 2 - center.x) / double{scene::kSubPixels};
            const double distance_px = std::sqrt(dx * dx + dy * dy);
            const double inside = fade(distance_px, outer_px, fade_px);
            if (inside <= 0) continue;
            Pixel color = fill;
            if (paint.stroke_width > 0) {
                const unsigned filled = to_byte(fade(distance_px, paint.radius, fade_px));
                color = sum(scaled(fill, filled), scaled(stroke, 255 - filled));
            }
            std::uint8_t* bytes = target.pixel(x, y).data();
            store_pixel(bytes, over(load_pixel(bytes), scaled(color, to_byte(inside))));
        }
    }
}

}  // namespace jinsha::paint
