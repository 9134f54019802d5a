#pragma once

#include "print/cairo_fonts.hpp"
#include "print/canvas.hpp"
#include "symbol/icon_store.hpp"

#include <cairo.h>

#include <memory>

namespace jinsha::print {

/// Draws through cairo: onto pixels, or into a PDF as vectors and text.
class CairoCanvas final : public Canvas {
public:
    /// Borrows the context and `fonts`; the context's user space is page pixels.
    CairoCanvas(cairo_t* context, CairoFonts& fonts, const symbol::IconStore& icons)
        : context_{context}, fonts_{fonts}, icons_{icons} {}

    void fill(const PagePath& path, const style::Color& color) override;
    void stroke(const PagePath& path, const PageStroke& stroke) override;
    void disc(PagePoint center, double radius, const style::Color& color) override;
    void label(const text::Label& label, PagePoint origin, double scale, double opacity) override;
    void icon(const std::string& name, const IconPose& pose) override;
    void begin_clip(const PageRect& rect) override;
    void end_clip() override;

private:
    void trace(const PagePath& path);
    void set_color(const style::Color& color);

    cairo_t* context_;
    CairoFonts& fonts_;
    const symbol::IconStore& icons_;
};

}  // namespace jinsha::print
