#pragma once

#include "tools/tool.hpp"

#include <functional>
#include <utility>

namespace jinsha::tools {

/// What can be dragged at a place of the window.
enum class Grabbable { Nothing, Vertex, Feature };

/// Moves features and their vertices by dragging them. What lies under the pointer that can be dragged, a
/// vertex, the middle of an edge or the selected feature itself, is told by whoever shows them; all else is
/// the map's.
class ReshapeTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit ReshapeTool(double pixel_ratio) : tolerance_px_{kClickTolerancePx * pixel_ratio} {}

    /// Who knows what lies where; nothing can be dragged before.
    void set_grabbable(std::function<Grabbable(geo::ScreenPoint)> grabbable) {
        grabbable_ = std::move(grabbable);
    }

    Answer handle(const Event& event) override;
    [[nodiscard]] std::optional<CursorShape> cursor() const override;

private:
    Answer press(const PointerPressed& event);
    Answer move(const PointerMoved& event);
    Answer release(const PointerReleased& event);
    Answer press_key(const KeyPressed& event);

    struct Grab {
        geo::ScreenPoint pressed;
        Modifiers modifiers;
        Grabbable what{};
        bool is_dragging{};
    };
    double tolerance_px_;
    std::function<Grabbable(geo::ScreenPoint)> grabbable_{
        [](geo::ScreenPoint) { return Grabbable::Nothing; }};
    std::optional<Grab> grab_;
    bool is_over_{};  // the pointer rests on something that can be dragged
};

}  // namespace jinsha::tools
