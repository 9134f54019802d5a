#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"

namespace jinsha::map {

/// Physical pixels.
struct ScreenSize {
    int width{}, height{};
    bool operator==(const ScreenSize&) const = default;
};

/// Which part of the map the window shows. A value: no window, no GL, safe to copy into a worker.
class View {
public:
    /// @param units_per_pixel  map units covered by one physical pixel, > 0
    View(geo::MapPoint center, double units_per_pixel, ScreenSize window);

    [[nodiscard]] geo::MapPoint center() const noexcept { return center_; }
    [[nodiscard]] double units_per_pixel() const noexcept { return units_per_pixel_; }
    [[nodiscard]] ScreenSize window() const noexcept { return window_; }
    [[nodiscard]] geo::Envelope extent() const noexcept;

    [[nodiscard]] geo::ScreenPoint to_screen(geo::MapPoint p) const noexcept;
    [[nodiscard]] geo::MapPoint to_map(geo::ScreenPoint p) const noexcept;

    /// The same view zoomed by `factor` (> 1 comes closer) so that `anchor` stays where it is in the window.
    [[nodiscard]] View zoomed(double factor, geo::ScreenPoint anchor) const;
    /// The map moved by that many physical pixels: what was at p is at p + (dx, dy).
    [[nodiscard]] View panned(double dx, double dy) const;
    [[nodiscard]] View resized(ScreenSize window) const;
    /// Moved by less than a pixel, so that the window's upper left corner lies on a whole pixel of the grid
    /// that starts at `origin` with this view's scale. Tiles are then drawn one to one.
    [[nodiscard]] View snapped(geo::MapPoint origin) const;
    /// Shows all of `box` with `margin_px` around it, at any scale. A box without size gets the scale of
    /// `fallback`.
    [[nodiscard]] static View showing(const geo::Envelope& box, ScreenSize window, double margin_px,
                                      double fallback_units_per_pixel);

    bool operator==(const View&) const = default;

private:
    geo::MapPoint center_;
    double units_per_pixel_;
    ScreenSize window_;
};

}  // namespace jinsha::map
