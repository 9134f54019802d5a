#include "symbol/badge_parts.hpp"

#include "symbol/cairo_handles.hpp"

namespace jinsha::symbol {

namespace {

constexpr double kShadowDrop = 0.8;
constexpr double kShadowStrength = 0.30;

}  // namespace

void set_color(cairo_t* context, Rgb color) {
    cairo_set_source_rgb(context, color.r / 255.0, color.g / 255.0, color.b / 255.0);
}

void fill_circle(cairo_t* context, double radius) {
    cairo_new_path(context);
    cairo_arc(context, 0, 0, radius, 0, kFullTurn);
    cairo_fill(context);
}

void draw_shadow(cairo_t* context, double badge_radius) {
    const double radius = badge_radius + kShadowReach - kShadowDrop;
    const CairoPattern shade{cairo_pattern_create_radial(0, kShadowDrop, 0, 0, kShadowDrop, radius)};
    const double begins = (badge_radius - 1.5) / radius;
    cairo_pattern_add_color_stop_rgba(shade.get(), begins, 0, 0, 0, kShadowStrength);
    cairo_pattern_add_color_stop_rgba(shade.get(), (1 + begins) / 2, 0, 0, 0, kShadowStrength * 0.32);
    cairo_pattern_add_color_stop_rgba(shade.get(), 1, 0, 0, 0, 0);
    cairo_set_source(context, shade.get());
    cairo_new_path(context);
    cairo_arc(context, 0, kShadowDrop, radius, 0, kFullTurn);
    cairo_fill(context);
}

}  // namespace jinsha::symbol
