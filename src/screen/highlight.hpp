#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "scene/display_list.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/pixel_grid.hpp"
#include "style/color.hpp"

#include <optional>

namespace jinsha::screen {

/// A feature that stands out from the others: its outline or line is drawn along, a point gets a ring.
struct Highlight {
    map::FeatureKey feature;
    style::Color color;
    style::Color casing{1, 1, 1, 0.85};
    double width_px{2};  // of the line, physical pixels; a casing lies under it
    /// Of the ring around a point, physical pixels.
    double ring_radius_px{8};
    /// Where the ring is when not at the point itself: around a symbol that stands elsewhere. Map
    /// coordinates.
    std::optional<geo::MapPoint> ring_at{};
    /// The position of a point is true within this distance, map units: drawn as a disc.
    std::optional<double> disc_radius_map_units;
    bool is_disc_dotted{};

    bool operator==(const Highlight&) const = default;
};

/// Where the highlight may have ink, map coordinates; empty when the feature is not there.
[[nodiscard]] geo::Envelope highlight_extent(const scene::MapSnapshot& snapshot, const Highlight& highlight,
                                             double units_per_pixel);

/// Adds the highlight to what is painted into `rect`. Any thread.
void add_highlight(const scene::MapSnapshot& snapshot, const Highlight& highlight, double units_per_pixel,
                   const scene::GridRect& rect, scene::DisplayList& list);

}  // namespace jinsha::screen
