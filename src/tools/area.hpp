#pragma once

#include "tools/tool.hpp"

#include <optional>
#include <utility>

namespace jinsha::tools {

/// Draws an area: a drag draws a box, clicks the corners of a polygon, whichever comes; a double click or
/// Enter closes the polygon, Backspace takes its last corner back, Escape gives up. The middle button drags
/// the map.
class AreaTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit AreaTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override { return CursorShape::Cross; }
    /// The corners of the box while it is dragged.
    [[nodiscard]] std::optional<std::pair<geo::ScreenPoint, geo::ScreenPoint>> box() const;

private:
    Answer press(const PointerPressed& event);
    Answer release(const PointerReleased& event);
    Answer key(const KeyPressed& event);

    double tolerance_px_;
    struct Drag {
        geo::ScreenPoint from, to;
        bool is_box{};  // it went farther than a click
    };
    std::optional<Drag> drag_;
};

}  // namespace jinsha::tools
