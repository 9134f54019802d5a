#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Shift and drag draw a frame; its content fills the window on release. Escape or a frame too small to be
/// meant gives up.
class ZoomBoxTool final : public Tool {
public:
    explicit ZoomBoxTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override;
    /// The frame to show while it is drawn.
    [[nodiscard]] std::optional<ScreenBox> frame() const;

private:
    struct Corners {
        geo::ScreenPoint first, second;
    };

    Answer finish();

    double tolerance_px_;
    std::optional<Corners> corners_;
};

}  // namespace jinsha::tools
