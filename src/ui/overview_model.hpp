#pragma once

#include "geo/envelope.hpp"
#include "geo/points.hpp"
#include "image/image.hpp"

#include <memory>

namespace jinsha::ui {

/// The small picture of the whole map, and which part of it the window shows.
struct OverviewModel {
    std::shared_ptr<const image::Image> picture;  // opaque; null: not drawn yet
    geo::MapPoint picture_center;                 // map CRS
    double picture_units_per_px{};                // map units in one of its physical pixels
    geo::Envelope shown;                          // what the window shows, map CRS
    bool operator==(const OverviewModel&) const = default;
};

}  // namespace jinsha::ui
