#pragma once

#include "symbol/rgb.hpp"

#include <cairo.h>

#include <numbers>

namespace jinsha::symbol {

// What badges and clusters have in common. Lengths in CSS pixels, the middle of the badge at (0, 0).

inline constexpr double kFullTurn = 2 * std::numbers::pi;
inline constexpr double kTop = -kFullTurn / 4;  // where arcs begin, clockwise

/// How far a shadow is drawn beyond its badge. Makes pictures of badges 35 px wide, which puts icons of 15 px
/// on whole pixels.
inline constexpr double kShadowReach = 2.5;

void set_color(cairo_t* context, Rgb color);
void fill_circle(cairo_t* context, double radius);
/// A disc that fades out around the badge, a little lower than it.
void draw_shadow(cairo_t* context, double badge_radius);

}  // namespace jinsha::symbol
