#include "print/svg_icon.hpp"

#include "symbol/cairo_handles.hpp"

#include <cairo-svg.h>

#include <array>

namespace jinsha::print {

namespace {

/// Puts `prefix` behind every occurrence of `mark`.
void insert_behind(std::string& text, std::string_view mark, std::string_view prefix) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
        at += mark.size();
        text.insert(at, prefix);
    }
}

}  // namespace

Result<std::string> svg_elements(const symbol::Drawing& drawing, std::string_view prefix) {
    const symbol::IconSize size = drawing.size();
    const double margin = drawing.margin();
    std::string svg;
    const auto append = [](void* to, const unsigned char* bytes, unsigned length) {
        static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    };
    {
        // The surface begins at (0, 0), so what reaches beyond the icon's size is moved inside and back.
        const symbol::CairoSurface surface{cairo_svg_surface_create_for_stream(
            append, &svg, size.width + 2 * margin, size.height + 2 * margin)};
        const symbol::CairoContext context{cairo_create(surface.get())};
        cairo_translate(context.get(), margin, margin);
        if (const auto drawn = drawing.draw(context.get()); !drawn) return tl::make_unexpected(drawn.error());
        cairo_surface_finish(surface.get());
    }
    const std::size_t begin = svg.find('>', svg.find("<svg")) + 1;
    const std::size_t end = svg.rfind("</svg>");
    if (begin == 0 || end == std::string::npos || end < begin) return fail("cannot be written as SVG");
    std::string elements = svg.substr(begin, end - begin);
    for (const std::string_view mark : {" id=\"", "url(#", "href=\"#"}) insert_behind(elements, mark, prefix);
    return fmt::format("<g transform=\"translate({:g} {:g})\">{}</g>", -margin, -margin, elements);
}

}  // namespace jinsha::print
