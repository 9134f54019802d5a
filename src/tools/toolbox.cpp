#include "tools/toolbox.hpp"

#include "tools/double_click_zoom.hpp"
#include "tools/identify.hpp"
#include "tools/key_navigation.hpp"
#include "tools/pan.hpp"
#include "tools/wheel_zoom.hpp"
#include "tools/zoom_box.hpp"

namespace jinsha::tools {

Toolbox::Toolbox(double pixel_ratio) {
    auto zoom_box = std::make_unique<ZoomBoxTool>(pixel_ratio);
    zoom_box_ = zoom_box.get();
    // A drag must be recognised before the click that it might have been, so identify comes last.
    tools_.push_back(std::move(zoom_box));
    tools_.push_back(std::make_unique<DoubleClickZoomTool>());
    tools_.push_back(std::make_unique<PanTool>(pixel_ratio));
    tools_.push_back(std::make_unique<WheelZoomTool>());
    tools_.push_back(std::make_unique<KeyNavigationTool>(pixel_ratio));
    tools_.push_back(std::make_unique<IdentifyTool>(pixel_ratio));
}

Toolbox::~Toolbox() = default;

std::vector<Command> Toolbox::handle(const Event& event) {
    std::vector<Command> commands;
    for (const auto& tool : tools_) {
        Answer answer = tool->handle(event);
        commands.insert(commands.end(), answer.commands.begin(), answer.commands.end());
        if (answer.is_taken) break;
    }
    return commands;
}

CursorShape Toolbox::cursor() const {
    for (const auto& tool : tools_) {
        if (const auto shape = tool->cursor()) return *shape;
    }
    return CursorShape::Arrow;
}

std::optional<ScreenBox> Toolbox::zoom_frame() const {
    return zoom_box_->frame();
}

}  // namespace jinsha::tools
