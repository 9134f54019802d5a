#include "scene/cluster_spread.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostMembers = 96;
constexpr std::size_t kMostInOneRing = 20;
// CSS pixels.
constexpr double kSpacing = 37;      // between neighbours, and between rings
constexpr double kFirstRadius = 56;  // keeps clear of the cluster itself

std::size_t capacity(double radius) {
    return static_cast<std::size_t>(2 * std::numbers::pi * radius / kSpacing);
}

void add_ring(std::size_t count, double radius, std::vector<GridPoint>& places) {
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        places.push_back({radius * std::sin(angle), -radius * std::cos(angle)});
    }
}

/// The icon by which the topmost layer that has one shows the feature.
std::optional<PlacedIcon> icon_of(const MapSnapshot& snapshot, double zoom, map::FeatureKey key) {
    std::optional<PlacedIcon> icon;
    for (std::size_t i = snapshot.layers.size(); i-- > 0 && !icon;) {
        const SnapshotLayer& layer = snapshot.layers[i];
        if (!layer.is_visible || !layer.source || layer.source_index != key.source) continue;
        if (layer.style.type() != style::LayerType::Symbol || !layer.style.covers_zoom(zoom)) continue;
        layer.source->visit(key.index, [&](const map::SourceFeature& feature) {
            const style::EvaluationContext context{zoom, &feature};
            if (!layer.style.matches(context)) return;
            const style::SymbolIcon drawn = layer.style.symbol_paint(context).icon;
            if (!drawn.image.empty()) icon = PlacedIcon{drawn.image, {}, 1, 0, drawn.opacity};
        });
    }
    return icon;
}

}  // namespace

std::vector<GridPoint> ring_places(std::size_t count) {
    std::vector<GridPoint> places;
    if (count <= kMostInOneRing) {
        const double wide = static_cast<double>(count) * kSpacing / (2 * std::numbers::pi);
        add_ring(count, std::max(kFirstRadius, wide), places);
        return places;
    }
    for (double radius = kFirstRadius; places.size() < count; radius += kSpacing) {
        add_ring(std::min(capacity(radius), count - places.size()), radius, places);
    }
    return places;
}

ClusterSpread spread_cluster(const MapSnapshot& snapshot, double units_per_pixel, const ClusterTree& tree,
                             std::uint32_t cluster, const symbol::IconStore& icons) {
    const PixelGrid grid = snapshot.grid(units_per_pixel);
    const double zoom = snapshot.zoom(units_per_pixel), ratio = snapshot.pixel_ratio;
    std::vector<map::FeatureKey> keys{tree.members(cluster).begin(), tree.members(cluster).end()};
    std::ranges::sort(keys);
    ClusterSpread spread{snapshot.revision, units_per_pixel, grid.to_grid(tree.cluster(cluster).at), {}, 0};
    if (keys.size() > kMostMembers) {
        spread.left_out = keys.size() - kMostMembers;
        keys.resize(kMostMembers);
    }
    const auto places = ring_places(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        auto icon = icon_of(snapshot, zoom, keys[i]);
        const auto size = icon ? icons.size(icon->image) : fail("no icon");
        if (!size) continue;
        icon->center = {spread.middle.x + places[i].x * ratio, spread.middle.y + places[i].y * ratio};
        icon->width_px = size->width * ratio;
        icon->height_px = size->height * ratio;
        const GridBox box = box_around(icon->center, icon->width_px, icon->height_px, {});
        spread.members.push_back(
            {i, snapshot.topmost_layer_of(keys[i].source), keys[i], {}, icon->center, box, {*icon}, {}});
    }
    return spread;
}

}  // namespace jinsha::scene
