#pragma once

#include "map/view.hpp"
#include "scene/cluster_spread.hpp"
#include "screen/quad_painter.hpp"
#include "screen/texture.hpp"
#include "style/color.hpp"

#include <memory>
#include <optional>

namespace jinsha::screen {

/// Draws the members of a cluster that was spread, with fine lines to where they belong. They fade in and
/// out. Main thread, window's context.
class SpreadPainter {
public:
    /// Null: what is open fades out.
    void show(std::shared_ptr<const scene::ClusterSpread> spread, geo::MapPoint grid_origin,
              double pixel_ratio, const symbol::IconStore& icons);
    /// Null: nothing is open.
    [[nodiscard]] const std::shared_ptr<const scene::ClusterSpread>& shown() const noexcept {
        return spread_;
    }
    void advance(double now_s);
    [[nodiscard]] bool is_fading() const noexcept { return texture_ && opacity_ != (spread_ ? 1 : 0); }
    void draw(const map::View& view, QuadPainter& painter) const;
    void clear();

private:
    std::shared_ptr<const scene::ClusterSpread> spread_;
    std::optional<Texture> texture_;  // of what fades as well
    geo::MapPoint middle_;            // where the texture's middle lies
    double opacity_{};
    double last_s_{};
};

}  // namespace jinsha::screen
