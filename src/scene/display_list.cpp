#include "scene/display_list.hpp"

#include "scene/display_list_layer.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace jinsha::scene {

namespace {

constexpr style::Color kPaper{1, 1, 1, 1};

/// `above` over `below`, straight alpha.
style::Color blended(const style::Color& below, const style::Color& above) {
    const double a = above.a + below.a * (1 - above.a);
    if (a <= 0) return {0, 0, 0, 0};
    const auto mix = [&](double under, double upper) {
        return (upper * above.a + under * below.a * (1 - above.a)) / a;
    };
    return {mix(below.r, above.r), mix(below.g, above.g), mix(below.b, above.b), a};
}

void append_background(const LayerJob& job) {
    const auto paint = job.layer.style.background_paint({job.zoom, nullptr});
    const style::Color color = faded(paint.color, paint.opacity);
    DisplayList& list = job.list;
    if (list.items.empty()) {
        list.background = blended(list.background, color);
        return;
    }
    const std::int32_t right = list.width_px * kSubPixels, bottom = list.height_px * kSubPixels;
    list.points.insert(list.points.end(), {{0, 0}, {0, bottom}, {right, bottom}, {right, 0}, {0, 0}});
    const auto part = static_cast<std::uint32_t>(list.part_ends.size());
    list.part_ends.push_back(static_cast<std::uint32_t>(list.points.size()));
    list.add_fill({part, part + 1}, {color, true, job.layer_index});
}

void append_layer(const LayerJob& job) {
    switch (job.layer.style.type()) {
        case style::LayerType::Background:
            return append_background(job);
        case style::LayerType::Fill:
            return append_fills(job);
        case style::LayerType::Line:
            return append_strokes(job);
        case style::LayerType::Circle:
            return append_circles(job);
        case style::LayerType::Symbol:
            return;
    }
}

}  // namespace

void LayerJob::for_each_feature(double reach_px,
                                const std::function<void(const map::SourceFeature&)>& use) const {
    const geo::Envelope box = grid.to_map(rect).grown((reach_px + 1) * grid.units_per_pixel);
    layer.source->visit(box, grid.units_per_pixel / 2, [&](const map::SourceFeature& feature) {
        if (layer.style.matches({std::floor(zoom), &feature})) use(feature);
        return !cancelled.load(std::memory_order_relaxed);
    });
}

bool LayerJob::by_feature(std::initializer_list<std::string_view> properties) const {
    return std::ranges::any_of(layer.style.properties(), [&](const style::PropertyUse& use) {
        const bool varies = use.dependence == style::Dependence::Feature ||
                            use.dependence == style::Dependence::ZoomAndFeature;
        return varies &&
               (properties.size() == 0 || std::ranges::find(properties, use.name) != properties.end());
    });
}

bool LayerJob::any_by_feature() const {
    return by_feature({});
}

style::Color faded(style::Color color, double opacity) noexcept {
    color.a *= opacity;
    return color;
}

WorldPoint world_shift(const LayerJob& job, style::Offset css_px) noexcept {
    const auto steps = [&](double value) {
        return std::llround(std::clamp(job.px(value), -kFarthestReachPx, kFarthestReachPx) * kSubPixels);
    };
    return {steps(css_px.x), steps(css_px.y)};
}

void append_sorted(SortedItems&& items, DisplayList& list) {
    const auto is_lower = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (!std::ranges::is_sorted(items, is_lower)) std::ranges::stable_sort(items, is_lower);
    list.items.reserve(list.items.size() + items.size());
    for (auto& [key, item] : items) list.items.push_back(item);
}

DisplayList build_display_list(const MapSnapshot& snapshot, double units_per_pixel, const GridRect& rect,
                               const std::atomic<bool>& cancelled) {
    assert(rect.width <= 8192 && rect.height <= 8192);
    DisplayList list;
    list.width_px = rect.width;
    list.height_px = rect.height;
    list.background = kPaper;
    const double zoom = snapshot.zoom(units_per_pixel);
    const std::size_t layer_count = snapshot.first_symbol_layer();
    for (std::size_t i = 0; i < layer_count && !cancelled; ++i) {
        const SnapshotLayer& layer = snapshot.layers[i];
        if (!layer.is_visible || !layer.style.covers_zoom(zoom)) continue;
        if (!layer.source && layer.style.type() != style::LayerType::Background) continue;
        append_layer({snapshot, layer, static_cast<std::uint32_t>(i), zoom, snapshot.grid(units_per_pixel),
                      rect, list, cancelled});
    }
    return list;
}

}  // namespace jinsha::scene
