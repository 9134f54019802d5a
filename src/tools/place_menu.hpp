#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// A click with the right button asks for the menu of that place.
class PlaceMenuTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit PlaceMenuTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;

private:
    double tolerance_px_;
    std::optional<geo::ScreenPoint> pressed_;
};

}  // namespace jinsha::tools
