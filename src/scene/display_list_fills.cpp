#include "scene/display_list_layer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::scene {

namespace {

/// One layer of fills: first all areas, then all outlines, as the specification draws them.
class FillMaker {
public:
    explicit FillMaker(const LayerJob& job)
        : job_{job},
          reader_{job.grid},
          clip_{job.rect, job.list},
          first_fill_paint_{job.list.fill_paints.size()},
          first_stroke_paint_{job.list.stroke_paints.size()} {
        if (!job.any_by_feature()) constant_ = job.layer.style.fill_paint({job.zoom, nullptr});
    }

    void run() {
        job_.for_each_feature(reach_px(), [&](const map::SourceFeature& feature) {
            const geo::GeometryView geometry = feature.geometry();
            if (geometry.type != geo::GeometryType::Polygon) return;
            add(geometry, constant_ ? *constant_ : job_.layer.style.fill_paint({job_.zoom, &feature}));
        });
        append_sorted(std::move(areas_), job_.list);
        append_sorted(std::move(outlines_), job_.list);
    }

private:
    /// An outline's own width, and what fill-translate may move into view.
    [[nodiscard]] double reach_px() const {
        const double outline_px = job_.px(1) + 1;
        if (job_.by_feature({"fill-translate"})) return kReachByFeaturePx;
        const auto paint = constant_ ? *constant_ : job_.layer.style.fill_paint({job_.zoom, nullptr});
        return outline_px + job_.px(std::max(std::abs(paint.translate.x), std::abs(paint.translate.y)));
    }

    void add(const geo::GeometryView& geometry, const style::FillPaint& paint) {
        const style::Color color = faded(paint.color, paint.opacity);
        const bool has_outline = paint.outline_color && paint.antialias;
        const style::Color outline =
            has_outline ? faded(*paint.outline_color, paint.opacity) : style::Color{};
        if (color.a <= 0 && !(has_outline && outline.a > 0)) return;
        if (color.a > 0) add_area(geometry, color, paint);
        if (has_outline && outline.a > 0) add_outline(geometry, outline, paint);
    }

    void add_area(const geo::GeometryView& geometry, const style::Color& color,
                  const style::FillPaint& paint) {
        const WorldPoint shift = world_shift(job_, paint.translate);
        const auto first = part_count();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            clip_.add_ring(reader_.ring(geometry.part(i), shift));
        }
        if (part_count() == first) return;
        const auto place = place_of(job_.list.fill_paints, first_fill_paint_,
                                    FillPaint{color, paint.antialias, job_.layer_index});
        areas_.emplace_back(paint.sort_key, FillItem{{first, part_count()}, place});
    }

    void add_outline(const geo::GeometryView& geometry, const style::Color& color,
                     const style::FillPaint& paint) {
        StrokePaint stroke;
        stroke.color = color;
        stroke.width = job_.px(1);
        stroke.join = style::LineJoin::Bevel;
        const WorldPoint shift = world_shift(job_, paint.translate);
        const auto first = part_count();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            clip_.add_line(reader_.ring(geometry.part(i), shift), stroke.width + 1);
        }
        if (part_count() == first) return;
        const auto place = place_of(job_.list.stroke_paints, first_stroke_paint_, stroke);
        outlines_.emplace_back(paint.sort_key, StrokeItem{{first, part_count()}, place, 0, true});
    }

    [[nodiscard]] std::uint32_t part_count() const {
        return static_cast<std::uint32_t>(job_.list.part_ends.size());
    }

    const LayerJob& job_;
    PathReader reader_;
    RectClip clip_;
    std::size_t first_fill_paint_, first_stroke_paint_;
    std::optional<style::FillPaint> constant_;
    SortedItems areas_, outlines_;
};

}  // namespace

void append_fills(const LayerJob& job) {
    FillMaker{job}.run();
}

}  // namespace jinsha::scene
