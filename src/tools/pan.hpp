#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Drags the map with the left or middle button. The map follows from the first pixel beyond a click on, by
/// whole pixels, so that tiles stay one to one, and may be thrown.
class PanTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit PanTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override;

private:
    struct Drag {
        geo::ScreenPoint pressed, last;
        Button button{};
        bool is_moving{};
    };

    Answer move(const PointerMoved& event);
    Answer release(const PointerReleased& event);

    double tolerance_px_;
    std::optional<Drag> drag_;
};

}  // namespace jinsha::tools
