#include "ui/side_panel.hpp"

#include "ui/parts.hpp"

#include <algorithm>

namespace jinsha::ui {

namespace {

constexpr float kButton = 28;

}  // namespace

SidePanelScope::SidePanelScope(Frame& frame, const std::string& name, std::string_view title,
                               const Rect& area, float body_height)
    : frame_{frame} {
    const float header = frame.px(kSidePanelHeader);
    const float height = std::min(header + body_height, area.height);
    const Rect box{area.left, area.top, area.width, height};
    frame.stage.open(name, box, floating(frame, true));
    frame.canvas.panel(box);
    const float middle = box.top + header / 2;
    const float side = frame.px(kButton);
    const Rect close{box.right() - frame.px(8) - side, middle - side / 2, side, side};
    frame.canvas.text(TextStyle::Title, box.left + frame.px(kSidePanelPadding), middle,
                      frame.canvas.colors().text,
                      frame.canvas.metrics().shortened(
                          TextStyle::Title, title, close.left - box.left - 2 * frame.px(kSidePanelPadding)));
    wants_close_ = icon_button(frame, "close", "close", close, std::nullopt, frame.tr("side.close"));
    const Rect body{box.left, box.top + header, box.width, height - header - frame.px(1)};
    scroll_ = frame.widgets.scroll("body", body, body_height, frame.px(Measures::kRow));
    frame.canvas.begin_clip(body);
    frame.widgets.see_only(body);
    origin_ = {box.left + frame.px(kSidePanelPadding), body.top - scroll_.offset_px};
    width_ = box.width - 2 * frame.px(kSidePanelPadding);
}

SidePanelScope::~SidePanelScope() {
    frame_.widgets.see_all();
    draw_scroll_bar(frame_, scroll_);
    frame_.canvas.end_clip();
    frame_.stage.close();
}

}  // namespace jinsha::ui
