#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Draws a feature: each click places a vertex, Backspace takes the last one back, Enter or a double click
/// ends, Escape gives up what is unfinished. The map is dragged and zoomed as always.
class DrawTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit DrawTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override { return CursorShape::Cross; }

private:
    Answer press(const PointerPressed& event);
    Answer release(const PointerReleased& event);

    double tolerance_px_;
    std::optional<geo::ScreenPoint> pressed_;
};

}  // namespace jinsha::tools
