#pragma once

#include "image/image.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "style/color.hpp"
#include "style/style_layer.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace jinsha::scene {

/// 1/256 physical pixel from the upper left corner of the rectangle painted, x right, y down: what AGG counts
/// in. Rounded on the grid before the corner is taken off, so neighbours agree to the last bit.
struct SubPixelPoint {
    std::int32_t x{}, y{};
    bool operator==(const SubPixelPoint&) const = default;
};

/// Parts [first, last) of DisplayList::part_ends.
struct PartRange {
    std::uint32_t first{}, last{};
    bool operator==(const PartRange&) const = default;
};

/// Rings filled by the non-zero rule. Lengths of all paints here are physical pixels.
struct FillItem {
    PartRange rings;
    style::Color color;  // opacity multiplied in
    bool antialias{true};
};

struct StrokeItem {
    PartRange lines;
    bool closed{};  // the lines are rings
    style::Color color;
    double width{1}, blur{};
    style::LineCap cap{style::LineCap::Butt};
    style::LineJoin join{style::LineJoin::Miter};
    double miter_limit{2};
    std::vector<double> dashes;        // physical pixels: on, off, …; empty: solid
    std::vector<double> dash_offsets;  // one a line: how far along the whole line it begins
};

struct CircleItem {
    SubPixelPoint center;
    double radius{}, blur{};
    style::Color color;
    double stroke_width{};
    style::Color stroke_color;
};

/// A ready picture (an icon below the topmost symbols), its upper left corner at whole pixels.
struct PictureItem {
    std::shared_ptr<const image::Image> picture;
    std::int32_t x_px{}, y_px{};
    double opacity{1};
};

using DisplayItem = std::variant<FillItem, StrokeItem, CircleItem, PictureItem>;

/// What to paint into one rectangle of the grid: clipped, simplified, with evaluated paint, in painting
/// order.
struct DisplayList {
    int width_px{}, height_px{};
    style::Color background{0, 0, 0, 0};
    std::vector<SubPixelPoint> points;
    std::vector<std::uint32_t> part_ends;
    std::vector<DisplayItem> items;
};

/// Layers [0, first_symbol_layer) of the snapshot for `rect` at that scale. Stops early, with what it has,
/// when `cancelled` becomes true. Any thread.
[[nodiscard]] DisplayList build_display_list(const MapSnapshot& snapshot, double units_per_pixel,
                                             const GridRect& rect, const std::atomic<bool>& cancelled);

}  // namespace jinsha::scene
