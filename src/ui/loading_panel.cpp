#include "ui/loading_panel.hpp"

#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 320;
constexpr float kPadding = 14;
constexpr float kLine = 28;
constexpr float kBar = 4;
constexpr float kGap = 8;

}  // namespace

Commands draw_loading(Frame& frame, const Loading& loading, const Rect& area) {
    Commands commands;
    const float width = std::min(frame.px(kWidth), area.width);
    const float height =
        frame.px(kPadding) + frame.px(kLine) + frame.px(kGap) + frame.px(kBar) + frame.px(kPadding);
    const Rect box{std::round(area.center().x - width / 2), area.top, width, height};
    const PanelScope scope{frame, "loading", box, floating(frame)};
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    canvas.panel(box);
    const float left = box.left + frame.px(kPadding);
    const float right = box.right() - frame.px(kPadding);
    const Rect line{left, box.top + frame.px(kPadding / 2), right - left, frame.px(kLine)};
    const std::string_view cancel = frame.tr("loading.cancel");
    const float button_width = text_button_width(frame, cancel);
    const Rect button{right - button_width + frame.px(10), line.top, button_width, line.height};
    if (text_button(frame, "cancel", cancel, button)) commands.emplace_back(CancelLoading{});

    const std::string text = frame.tr("loading.text", fmt::arg("what", loading.what));
    canvas.text(TextStyle::Body, left, line.center().y, colors.text,
                canvas.metrics().shortened(TextStyle::Body, text, button.left - left));

    const Rect bar{left, box.bottom() - frame.px(kPadding) - frame.px(kBar), right - left, frame.px(kBar)};
    canvas.fill(bar, colors.chip, bar.height / 2);
    const double fraction = std::clamp(loading.fraction.value_or(0), 0.0, 1.0);
    const Rect done{bar.left, bar.top, std::round(bar.width * static_cast<float>(fraction)), bar.height};
    if (done.width > 0) canvas.fill(done, colors.accent, bar.height / 2);
    return commands;
}

}  // namespace jinsha::ui
