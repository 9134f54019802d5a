#include "scene/display_list_layer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::scene {

namespace {

/// A pattern that repeats sooner than this cannot be seen as one, and is drawn solid.
constexpr double kShortestPatternPx = 0.5;

/// Dashes in physical pixels. With an odd number of them the last goes on into the first, without a gap.
std::vector<double> dashes_px(const std::vector<double>& in_line_widths, double width_px) {
    std::vector<double> dashes;
    for (const double length : in_line_widths) dashes.push_back(std::max(0.0, length * width_px));
    if (dashes.size() % 2 == 1) dashes.push_back(0);
    double sum = 0, gaps = 0;
    for (std::size_t i = 0; i < dashes.size(); ++i) {
        sum += dashes[i];
        if (i % 2 == 1) gaps += dashes[i];
    }
    if (sum < kShortestPatternPx || gaps <= 0) dashes.clear();
    return dashes;
}

class StrokeMaker {
public:
    explicit StrokeMaker(const LayerJob& job)
        : job_{job},
          reader_{job.grid},
          clip_{job.rect, job.list},
          first_paint_{job.list.stroke_paints.size()} {
        if (!job.any_by_feature()) constant_ = job.layer.style.line_paint({job.zoom, nullptr});
    }

    void run() {
        job_.for_each_feature(search_px(), [&](const map::SourceFeature& feature) {
            const geo::GeometryView geometry = feature.geometry();
            if (geometry.type != geo::GeometryType::Line && geometry.type != geo::GeometryType::Polygon)
                return;
            add(geometry, constant_ ? *constant_ : job_.layer.style.line_paint({job_.zoom, &feature}));
        });
    }

private:
    /// How far from its geometry a feature of this layer can show.
    [[nodiscard]] double search_px() const {
        const bool varies = job_.by_feature(
            {"line-width", "line-gap-width", "line-offset", "line-join", "line-cap", "line-miter-limit"});
        if (varies) return kReachByFeaturePx;
        const auto paint = constant_ ? *constant_ : job_.layer.style.line_paint({job_.zoom, nullptr});
        // A mitered corner of the moved line lies up to two offsets away.
        return reach_px(stroke_of(paint)) + 2 * (std::abs(job_.px(paint.offset)) + moved_px(paint));
    }

    /// How far the two lines beside a gap lie from the middle.
    [[nodiscard]] double moved_px(const style::LinePaint& paint) const {
        return paint.gap_width > 0 ? job_.px(paint.gap_width + paint.width) / 2 : 0;
    }

    [[nodiscard]] StrokePaint stroke_of(const style::LinePaint& paint) const {
        StrokePaint stroke;
        stroke.color = faded(paint.color, paint.opacity);
        stroke.width = std::min(job_.px(paint.width), kFarthestReachPx);
        stroke.blur = job_.px(paint.blur);
        stroke.cap = paint.cap;
        stroke.join = paint.join;
        stroke.miter_limit =
            std::clamp(paint.miter_limit, 1.0, 2 * kFarthestReachPx / std::max(1.0, stroke.width));
        stroke.dashes = dashes_px(paint.dasharray, job_.px(paint.width));
        return stroke;
    }

    /// From the line to the farthest point of its stroke: a miter, or the corner of a square cap.
    static double reach_px(const StrokePaint& stroke) {
        const double corner = stroke.join == style::LineJoin::Miter ? std::max(1.5, stroke.miter_limit) : 1.5;
        return stroke.width / 2 * corner + 2;
    }

    void add(const geo::GeometryView& geometry, const style::LinePaint& paint) {
        const StrokePaint stroke = stroke_of(paint);
        if (stroke.color.a <= 0 || !(stroke.width > 0)) return;
        const bool is_polygon = geometry.type == geo::GeometryType::Polygon;
        // To the right of a line; rings run with their inside to the left, and go inwards.
        const double offset_px = job_.px(paint.offset) * (is_polygon ? -1 : 1);
        const auto first = static_cast<std::uint32_t>(job_.list.part_ends.size());
        const auto first_offset = static_cast<std::uint32_t>(job_.list.dash_offsets.size());
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            const auto& line = is_polygon ? reader_.ring(geometry.part(i)) : reader_.line(geometry.part(i));
            if (const double aside = moved_px(paint); aside > 0) {
                add_aside(line, offset_px - aside, stroke);
                add_aside(line, offset_px + aside, stroke);
            } else {
                add_aside(line, offset_px, stroke);
            }
        }
        const auto last = static_cast<std::uint32_t>(job_.list.part_ends.size());
        if (last == first) return;
        const auto place = place_of(job_.list.stroke_paints, first_paint_, stroke);
        const bool is_closed = is_polygon && stroke.dashes.empty();
        job_.list.items.emplace_back(StrokeItem{{first, last}, place, first_offset, is_closed});
    }

    void add_aside(std::span<const WorldPoint> line, double offset_px, const StrokePaint& stroke) {
        if (offset_px == 0) return add_path(line, stroke);
        add_path(moved_aside(line, std::clamp(offset_px, -kFarthestReachPx, kFarthestReachPx)), stroke);
    }

    void add_path(std::span<const WorldPoint> line, const StrokePaint& stroke) {
        if (stroke.dashes.empty()) {
            clip_.add_line(line, reach_px(stroke));
        } else {
            clip_.add_dashed_line(line, reach_px(stroke));
        }
    }

    const LayerJob& job_;
    PathReader reader_;
    RectClip clip_;
    std::size_t first_paint_;
    std::optional<style::LinePaint> constant_;
};

}  // namespace

void append_strokes(const LayerJob& job) {
    StrokeMaker{job}.run();
}

}  // namespace jinsha::scene
