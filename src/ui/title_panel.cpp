#include "ui/title_panel.hpp"

#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kPaddingX = 14;
constexpr float kPaddingY = 10;
constexpr float kTitleLine = 24;
constexpr float kDateLine = 18;

}  // namespace

float title_height(const Frame& frame, const Model& model) {
    return frame.px(2 * kPaddingY + kTitleLine) + (model.data_date.empty() ? 0 : frame.px(kDateLine));
}

void draw_title(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame, "title", box, floating(frame)};
    Canvas& canvas = frame.canvas;
    canvas.panel(box);
    const float left = box.left + frame.px(kPaddingX);
    const float room = box.width - 2 * frame.px(kPaddingX);
    float y = box.top + frame.px(kPaddingY);
    canvas.text(TextStyle::Title, left, y + frame.px(kTitleLine) / 2, canvas.colors().text,
                canvas.metrics().shortened(TextStyle::Title, model.map_title, room));
    if (model.data_date.empty()) return;
    y += frame.px(kTitleLine);
    const std::string date = frame.tr("title.data_date", fmt::arg("date", model.data_date));
    canvas.text(TextStyle::Small, left, y + frame.px(kDateLine) / 2, canvas.colors().secondary_text,
                canvas.metrics().shortened(TextStyle::Small, date, room));
}

}  // namespace jinsha::ui
