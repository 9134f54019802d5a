#include "symbol/render.hpp"

#include "symbol/cairo_handles.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::symbol {

namespace {

constexpr double kLargestSide_px = 4096;

}  // namespace

Result<image::Image> render(const Drawing& drawing, double scale) {
    const IconSize size = drawing.size();
    const double width = (size.width + 2 * drawing.margin()) * scale;
    const double height = (size.height + 2 * drawing.margin()) * scale;
    if (!(scale > 0) || !(std::max(width, height) <= kLargestSide_px))
        return fail("cannot be drawn {} × {} px large, at most {} px are possible", width, height,
                    kLargestSide_px);
    image::Image picture{static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height))};
    const CairoSurface surface{
        cairo_image_surface_create_for_data(picture.bytes().data(), CAIRO_FORMAT_ARGB32, picture.width_px(),
                                            picture.height_px(), picture.stride_bytes())};
    const CairoContext context{cairo_create(surface.get())};
    cairo_translate(context.get(), (picture.width_px() - size.width * scale) / 2,
                    (picture.height_px() - size.height * scale) / 2);
    cairo_scale(context.get(), scale, scale);
    if (const auto drawn = drawing.draw(context.get()); !drawn) return tl::make_unexpected(drawn.error());
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
        return fail("cannot be drawn: {}", cairo_status_to_string(cairo_status(context.get())));
    cairo_surface_flush(surface.get());
    return picture;
}

}  // namespace jinsha::symbol
