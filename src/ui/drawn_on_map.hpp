#pragma once

#include "geo/points.hpp"
#include "ui/frame.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// What is drawn on the map under all panels: lines and places that follow the view.
namespace jinsha::ui {

[[nodiscard]] inline Point point_of(geo::ScreenPoint p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

/// Lines in the accent colour with a halo. Each short piece is a panel: the boxes of a slanting line's pieces
/// are small together, that of the whole is not.
class LinesOnMap {
public:
    /// @param name  begins the names of the panels; one drawer a name and frame
    LinesOnMap(Frame& frame, std::string name) : frame_{frame}, name_{std::move(name)} {}

    /// Places may lie outside of the window.
    void draw(const std::vector<geo::ScreenPoint>& line);

private:
    void draw(Point a, Point b);
    void draw_piece(Point a, Point b);

    Frame& frame_;
    std::string name_;
    int count_{};
};

/// A place that was clicked; `number` tells those of one name apart.
void draw_place_on_map(Frame& frame, const std::string& name, geo::ScreenPoint place, std::size_t number);

}  // namespace jinsha::ui
