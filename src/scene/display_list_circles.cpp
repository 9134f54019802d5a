#include "scene/display_list_layer.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::scene {

namespace {

CirclePaint circle_of(const LayerJob& job, const style::CirclePaint& paint) {
    CirclePaint circle;
    circle.color = faded(paint.color, paint.opacity);
    circle.radius = std::min(job.px(paint.radius), kFarthestReachPx);
    circle.blur = paint.blur;
    circle.stroke_width = std::min(job.px(paint.stroke_width), kFarthestReachPx - circle.radius);
    circle.stroke_color = faded(paint.stroke_color, paint.stroke_opacity);
    return circle;
}

double reach_px(const CirclePaint& circle) {
    return circle.radius + circle.stroke_width + 1;
}

bool shows(const CirclePaint& circle) {
    return (circle.color.a > 0 && circle.radius > 0) ||
           (circle.stroke_color.a > 0 && circle.stroke_width > 0);
}

double search_px(const LayerJob& job) {
    if (job.by_feature({"circle-radius", "circle-stroke-width", "circle-translate"}))
        return kReachByFeaturePx;
    const auto paint = job.layer.style.circle_paint({job.zoom, nullptr});
    return reach_px(circle_of(job, paint)) +
           job.px(std::max(std::abs(paint.translate.x), std::abs(paint.translate.y)));
}

}  // namespace

/// As the specification has it, lines and polygons get a circle at every corner.
void append_circles(const LayerJob& job) {
    std::optional<style::CirclePaint> constant;
    if (!job.any_by_feature()) constant = job.layer.style.circle_paint({job.zoom, nullptr});
    const PathReader reader{job.grid};
    const RectClip clip{job.rect, job.list};
    const std::size_t first_paint = job.list.circle_paints.size();
    SortedItems circles;
    job.for_each_feature(search_px(job), [&](const map::SourceFeature& feature) {
        const auto paint = constant ? *constant : job.layer.style.circle_paint({job.zoom, &feature});
        const CirclePaint circle = circle_of(job, paint);
        if (!shows(circle)) return;
        const WorldPoint shift = world_shift(job, paint.translate);
        const geo::GeometryView geometry = feature.geometry();
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            auto points = geometry.part(i);
            if (geometry.type == geo::GeometryType::Polygon) points = points.first(points.size() - 1);
            for (const geo::MapPoint& p : points) {
                const WorldPoint at = reader.to_world(p);
                const auto place = clip.place({at.x + shift.x, at.y + shift.y}, reach_px(circle));
                if (!place.is_near) continue;
                circles.emplace_back(paint.sort_key, CircleItem{place.point, place_of(job.list.circle_paints,
                                                                                      first_paint, circle)});
            }
        }
    });
    append_sorted(std::move(circles), job.list);
}

}  // namespace jinsha::scene
