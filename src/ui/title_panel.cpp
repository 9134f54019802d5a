#include "ui/title_panel.hpp"

#include "ui/editing_model.hpp"
#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kPaddingX = 14;
constexpr float kPaddingY = 10;
constexpr float kTitleLine = 24;
constexpr float kDateLine = 18;
constexpr float kGap = 10;

bool has_unsaved(const Model& model) {
    return model.editing && model.editing->unsaved > 0;
}

}  // namespace

float title_height(const Frame& frame, const Model& model) {
    return frame.px(2 * kPaddingY + kTitleLine) + (model.data_date.empty() ? 0 : frame.px(kDateLine));
}

/// What is unsaved stands at the end of the last line, so that nothing moves when it comes and goes.
void draw_title(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame, "title", box, floating(frame)};
    Canvas& canvas = frame.canvas;
    canvas.panel(box);
    const float left = box.left + frame.px(kPaddingX);
    const float right = box.right() - frame.px(kPaddingX);
    const float title = box.top + frame.px(kPaddingY + kTitleLine / 2);
    const float date = title + frame.px((kTitleLine + kDateLine) / 2);
    const bool has_date = !model.data_date.empty();
    float room_of_last = right - left;
    if (has_unsaved(model)) {
        const std::string unsaved = frame.tr("title.unsaved", fmt::arg("count", model.editing->unsaved));
        canvas.text_to_right(TextStyle::Small, right, has_date ? date : title, canvas.colors().accent,
                             unsaved);
        room_of_last -= frame.width(TextStyle::Small, unsaved) + frame.px(kGap);
    }
    canvas.text(TextStyle::Title, left, title, canvas.colors().text,
                canvas.metrics().shortened(TextStyle::Title, model.map_title,
                                           has_date ? right - left : room_of_last));
    if (!has_date) return;
    const std::string dated = frame.tr("title.data_date", fmt::arg("date", model.data_date));
    canvas.text(TextStyle::Small, left, date, canvas.colors().secondary_text,
                canvas.metrics().shortened(TextStyle::Small, dated, room_of_last));
}

}  // namespace jinsha::ui
