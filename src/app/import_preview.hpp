#pragma once

#include "map/feature_source.hpp"
#include "map/view.hpp"
#include "screen/quad_painter.hpp"
#include "style/color.hpp"

namespace jinsha::app {

/// How features look that are about to be taken in: points as squares, lines and edges of areas dotted.
struct PreviewLook {
    style::Color ink, halo;
    double pixel_ratio{1};
};
/// Draws what of them the view shows, no more than can be told apart.
void draw_preview(screen::QuadPainter& quads, const map::FeatureSource& features, const map::View& view,
                  const PreviewLook& look);

}  // namespace jinsha::app
