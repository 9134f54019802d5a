#include "symbol/badge_drawing.hpp"

#include "symbol/badge_parts.hpp"
#include "symbol/cairo_handles.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace jinsha::symbol {

namespace {

// Radii and lengths in CSS pixels, from the middle of the badge outwards.
constexpr double kIconSide = 15;
constexpr double kDotRadius = 3;
constexpr double kDiscRadius = 11.4;
constexpr double kEdgeRadius = 13;
constexpr double kRingRadius = 13.6;  // of its middle line
constexpr double kRingWidth = 1.5;
constexpr double kRimRadius = 15;      // white again, so that the ring is seen on any ground
constexpr double kInferredTint = 0.2;  // of the theme's colour in the white edge
constexpr int kDashCount = 12;

/// White, for an estimated position with a little of the badge's colour in it.
Rgb edge_color(const Badge& badge) {
    const double tint = badge.is_inferred ? kInferredTint : 0;
    const auto mixed = [tint](std::uint8_t white, std::uint8_t color) {
        return static_cast<std::uint8_t>(std::lround(white + (color - white) * tint));
    };
    return {mixed(kWhite.r, badge.color.r), mixed(kWhite.g, badge.color.g), mixed(kWhite.b, badge.color.b)};
}

/// The arcs of the phase, clockwise from the top.
void draw_ring(cairo_t* context, const Badge& badge) {
    set_color(context, badge.color);
    cairo_set_line_width(context, kRingWidth);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT);
    cairo_new_path(context);
    const int arcs = badge.phase == Phase::Planned ? kDashCount : 1;
    const double drawn = badge.phase == Phase::Planned ? 0.5 : badge.phase == Phase::Ongoing ? 0.75 : 1;
    for (int i = 0; i < arcs; ++i) {
        const double from = kTop + kFullTurn * i / arcs;
        cairo_new_sub_path(context);
        cairo_arc(context, 0, 0, kRingRadius, from, from + kFullTurn * drawn / arcs);
    }
    cairo_stroke(context);
}

Result<void> draw_icon(cairo_t* context, const Badge& badge) {
    if (!badge.icon) {
        set_color(context, kWhite);
        fill_circle(context, kDotRadius);
        return {};
    }
    const IconSize size = badge.icon->size();
    const double scale = kIconSide / std::max(size.width, size.height);
    cairo_scale(context, scale, scale);
    cairo_translate(context, -size.width / 2, -size.height / 2);
    return badge.icon->draw(context);
}

}  // namespace

Phase phase_of(std::string_view id) noexcept {
    if (id == "planned") return Phase::Planned;
    if (id == "ongoing") return Phase::Ongoing;
    return id == "completed" ? Phase::Completed : Phase::Unknown;
}

BadgeDrawing::BadgeDrawing(Badge badge) : badge_{std::move(badge)} {}

IconSize BadgeDrawing::size() const {
    return {2 * kRimRadius, 2 * kRimRadius};
}

double BadgeDrawing::margin() const {
    return kShadowReach;
}

Result<void> BadgeDrawing::draw(cairo_t* context) const {
    const SavedContext saved{context};
    cairo_translate(context, kRimRadius, kRimRadius);
    const bool has_ring = badge_.phase != Phase::Unknown;
    const double radius = has_ring ? kRimRadius : kEdgeRadius;
    draw_shadow(context, radius);
    set_color(context, edge_color(badge_));
    fill_circle(context, radius);
    if (has_ring) draw_ring(context, badge_);
    set_color(context, badge_.color);
    fill_circle(context, kDiscRadius);
    return draw_icon(context, badge_);
}

}  // namespace jinsha::symbol
