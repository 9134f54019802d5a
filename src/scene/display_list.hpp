#pragma once

#include "image/image.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "style/color.hpp"
#include "style/style_layer.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

namespace jinsha::scene {

class LowerSymbols;

/// 1/256 physical pixel from the upper left corner of the rectangle painted, x right, y down: what AGG counts
/// in. Rounded on the grid before the corner is taken off, so neighbours agree to the last bit.
struct SubPixelPoint {
    std::int32_t x{}, y{};
    bool operator==(const SubPixelPoint&) const = default;
};

/// Steps of SubPixelPoint in one physical pixel.
inline constexpr int kSubPixels = 256;

/// Pixels of a step of (dx, dy) in 1/256 px. Whoever counts along a line uses this one function, so that
/// counts agree to the last bit.
[[nodiscard]] double length_px(double dx, double dy) noexcept;
[[nodiscard]] inline double distance_px(SubPixelPoint a, SubPixelPoint b) noexcept {
    return length_px(b.x - a.x, b.y - a.y);
}

/// Parts [first, last) of DisplayList::part_ends.
struct PartRange {
    std::uint32_t first{}, last{};
    bool operator==(const PartRange&) const = default;
};

// What items are painted with, shared by many of them. Lengths are physical pixels, opacities are multiplied
// into the colours.

struct FillPaint {
    style::Color color;
    bool antialias{true};
    /// Consecutive fills of one group (a style layer) are taken as neighbours: where two of them share a
    /// pixel, their parts of it add up, and the ground does not shine through between them.
    std::uint32_t group{};
    bool operator==(const FillPaint&) const = default;
};

struct StrokePaint {
    style::Color color;
    double width{1};
    double blur{};  // the outer edge fades over that many pixels inwards
    style::LineCap cap{style::LineCap::Butt};
    style::LineJoin join{style::LineJoin::Miter};
    double miter_limit{2};
    std::vector<double> dashes;  // on, off, …, an even number; empty: solid
    bool operator==(const StrokePaint&) const = default;
};

struct CirclePaint {
    style::Color color;
    double radius{}, blur{};  // blur: the share of the radius, stroke included, over which the edge fades
    double stroke_width{};    // outside the radius
    style::Color stroke_color;
    bool operator==(const CirclePaint&) const = default;
};

// Items. `paint` is a place in the list of paints of that kind.

/// Rings filled by the non-zero rule.
struct FillItem {
    PartRange rings;
    std::uint32_t paint{};
};

/// Lines of one feature: covered once where they cross. A line that ends where it begins is a ring when
/// `closed`.
struct StrokeItem {
    PartRange lines;
    std::uint32_t paint{};
    std::uint32_t first_dash_offset{};  // in DisplayList::dash_offsets, one a line; dashed strokes only
    bool closed{};
};

struct CircleItem {
    SubPixelPoint center;
    std::uint32_t paint{};
};

/// A ready picture (an icon or label below the topmost symbols), its upper left corner at whole pixels.
struct PictureItem {
    std::uint32_t picture{};
    std::int32_t x_px{}, y_px{};
    float opacity{1};
};

using DisplayItem = std::variant<FillItem, StrokeItem, CircleItem, PictureItem>;

/// What to paint into one rectangle of the grid: clipped, simplified, with evaluated paint, in painting
/// order.
struct DisplayList {
    int width_px{}, height_px{};
    style::Color background{0, 0, 0, 0};
    std::vector<SubPixelPoint> points;
    std::vector<std::uint32_t> part_ends;
    std::vector<double> dash_offsets;  // pixels along the whole line at which a part of it begins
    std::vector<FillPaint> fill_paints;
    std::vector<StrokePaint> stroke_paints;
    std::vector<CirclePaint> circle_paints;
    std::vector<std::shared_ptr<const image::Image>> pictures;
    std::vector<DisplayItem> items;

    [[nodiscard]] std::span<const SubPixelPoint> part(std::uint32_t i) const noexcept {
        const std::uint32_t begin = i == 0 ? 0 : part_ends[i - 1];
        return std::span{points}.subspan(begin, part_ends[i] - begin);
    }

    // For lists written by hand: an item with a paint of its own.

    void add_fill(PartRange rings, const FillPaint& paint);
    /// `offsets`: one a line, for dashed strokes.
    void add_stroke(PartRange lines, StrokePaint paint, std::span<const double> offsets = {},
                    bool closed = false);
    void add_circle(SubPixelPoint center, const CirclePaint& paint);
};

/// Layers [0, first_symbol_layer) of the snapshot for `rect` at that scale. Sides of `rect` are at most 8,192
/// pixels. Where the map has no background, the ground is white. Symbol layers among them are left out
/// without `symbols`; with them the snapshot must be held by a shared_ptr. Stops early, with what it has,
/// when `cancelled` becomes true. Any thread.
[[nodiscard]] DisplayList build_display_list(const MapSnapshot& snapshot, double units_per_pixel,
                                             const GridRect& rect, const std::atomic<bool>& cancelled,
                                             const LowerSymbols* symbols = nullptr);

}  // namespace jinsha::scene
