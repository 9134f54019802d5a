#include "tools/toolbox.hpp"

#include "tools/area.hpp"
#include "tools/double_click_zoom.hpp"
#include "tools/draw.hpp"
#include "tools/identify.hpp"
#include "tools/key_navigation.hpp"
#include "tools/measure.hpp"
#include "tools/pan.hpp"
#include "tools/place_menu.hpp"
#include "tools/wheel_zoom.hpp"
#include "tools/zoom_box.hpp"

#include <utility>

namespace jinsha::tools {

Toolbox::Toolbox(double pixel_ratio) {
    auto zoom_box = std::make_unique<ZoomBoxTool>(pixel_ratio);
    zoom_box_ = zoom_box.get();
    // A drag must be recognised before the click that it might have been, so identify comes last.
    tools_.push_back(std::move(zoom_box));
    auto reshape = std::make_unique<ReshapeTool>(pixel_ratio);
    reshape_ = reshape.get();
    tools_.push_back(std::move(reshape));  // before the map is dragged
    auto area = std::make_unique<AreaTool>(pixel_ratio);
    area_ = area.get();
    tools_.push_back(std::move(area));
    tools_.push_back(std::make_unique<DoubleClickZoomTool>());
    double_click_ = tools_.back().get();
    tools_.push_back(std::make_unique<PanTool>(pixel_ratio));
    tools_.push_back(std::make_unique<WheelZoomTool>());
    tools_.push_back(std::make_unique<KeyNavigationTool>(pixel_ratio));
    tools_.push_back(std::make_unique<PlaceMenuTool>(pixel_ratio));
    tools_.push_back(std::make_unique<MeasureTool>(pixel_ratio));
    measure_ = tools_.back().get();
    tools_.push_back(std::make_unique<DrawTool>(pixel_ratio));
    draw_ = tools_.back().get();
    tools_.push_back(std::make_unique<IdentifyTool>(pixel_ratio));
    identify_ = tools_.back().get();
}

Toolbox::~Toolbox() = default;

void Toolbox::set_grabbable(std::function<Grabbable(geo::ScreenPoint)> grabbable) {
    reshape_->set_grabbable(std::move(grabbable));
}

/// While something is drawn or measured clicks open no cards, and a double click ends it.
bool Toolbox::takes_part(const Tool* tool) const noexcept {
    if (tool == area_) return draws_areas_ && editing_ != Editing::Draw;
    if (tool == measure_) return is_measuring_ && editing_ != Editing::Draw;
    if (tool == draw_) return editing_ == Editing::Draw;
    if (tool == reshape_) return editing_ == Editing::Reshape && !draws_areas_;
    const bool is_of_clicks = tool == double_click_ || tool == identify_;
    return !is_of_clicks || (editing_ != Editing::Draw && !is_measuring_ && !draws_areas_);
}

std::vector<Command> Toolbox::handle(const Event& event) {
    std::vector<Command> commands;
    for (const auto& tool : tools_) {
        if (!takes_part(tool.get())) continue;
        Answer answer = tool->handle(event);
        commands.insert(commands.end(), answer.commands.begin(), answer.commands.end());
        if (answer.is_taken) break;
    }
    return commands;
}

CursorShape Toolbox::cursor() const {
    for (const auto& tool : tools_) {
        if (!takes_part(tool.get())) continue;
        if (const auto shape = tool->cursor()) return *shape;
    }
    return CursorShape::Arrow;
}

std::optional<std::pair<geo::ScreenPoint, geo::ScreenPoint>> Toolbox::area_box() const {
    return area_->box();
}

std::optional<ScreenBox> Toolbox::zoom_frame() const {
    return zoom_box_->frame();
}

}  // namespace jinsha::tools
