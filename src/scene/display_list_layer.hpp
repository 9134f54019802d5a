#pragma once

#include "scene/display_list.hpp"
#include "scene/display_list_clip.hpp"
#include "scene/map_snapshot.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::scene {

/// What the makers of the display list of one layer work with.
struct LayerJob {
    const MapSnapshot& snapshot;
    const SnapshotLayer& layer;
    std::uint32_t layer_index;
    double zoom;
    PixelGrid grid;
    GridRect rect;
    DisplayList& list;
    const std::atomic<bool>& cancelled;

    /// CSS pixels as physical ones.
    [[nodiscard]] double px(double css_px) const noexcept { return css_px * snapshot.pixel_ratio; }
    /// For all features within `reach_px` of the rectangle that the filter lets through. Geometry comes
    /// simplified by cells of half a pixel at most, as paths are anyway.
    void for_each_feature(double reach_px, const std::function<void(const map::SourceFeature&)>& use) const;
    /// Whether one of these properties differs from feature to feature.
    [[nodiscard]] bool by_feature(std::initializer_list<std::string_view> properties) const;
    /// Whether any property does.
    [[nodiscard]] bool any_by_feature() const;
};

void append_fills(const LayerJob& job);
void append_strokes(const LayerJob& job);
void append_circles(const LayerJob& job);

/// No shape reaches farther than this beyond its geometry: wider ones are drawn this wide.
inline constexpr double kFarthestReachPx = 1024;
/// How far shapes reach whose size differs by feature, as that is known only when they are found.
inline constexpr double kReachByFeaturePx = 256;

[[nodiscard]] style::Color faded(style::Color color, double opacity) noexcept;

/// A translation of the style, in 1/256 physical pixels.
[[nodiscard]] WorldPoint world_shift(const LayerJob& job, style::Offset css_px) noexcept;

/// The place of `paint` among those from `first` on, where it is added when it is new. A layer has few kinds
/// of paint, so only the latest are looked through.
template <class Paint>
[[nodiscard]] std::uint32_t place_of(std::vector<Paint>& paints, std::size_t first, const Paint& paint) {
    constexpr std::size_t kLookBack = 32;
    const std::size_t oldest = paints.size() > first + kLookBack ? paints.size() - kLookBack : first;
    for (std::size_t i = paints.size(); i-- > oldest;) {
        if (paints[i] == paint) return static_cast<std::uint32_t>(i);
    }
    paints.push_back(paint);
    return static_cast<std::uint32_t>(paints.size() - 1);
}

/// Items with the key they are sorted by; equal ones stay in the order of their features.
using SortedItems = std::vector<std::pair<double, DisplayItem>>;

/// Appends the items to the list, those with the smallest keys first (lowest).
void append_sorted(SortedItems&& items, DisplayList& list);

}  // namespace jinsha::scene
