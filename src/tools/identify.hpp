#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Tells where the pointer rests (for the name that hover shows) and where it clicked (for the card). Escape
/// closes the card.
class IdentifyTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit IdentifyTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;

private:
    Answer move(const PointerMoved& event);
    Answer release(const PointerReleased& event);

    double tolerance_px_;
    std::optional<geo::ScreenPoint> pressed_;
};

}  // namespace jinsha::tools
