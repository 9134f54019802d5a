#pragma once

#include "print/page_geometry.hpp"
#include "style/color.hpp"
#include "style/style_layer.hpp"
#include "text/label.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace jinsha::print {

/// Polygons or lines: part i is points [part_ends[i - 1], part_ends[i]).
struct PagePath {
    std::vector<PagePoint> points;
    std::vector<std::size_t> part_ends;
    bool is_closed{};  // each part ends where it begins

    void end_part() { part_ends.push_back(points.size()); }
    [[nodiscard]] static PagePath rect(const PageRect& rect);
    [[nodiscard]] static PagePath line(PagePoint from, PagePoint to);
    [[nodiscard]] static PagePath polygon(std::span<const PagePoint> corners);
};

/// Lengths in page pixels.
struct PageStroke {
    style::Color color;
    double width{1};
    style::LineCap cap{style::LineCap::Butt};
    style::LineJoin join{style::LineJoin::Miter};
    double miter_limit{4};
    std::vector<double> dashes;  // on, off, …; empty: solid
    double dash_offset{};
};

/// An icon's place: its middle, the factor of its own size, its turn.
struct IconPose {
    PagePoint center;
    double scale{1}, rotate_deg{}, opacity{1};
};

/// What a page is drawn on: pixels, a PDF or an SVG. Everything comes in the order of drawing and in page
/// pixels. Not for two threads at once.
class Canvas {
public:
    virtual ~Canvas() = default;

    /// By the non-zero rule.
    virtual void fill(const PagePath& path, const style::Color& color) = 0;
    virtual void stroke(const PagePath& path, const PageStroke& stroke) = 0;
    virtual void disc(PagePoint center, double radius, const style::Color& color) = 0;
    /// The label with its own origin there, its lengths multiplied by `scale`.
    virtual void label(const text::Label& label, PagePoint origin, double scale, double opacity) = 0;
    /// An icon of the icon store. One that cannot be drawn is left out and told in faults().
    virtual void icon(const std::string& name, const IconPose& pose) = 0;
    /// Until end_clip() nothing is drawn outside of `rect`. Not nested.
    virtual void begin_clip(const PageRect& rect) = 0;
    virtual void end_clip() = 0;

    /// Why something could not be drawn, each reason once.
    [[nodiscard]] const std::vector<std::string>& faults() const noexcept { return faults_; }

protected:
    void add_fault(const std::string& reason);

private:
    std::vector<std::string> faults_;
};

}  // namespace jinsha::print
