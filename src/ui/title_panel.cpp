#include "ui/title_panel.hpp"

#include "ui/editing_model.hpp"
#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kPaddingX = 14;
constexpr float kPaddingY = 10;
constexpr float kTitleLine = 24;
constexpr float kDateLine = 18;

bool has_unsaved(const Model& model) {
    return model.editing && model.editing->unsaved > 0;
}

}  // namespace

float title_height(const Frame& frame, const Model& model) {
    return frame.px(2 * kPaddingY + kTitleLine) + (model.data_date.empty() ? 0 : frame.px(kDateLine)) +
           (has_unsaved(model) ? frame.px(kDateLine) : 0);
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
    y += frame.px(kTitleLine);
    const auto write = [&](const std::string& text, Rgba color) {
        canvas.text(TextStyle::Small, left, y + frame.px(kDateLine) / 2, color,
                    canvas.metrics().shortened(TextStyle::Small, text, room));
        y += frame.px(kDateLine);
    };
    if (!model.data_date.empty())
        write(frame.tr("title.data_date", fmt::arg("date", model.data_date)), canvas.colors().secondary_text);
    if (has_unsaved(model))
        write(frame.tr("title.unsaved", fmt::arg("count", model.editing->unsaved)), canvas.colors().accent);
}

}  // namespace jinsha::ui
