#pragma once

#include "tools/tool.hpp"

#include <memory>
#include <vector>

namespace jinsha::tools {

class ZoomBoxTool;

/// The tools of a window that shows a map: each event goes to them in a fixed order until one takes it.
class Toolbox {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit Toolbox(double pixel_ratio);
    ~Toolbox();

    [[nodiscard]] std::vector<Command> handle(const Event& event);
    [[nodiscard]] CursorShape cursor() const;
    /// The frame of the zoom box while it is drawn.
    [[nodiscard]] std::optional<ScreenBox> zoom_frame() const;

private:
    std::vector<std::unique_ptr<Tool>> tools_;
    const ZoomBoxTool* zoom_box_{};  // one of tools_
};

}  // namespace jinsha::tools
