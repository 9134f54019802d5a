#include "scene/change_reach.hpp"

#include "scene/display_list_layer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jinsha::scene {
namespace {

bool varies_by_feature(const style::StyleLayer& style) {
    return std::ranges::any_of(style.properties(), [](const style::PropertyUse& use) {
        return use.dependence == style::Dependence::Feature ||
               use.dependence == style::Dependence::ZoomAndFeature;
    });
}

/// Of a layer that looks the same for all features, CSS pixels; where it does not, display lists look for
/// features within kReachByFeaturePx anyway.
double constant_reach_px(const style::StyleLayer& style, double zoom) {
    if (style.type() == style::LayerType::Line) {
        const auto paint = style.line_paint({zoom, nullptr});
        return paint.width / 2 * std::max(1.5, paint.miter_limit) + paint.gap_width + paint.width +
               2 * std::abs(paint.offset);
    }
    if (style.type() != style::LayerType::Circle) return 0;
    const auto paint = style.circle_paint({zoom, nullptr});
    return paint.radius + paint.stroke_width + std::hypot(paint.translate.x, paint.translate.y);
}

}  // namespace

double change_reach_px(const MapSnapshot& snapshot, double units_per_pixel) {
    double reach = kReachByFeaturePx;
    const double zoom = snapshot.zoom(units_per_pixel);
    for (std::size_t i = 0; i < snapshot.layers.size(); ++i) {
        const SnapshotLayer& layer = snapshot.layers[i];
        if (!layer.is_visible || !layer.source) continue;
        const bool is_symbol = layer.style.type() == style::LayerType::Symbol;
        if (is_symbol && i < snapshot.first_symbol_layer()) return std::numeric_limits<double>::infinity();
        if (!varies_by_feature(layer.style))
            reach = std::max(reach, constant_reach_px(layer.style, zoom) * snapshot.pixel_ratio);
    }
    return reach;
}

}  // namespace jinsha::scene
