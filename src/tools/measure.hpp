#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Each click goes on to another place, a double click or Enter ends what is measured, Backspace takes the
/// last place back, Escape gives up. The map is dragged as always.
class MeasureTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit MeasureTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override { return CursorShape::Cross; }

private:
    Answer press(const PointerPressed& event);
    Answer release(const PointerReleased& event);

    double tolerance_px_;
    std::optional<geo::ScreenPoint> pressed_;
};

}  // namespace jinsha::tools
