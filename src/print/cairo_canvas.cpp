#include "print/cairo_canvas.hpp"

#include "print/glyph_clusters.hpp"
#include "symbol/cairo_handles.hpp"

#include <numbers>
#include <vector>

namespace jinsha::print {

namespace {

using symbol::SavedContext;

/// Clusters that are drawn with one font, as cairo wants them.
struct TextRun {
    std::uint8_t font{};
    std::string text;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
};

std::vector<TextRun> text_runs(const text::ShapedText& shaped) {
    std::vector<TextRun> runs;
    for (const GlyphCluster& cluster : glyph_clusters(shaped)) {
        const std::uint8_t font = cluster.glyphs.front().font;
        if (runs.empty() || runs.back().font != font) runs.push_back({font, {}, {}, {}});
        TextRun& run = runs.back();
        run.text += cluster.text;
        for (const text::PlacedGlyph& glyph : cluster.glyphs)
            run.glyphs.push_back({glyph.glyph_id, glyph.x, glyph.y});
        run.clusters.push_back(
            {static_cast<int>(cluster.text.size()), static_cast<int>(cluster.glyphs.size())});
    }
    return runs;
}

}  // namespace

void CairoCanvas::set_color(const style::Color& color) {
    cairo_set_source_rgba(context_, color.r, color.g, color.b, color.a);
}

void CairoCanvas::trace(const PagePath& path) {
    cairo_new_path(context_);
    std::size_t first = 0;
    for (const std::size_t end : path.part_ends) {
        for (std::size_t i = first; i < end; ++i) {
            const PagePoint& p = path.points[i];
            if (i == first) {
                cairo_move_to(context_, p.x, p.y);
            } else {
                cairo_line_to(context_, p.x, p.y);
            }
        }
        if (path.is_closed) cairo_close_path(context_);
        first = end;
    }
}

void CairoCanvas::fill(const PagePath& path, const style::Color& color) {
    trace(path);
    set_color(color);
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
    cairo_fill(context_);
}

void CairoCanvas::stroke(const PagePath& path, const PageStroke& stroke) {
    trace(path);
    set_color(stroke.color);
    cairo_set_line_width(context_, stroke.width);
    cairo_set_miter_limit(context_, stroke.miter_limit);
    cairo_set_line_cap(context_, stroke.cap == style::LineCap::Butt    ? CAIRO_LINE_CAP_BUTT
                                 : stroke.cap == style::LineCap::Round ? CAIRO_LINE_CAP_ROUND
                                                                       : CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_join(context_, stroke.join == style::LineJoin::Miter   ? CAIRO_LINE_JOIN_MITER
                                  : stroke.join == style::LineJoin::Round ? CAIRO_LINE_JOIN_ROUND
                                                                          : CAIRO_LINE_JOIN_BEVEL);
    cairo_set_dash(context_, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()),
                   stroke.dash_offset);
    cairo_stroke(context_);
}

void CairoCanvas::disc(PagePoint center, double radius, const style::Color& color) {
    cairo_new_path(context_);
    cairo_arc(context_, center.x, center.y, radius, 0, 2 * std::numbers::pi);
    set_color(color);
    cairo_fill(context_);
}

void CairoCanvas::label(const text::Label& label, PagePoint origin, double scale, double opacity) {
    const SavedContext saved{context_};
    cairo_translate(context_, origin.x, origin.y);
    cairo_rotate(context_, label.rotate_deg * std::numbers::pi / 180);
    cairo_scale(context_, scale, scale);
    cairo_set_font_size(context_, label.shaped.format.size_px);
    const text::LabelColors& colors = label.colors;
    const auto runs = text_runs(label.shaped);
    const auto set_face = [&](const TextRun& run) {
        const auto face = fonts_.face(label.shaped.format.weight, run.font);
        if (!face) {
            add_fault(face.error().message());
            return false;
        }
        cairo_set_font_face(context_, *face);
        return true;
    };
    if (colors.halo_a > 0 && colors.halo_width_px > 0) {
        // One stroke round all glyphs, so that the halo is one surface.
        cairo_new_path(context_);
        for (const TextRun& run : runs) {
            if (set_face(run))
                cairo_glyph_path(context_, run.glyphs.data(), static_cast<int>(run.glyphs.size()));
        }
        set_color({colors.halo_r, colors.halo_g, colors.halo_b, colors.halo_a * opacity});
        cairo_set_line_width(context_, 2 * colors.halo_width_px);
        cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_dash(context_, nullptr, 0, 0);
        cairo_stroke(context_);
    }
    set_color({colors.r, colors.g, colors.b, colors.a * opacity});
    for (const TextRun& run : runs) {
        if (!set_face(run)) continue;
        cairo_show_text_glyphs(context_, run.text.data(), static_cast<int>(run.text.size()),
                               run.glyphs.data(), static_cast<int>(run.glyphs.size()), run.clusters.data(),
                               static_cast<int>(run.clusters.size()), cairo_text_cluster_flags_t{});
    }
}

void CairoCanvas::icon(const std::string& name, const IconPose& pose) {
    const auto drawing = icons_.drawing(name);
    if (!drawing) return add_fault(drawing.error().message());
    const SavedContext saved{context_};
    const bool is_faded = pose.opacity < 1;
    if (is_faded) cairo_push_group(context_);
    {
        const SavedContext inner{context_};
        const symbol::IconSize size = (*drawing)->size();
        cairo_translate(context_, pose.center.x, pose.center.y);
        cairo_rotate(context_, pose.rotate_deg * std::numbers::pi / 180);
        cairo_scale(context_, pose.scale, pose.scale);
        cairo_translate(context_, -size.width / 2, -size.height / 2);
        if (const auto drawn = (*drawing)->draw(context_); !drawn)
            add_fault(drawn.error().in(fmt::format("icon '{}'", name)).message());
    }
    if (!is_faded) return;
    cairo_pop_group_to_source(context_);
    cairo_paint_with_alpha(context_, pose.opacity);
}

void CairoCanvas::begin_clip(const PageRect& rect) {
    cairo_save(context_);
    cairo_rectangle(context_, rect.left, rect.top, rect.width, rect.height);
    cairo_clip(context_);
}

void CairoCanvas::end_clip() {
    cairo_restore(context_);
}

}  // namespace jinsha::print
