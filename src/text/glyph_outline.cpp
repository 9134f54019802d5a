#include "text/glyph_outline.hpp"

#include <hb.h>

#include <algorithm>
#include <cmath>

namespace jinsha::text {

namespace {

constexpr double kFlatness_px = 0.02;

OutlinePoint operator+(OutlinePoint a, OutlinePoint b) {
    return {a.x + b.x, a.y + b.y};
}
OutlinePoint operator*(double factor, OutlinePoint p) {
    return {factor * p.x, factor * p.y};
}

/// Half of the second derivative at the middle of three control points: how far they are from a line.
double bend(OutlinePoint a, OutlinePoint b, OutlinePoint c) {
    return std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y);
}

/// How many edges keep a curve within the flatness (Wang 1984; `factor` is degree * (degree - 1) / 8).
int edge_count(double largest_bend, double factor) {
    return std::clamp(static_cast<int>(std::ceil(std::sqrt(factor * largest_bend / kFlatness_px))), 1, 64);
}

/// Takes what HarfBuzz draws, in font units with y up, into an outline in pixels.
class OutlinePen {
public:
    OutlinePen(const GlyphPose& pose, double units_per_em)
        : pose_{pose}, px_per_unit_{pose.size_px / units_per_em} {}

    void begin(double x, double y) {
        end();
        add(place(x, y));
    }
    void line(double x, double y) { add(place(x, y)); }
    void quadratic(double cx, double cy, double x, double y) {
        const OutlinePoint a = last_, b = place(cx, cy), c = place(x, y);
        const int edges = edge_count(bend(a, b, c), 0.25);
        for (int i = 1; i <= edges; ++i) {
            const double t = static_cast<double>(i) / edges, u = 1 - t;
            add(u * u * a + 2 * u * t * b + t * t * c);
        }
    }
    void cubic(double cx1, double cy1, double cx2, double cy2, double x, double y) {
        const OutlinePoint a = last_, b = place(cx1, cy1), c = place(cx2, cy2), d = place(x, y);
        const int edges = edge_count(std::max(bend(a, b, c), bend(b, c, d)), 0.75);
        for (int i = 1; i <= edges; ++i) {
            const double t = static_cast<double>(i) / edges, u = 1 - t;
            add(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
        }
    }
    void end() {
        const std::size_t begun = outline_.contour_ends.empty() ? 0 : outline_.contour_ends.back();
        if (outline_.points.size() > begun) outline_.contour_ends.push_back(outline_.points.size());
    }
    [[nodiscard]] GlyphOutline take() {
        end();
        return std::move(outline_);
    }

private:
    [[nodiscard]] OutlinePoint place(double x, double y) const {
        const double right = x * px_per_unit_, down = -y * px_per_unit_;
        return {pose_.origin_x + right * pose_.cosine - down * pose_.sine,
                pose_.origin_y + right * pose_.sine + down * pose_.cosine};
    }
    void add(OutlinePoint p) {
        outline_.points.push_back(p);
        last_ = p;
    }

    GlyphPose pose_;
    double px_per_unit_;
    GlyphOutline outline_;
    OutlinePoint last_;
};

OutlinePen& pen_of(void* data) {
    return *static_cast<OutlinePen*>(data);
}

hb_draw_funcs_t* pen_functions() {
    static const std::unique_ptr<hb_draw_funcs_t, ClosedBy<hb_draw_funcs_destroy>> kFunctions = [] {
        hb_draw_funcs_t* functions = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            functions,
            [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
                pen_of(pen).begin(x, y);
            },
            nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(
            functions,
            [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
                pen_of(pen).line(x, y);
            },
            nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(
            functions,
            [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
                pen_of(pen).quadratic(cx, cy, x, y);
            },
            nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(
            functions,
            [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float cx1, float cy1, float cx2, float cy2,
               float x, float y, void*) { pen_of(pen).cubic(cx1, cy1, cx2, cy2, x, y); },
            nullptr, nullptr);
        hb_draw_funcs_make_immutable(functions);
        return std::unique_ptr<hb_draw_funcs_t, ClosedBy<hb_draw_funcs_destroy>>{functions};
    }();
    return kFunctions.get();
}

}  // namespace

GlyphOutline glyph_outline(const Typeface& typeface, std::uint32_t glyph_id, const GlyphPose& pose) {
    OutlinePen pen{pose, typeface.units_per_em()};
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(typeface.shaper(), glyph_id, pen_functions(), &pen);
#else
    hb_font_get_glyph_shape(typeface.shaper(), glyph_id, pen_functions(), &pen);
#endif
    return pen.take();
}

}  // namespace jinsha::text
