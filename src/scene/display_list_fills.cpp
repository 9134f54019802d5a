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
        const style::Color outline = paint.outline_color && paint.antialias
                                         ? faded(*paint.outline_color, paint.opacity)
                                         : style::Color{0, 0, 0, 0};
        const WorldPoint shift = world_shift(job_, paint.translate);
        if (color.a > 0 && outline.a > 0) {
            if (const PartRange shared = add_inner_rings(geometry, shift); shared != PartRange{}) {
                add_area(shared, color, paint);
                add_outline(shared, outline, paint);
                return;
            }
        }
        if (color.a > 0) add_area(add_rings(geometry, shift), color, paint);
        if (outline.a > 0) add_outline(add_lines(geometry, shift), outline, paint);
    }

    // Parts of the list that were appended; none when nothing of the geometry is near.

    /// All rings, to be filled and to be stroked, when every one of them lies inside the rectangle.
    PartRange add_inner_rings(const geo::GeometryView& geometry, WorldPoint shift) {
        const auto first = part_count();
        const auto points_before = job_.list.points.size();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            if (clip_.add_inner_ring(reader_.ring(geometry.part(i), shift))) continue;
            job_.list.part_ends.resize(first);
            job_.list.points.resize(points_before);
            return {};
        }
        return since(first);
    }

    PartRange add_rings(const geo::GeometryView& geometry, WorldPoint shift) {
        const auto first = part_count();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            clip_.add_ring(reader_.ring(geometry.part(i), shift));
        }
        return since(first);
    }

    PartRange add_lines(const geo::GeometryView& geometry, WorldPoint shift) {
        const auto first = part_count();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            clip_.add_line(reader_.ring(geometry.part(i), shift), job_.px(1) + 1);
        }
        return since(first);
    }

    [[nodiscard]] PartRange since(std::uint32_t first) const {
        return part_count() == first ? PartRange{} : PartRange{first, part_count()};
    }

    void add_area(PartRange rings, const style::Color& color, const style::FillPaint& paint) {
        if (rings == PartRange{}) return;
        const auto place = place_of(job_.list.fill_paints, first_fill_paint_,
                                    FillPaint{color, paint.antialias, job_.layer_index});
        areas_.emplace_back(paint.sort_key, FillItem{rings, place});
    }

    void add_outline(PartRange lines, const style::Color& color, const style::FillPaint& paint) {
        if (lines == PartRange{}) return;
        StrokePaint stroke;
        stroke.color = color;
        stroke.width = job_.px(1);
        stroke.join = style::LineJoin::Bevel;
        const auto place = place_of(job_.list.stroke_paints, first_stroke_paint_, stroke);
        outlines_.emplace_back(paint.sort_key, StrokeItem{lines, place, 0, true});
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
