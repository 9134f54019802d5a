#include "screen/highlight.hpp"

#include "geo/clip.hpp"
#include "geo/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace jinsha::screen {

namespace {

constexpr double kCasingPx = 1.5;  // on both sides of the line
constexpr double kDiscFillOpacity = 0.10;
constexpr double kDiscLineOpacity = 0.7;
constexpr double kDiscLinePx = 1.4;
constexpr double kReachPx = 8;  // how far ink of a line may lie from it: half its width, casing, caps

const scene::SnapshotLayer* layer_of(const scene::MapSnapshot& snapshot, map::FeatureKey feature) {
    const auto found = std::ranges::find_if(snapshot.layers, [&](const scene::SnapshotLayer& layer) {
        return layer.source && layer.source_index == feature.source;
    });
    return found == snapshot.layers.end() ? nullptr : &*found;
}

scene::SubPixelPoint to_sub_pixels(scene::GridPoint p, const scene::GridRect& rect) {
    constexpr double kSubPixels = 256;
    return {static_cast<std::int32_t>(std::lround((p.x - static_cast<double>(rect.left)) * kSubPixels)),
            static_cast<std::int32_t>(std::lround((p.y - static_cast<double>(rect.top)) * kSubPixels))};
}

/// Writes one highlight into a display list.
class HighlightWriter {
public:
    HighlightWriter(const Highlight& highlight, const scene::PixelGrid& grid, const scene::GridRect& rect,
                    scene::DisplayList& list)
        : highlight_{highlight}, grid_{grid}, rect_{rect}, list_{list} {}

    void add(const geo::GeometryView& geometry) {
        if (geometry.type == geo::GeometryType::Point) {
            for (const geo::MapPoint point : geometry.points) add_ring(point);
        } else {
            const auto parts = add_lines(geometry);
            add_stroke(parts, highlight_.width_px + 2 * kCasingPx, highlight_.casing, {});
            add_stroke(parts, highlight_.width_px, highlight_.color, {});
        }
    }

private:
    void add_ring(geo::MapPoint point) {
        if (highlight_.disc_radius_map_units) add_disc(point, *highlight_.disc_radius_map_units);
        const geo::MapPoint middle = highlight_.ring_at.value_or(point);
        const double reach = highlight_.ring_radius_px + kReachPx;
        if (!grid_.to_map(rect_).grown(reach * grid_.units_per_pixel).contains(middle)) return;
        const auto center = to_sub_pixels(grid_.to_grid(middle), rect_);
        const style::Color none{0, 0, 0, 0};
        const double radius = highlight_.ring_radius_px;
        list_.add_circle(
            center, {none, radius - kCasingPx, 0, highlight_.width_px + 2 * kCasingPx, highlight_.casing});
        list_.add_circle(center, {none, radius, 0, highlight_.width_px, highlight_.color});
    }

    void add_disc(geo::MapPoint center, double radius) {
        constexpr int kCorners = 128;
        std::vector<geo::MapPoint> ring;
        for (int i = 0; i <= kCorners; ++i) {
            const double angle = 2 * std::numbers::pi * (i % kCorners) / kCorners;
            ring.push_back({center.x + radius * std::cos(angle), center.y + radius * std::sin(angle)});
        }
        std::vector<geo::MapPoint> inside;
        geo::clip_ring(ring, clip_box(), inside);
        if (!inside.empty()) {
            const auto first = static_cast<std::uint32_t>(list_.part_ends.size());
            add_part(inside);
            style::Color fill = highlight_.color;
            fill.a *= kDiscFillOpacity;
            list_.add_fill({first, first + 1}, {fill, true, 0});
        }
        const auto first = static_cast<std::uint32_t>(list_.part_ends.size());
        geo::LinePieces pieces;
        geo::clip_line(ring, clip_box(), pieces);
        add_pieces(pieces);
        style::Color line = highlight_.color;
        line.a *= kDiscLineOpacity;
        const std::vector<double> dots{2, 3};
        add_stroke({first, static_cast<std::uint32_t>(list_.part_ends.size())}, kDiscLinePx, line,
                   highlight_.is_disc_dotted ? dots : std::vector<double>{});
    }

    /// All lines and rings of the geometry, as lines that end where the picture ends.
    scene::PartRange add_lines(const geo::GeometryView& geometry) {
        const auto first = static_cast<std::uint32_t>(list_.part_ends.size());
        const geo::CellGrid cells{grid_.origin, grid_.units_per_pixel / 2};
        std::vector<geo::MapPoint> simple;
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            simple.clear();
            geo::simplify_line(geometry.part(i), cells, simple);
            geo::LinePieces pieces;
            geo::clip_line(simple, clip_box(), pieces);
            add_pieces(pieces);
        }
        return {first, static_cast<std::uint32_t>(list_.part_ends.size())};
    }

    void add_pieces(const geo::LinePieces& pieces) {
        std::uint32_t begin = 0;
        for (const std::uint32_t end : pieces.part_ends) {
            add_part(std::span{pieces.points}.subspan(begin, end - begin));
            begin = end;
        }
    }

    void add_part(std::span<const geo::MapPoint> points) {
        for (const geo::MapPoint p : points) list_.points.push_back(to_sub_pixels(grid_.to_grid(p), rect_));
        list_.part_ends.push_back(static_cast<std::uint32_t>(list_.points.size()));
    }

    void add_stroke(scene::PartRange parts, double width, style::Color color,
                    const std::vector<double>& dashes) {
        if (parts.first == parts.last) return;
        scene::StrokePaint paint;
        paint.color = color;
        paint.width = width;
        paint.cap = style::LineCap::Round;
        paint.join = style::LineJoin::Round;
        paint.dashes = dashes;
        const std::vector<double> from_the_beginning(parts.last - parts.first);
        list_.add_stroke(parts, std::move(paint), from_the_beginning);
    }

    [[nodiscard]] geo::Envelope clip_box() const {
        return grid_.to_map(rect_).grown(kReachPx * grid_.units_per_pixel);
    }

    const Highlight& highlight_;
    scene::PixelGrid grid_;
    scene::GridRect rect_;
    scene::DisplayList& list_;
};

}  // namespace

geo::Envelope highlight_extent(const scene::MapSnapshot& snapshot, const Highlight& highlight,
                               double units_per_pixel) {
    geo::Envelope extent;
    const auto* layer = layer_of(snapshot, highlight.feature);
    if (!layer) return extent;
    bool is_point = false;
    layer->source->visit(highlight.feature.index, [&](const map::SourceFeature& feature) {
        extent = geo::envelope(feature.geometry());
        is_point = feature.geometry_type() == geo::GeometryType::Point;
    });
    if (is_point && highlight.ring_at) extent.extend(*highlight.ring_at);
    const double ring = is_point ? highlight.ring_radius_px * units_per_pixel : 0;
    const double disc = is_point ? highlight.disc_radius_map_units.value_or(0) : 0;
    return extent.grown(std::max(ring, disc) + kReachPx * units_per_pixel);
}

void add_highlight(const scene::MapSnapshot& snapshot, const Highlight& highlight, double units_per_pixel,
                   const scene::GridRect& rect, scene::DisplayList& list) {
    const auto* layer = layer_of(snapshot, highlight.feature);
    if (!layer) return;
    HighlightWriter writer{highlight, snapshot.grid(units_per_pixel), rect, list};
    layer->source->visit(highlight.feature.index,
                         [&](const map::SourceFeature& feature) { writer.add(feature.geometry()); });
}

}  // namespace jinsha::screen
