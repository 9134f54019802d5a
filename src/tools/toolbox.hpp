#pragma once

#include "tools/reshape.hpp"
#include "tools/tool.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace jinsha::tools {

class AreaTool;
class ZoomBoxTool;

/// The tools of a window that shows a map: each event goes to them in a fixed order until one takes it.
class Toolbox {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit Toolbox(double pixel_ratio);
    ~Toolbox();

    [[nodiscard]] std::vector<Command> handle(const Event& event);
    [[nodiscard]] CursorShape cursor() const;
    /// Which of the tools that edit is at work; the map is dragged and zoomed with any of them.
    enum class Editing { None, Draw, Reshape };
    void set_editing(Editing editing) noexcept { editing_ = editing; }
    /// Who knows what can be dragged where (ReshapeTool).
    void set_grabbable(std::function<Grabbable(geo::ScreenPoint)> grabbable);
    /// While it measures, clicks and keys are the measuring's instead of a card's.
    void set_measuring(bool is_measuring) noexcept { is_measuring_ = is_measuring; }
    [[nodiscard]] bool is_measuring() const noexcept { return is_measuring_; }
    /// While areas are drawn, drags and clicks are theirs.
    void set_drawing_areas(bool is_drawing) noexcept { draws_areas_ = is_drawing; }
    /// Corners of the box that is dragged as an area.
    [[nodiscard]] std::optional<std::pair<geo::ScreenPoint, geo::ScreenPoint>> area_box() const;
    /// The frame of the zoom box while it is drawn.
    [[nodiscard]] std::optional<ScreenBox> zoom_frame() const;

private:
    [[nodiscard]] bool takes_part(const Tool* tool) const noexcept;

    std::vector<std::unique_ptr<Tool>> tools_;
    Editing editing_{};
    bool is_measuring_{}, draws_areas_{};
    const AreaTool* area_{};         // of tools_
    const Tool* measure_{};          // of tools_
    const Tool* draw_{};             // of tools_
    ReshapeTool* reshape_{};         // of tools_
    const Tool* identify_{};         // of tools_
    const Tool* double_click_{};     // of tools_
    const ZoomBoxTool* zoom_box_{};  // one of tools_
};

}  // namespace jinsha::tools
