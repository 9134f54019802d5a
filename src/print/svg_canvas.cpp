#include "print/svg_canvas.hpp"

#include "print/glyph_clusters.hpp"
#include "print/svg_icon.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace jinsha::print {

namespace {

/// A thousandth of a page pixel is a quarter of a micrometre.
std::string number(double value) {
    std::string text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(const style::Color& color) {
    const auto byte = [](double share) { return static_cast<int>(std::lround(share * 255)); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(color.r), byte(color.g), byte(color.b));
}

/// ` fill="#…" fill-opacity="…"`; `what` is fill or stroke.
std::string paint(std::string_view what, const style::Color& color) {
    std::string text = fmt::format(" {}=\"{}\"", what, hex(color));
    if (color.a < 1) text += fmt::format(" {}-opacity=\"{}\"", what, number(color.a));
    return text;
}

std::string path_data(const PagePath& path) {
    std::string data;
    std::size_t first = 0;
    for (const std::size_t end : path.part_ends) {
        for (std::size_t i = first; i < end; ++i) {
            data += i == first ? 'M' : i == first + 1 ? 'L' : ' ';
            data += number(path.points[i].x) + ' ' + number(path.points[i].y);
        }
        if (path.is_closed) data += 'Z';
        first = end;
    }
    return data;
}

/// Clusters that follow each other on a line as a writer of SVG would set them.
struct TextRun {
    double x{}, y{}, next_x{};
    std::string text;
};

/// Where the glyphs stand as their advances say, one run; a new one where they do not.
std::vector<TextRun> text_runs(const text::ShapedText& shaped) {
    constexpr double kSlack = 0.26;  // pixels: glyphs of the map stand at quarters of one
    const double spacing = shaped.format.letter_spacing_px;
    std::vector<TextRun> runs;
    for (const GlyphCluster& cluster : glyph_clusters(shaped)) {
        const text::PlacedGlyph& first = cluster.glyphs.front();
        const bool follows = !runs.empty() && std::abs(runs.back().next_x - first.x) < kSlack &&
                             std::abs(runs.back().y - first.y) < kSlack;
        if (!follows) runs.push_back({first.x, first.y, first.x, {}});
        for (const text::PlacedGlyph& glyph : cluster.glyphs) runs.back().next_x += glyph.advance;
        runs.back().next_x += spacing;
        runs.back().text += cluster.text;
    }
    return runs;
}

}  // namespace

std::string escaped_xml(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                // Control characters cannot stand in XML at all.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') escaped += c;
        }
    }
    return escaped;
}

void SvgCanvas::fill(const PagePath& path, const style::Color& color) {
    body_ += fmt::format("<path d=\"{}\"{}/>\n", path_data(path), paint("fill", color));
}

void SvgCanvas::stroke(const PagePath& path, const PageStroke& stroke) {
    body_ += fmt::format("<path d=\"{}\" fill=\"none\"{} stroke-width=\"{}\"", path_data(path),
                         paint("stroke", stroke.color), number(stroke.width));
    if (stroke.cap != style::LineCap::Butt)
        body_ +=
            fmt::format(" stroke-linecap=\"{}\"", stroke.cap == style::LineCap::Round ? "round" : "square");
    if (stroke.join == style::LineJoin::Miter) {
        body_ += fmt::format(" stroke-miterlimit=\"{}\"", number(stroke.miter_limit));
    } else {
        body_ +=
            fmt::format(" stroke-linejoin=\"{}\"", stroke.join == style::LineJoin::Round ? "round" : "bevel");
    }
    if (!stroke.dashes.empty()) {
        body_ += " stroke-dasharray=\"";
        for (const double dash : stroke.dashes) body_ += number(dash) + ' ';
        body_ += fmt::format("\" stroke-dashoffset=\"{}\"", number(stroke.dash_offset));
    }
    body_ += "/>\n";
}

void SvgCanvas::disc(PagePoint center, double radius, const style::Color& color) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", number(center.x), number(center.y),
                         number(radius), paint("fill", color));
}

void SvgCanvas::label(const text::Label& label, PagePoint origin, double scale, double opacity) {
    const text::ShapedText& shaped = label.shaped;
    const auto runs = text_runs(shaped);
    if (runs.empty()) return;
    const text::LabelColors& colors = label.colors;
    std::string transform = fmt::format("translate({} {})", number(origin.x), number(origin.y));
    if (label.rotate_deg != 0) transform += fmt::format(" rotate({})", number(label.rotate_deg));
    if (scale != 1) transform += fmt::format(" scale({})", number(scale));
    body_ += fmt::format("<text xml:space=\"preserve\" transform=\"{}\" font-size=\"{}\"", transform,
                         number(shaped.format.size_px));
    if (shaped.format.weight == text::FontWeight::Bold) body_ += " font-weight=\"700\"";
    if (shaped.format.letter_spacing_px != 0)
        body_ += fmt::format(" letter-spacing=\"{}\"", number(shaped.format.letter_spacing_px));
    body_ += paint("fill", {colors.r, colors.g, colors.b, colors.a * opacity});
    if (colors.halo_a > 0 && colors.halo_width_px > 0) {
        body_ += paint("stroke", {colors.halo_r, colors.halo_g, colors.halo_b, colors.halo_a * opacity});
        body_ += fmt::format(" stroke-width=\"{}\" stroke-linejoin=\"round\" paint-order=\"stroke\"",
                             number(2 * colors.halo_width_px));
    }
    body_ += '>';
    for (const TextRun& run : runs) {
        body_ += fmt::format("<tspan x=\"{}\" y=\"{}\">{}</tspan>", number(run.x), number(run.y),
                             escaped_xml(run.text));
    }
    body_ += "</text>\n";
}

std::string SvgCanvas::icon_id(const std::string& name) {
    const auto [entry, is_new] = icon_ids_.try_emplace(name);
    if (!is_new) return entry->second;
    const auto drawing = icons_.drawing(name);
    if (!drawing) {
        add_fault(drawing.error().message());
        return {};
    }
    const std::string id = fmt::format("icon{}", icon_ids_.size());
    const auto elements = svg_elements(**drawing, id + "-");
    if (!elements) {
        add_fault(elements.error().in(fmt::format("icon '{}'", name)).message());
        return {};
    }
    body_ += fmt::format("<defs><g id=\"{}\">{}</g></defs>\n", id, *elements);
    return entry->second = id;
}

void SvgCanvas::icon(const std::string& name, const IconPose& pose) {
    const std::string id = icon_id(name);
    const auto size = icons_.size(name);
    if (id.empty() || !size) return;
    body_ += fmt::format("<use xlink:href=\"#{}\" transform=\"translate({} {})", id, number(pose.center.x),
                         number(pose.center.y));
    if (pose.rotate_deg != 0) body_ += fmt::format(" rotate({})", number(pose.rotate_deg));
    body_ += fmt::format(" scale({}) translate({} {})\"", number(pose.scale), number(-size->width / 2),
                         number(-size->height / 2));
    if (pose.opacity < 1) body_ += fmt::format(" opacity=\"{}\"", number(pose.opacity));
    body_ += "/>\n";
}

void SvgCanvas::begin_clip(const PageRect& rect) {
    const int id = ++clip_count_;
    body_ += fmt::format(
        "<clipPath id=\"clip{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n"
        "<g clip-path=\"url(#clip{})\">\n",
        id, number(rect.left), number(rect.top), number(rect.width), number(rect.height), id);
}

void SvgCanvas::end_clip() {
    body_ += "</g>\n";
}

}  // namespace jinsha::print
