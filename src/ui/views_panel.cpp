#include "ui/views_panel.hpp"

#include "ui/line_break.hpp"
#include "ui/parts.hpp"
#include "ui/text_field.hpp"
#include "ui/views_model.hpp"

namespace jinsha::ui {
namespace {

constexpr float kKeep = 40;  // the field, or the button that opens it
constexpr float kHintLine = 18;
constexpr float kRow = 32;
constexpr float kButton = 28;

std::vector<std::string_view> hint_of(const Frame& frame, const Model& model) {
    return break_lines(frame.canvas.metrics(), TextStyle::Small,
                       frame.tr(model.views->names.empty() ? "views.none" : "views.where"),
                       frame.px(kSidePanelWidth - 2 * kSidePanelPadding));
}

}  // namespace

Commands ViewsPanel::draw(Frame& frame, const Model& model, const Rect& area) {
    const auto hint = hint_of(frame, model);
    const float body = frame.px(kKeep) + static_cast<float>(model.views->names.size()) * frame.px(kRow) +
                       static_cast<float>(hint.size()) * frame.px(kHintLine) + frame.px(kSidePanelPadding);
    const SidePanelScope scope{frame, "views", frame.tr("views.title"), area, body};
    Commands commands;
    const Point at = scope.origin();
    draw_keep(frame, model, {at.x, at.y, scope.width(), frame.px(kKeep)}, commands);
    float y = at.y + frame.px(kKeep);
    for (std::size_t i = 0; i < model.views->names.size(); ++i) {
        const Rect row{at.x - frame.px(8), y, scope.width() + frame.px(16), frame.px(kRow)};
        draw_view(frame, i, model.views->names[i], row, commands);
        y = row.bottom();
    }
    draw_lines(frame, TextStyle::Small, hint, {at.x, y + frame.px(6)}, frame.px(kHintLine),
               frame.canvas.colors().secondary_text);
    if (scope.wants_close()) commands.emplace_back(ShowSidePanel{});
    return commands;
}

void ViewsPanel::draw_keep(Frame& frame, const Model& model, const Rect& area, Commands& commands) {
    const Rect line{area.left, area.top, area.width, frame.px(30)};
    if (!is_naming_) {
        const auto keep = frame.tr("views.keep");
        const Rect button{line.left - frame.px(10), line.top, text_button_width(frame, keep), line.height};
        if (!text_button(frame, "keep", keep, button)) return;
        edit_ = TextEdit{model.views->suggestion};
        edit_.select_all();
        is_naming_ = true;
        return;
    }
    frame.widgets.claim_keyboard(false);
    (void)text_field(frame, "name", line, edit_, true, frame.tr("views.name"));
    const auto& key = frame.widgets.keys().pressed;
    if (!key) return;
    if (key->key == PressedKey::Enter && !edit_.text().empty()) commands.emplace_back(KeepView{edit_.text()});
    if (key->key == PressedKey::Enter || key->key == PressedKey::Escape) is_naming_ = false;
}

void ViewsPanel::draw_view(Frame& frame, std::size_t index, const std::string& name, const Rect& row,
                           Commands& commands) {
    const float side = frame.px(kButton);
    const Rect forget{row.right() - side, row.center().y - side / 2, side, side};
    const Rect go{row.left, row.top, row.width - side, row.height};
    const std::string number = std::to_string(index);
    if (pressable(frame, "go " + number, go).is_clicked) commands.emplace_back(GoToView{index});
    const float middle = row.center().y;
    frame.canvas.icon("bookmark", {row.left + frame.px(16), middle}, 16, frame.canvas.colors().accent);
    const float left = row.left + frame.px(34);
    frame.canvas.text(
        TextStyle::Body, left, middle, frame.canvas.colors().text,
        frame.canvas.metrics().shortened(TextStyle::Body, name, go.right() - left - frame.px(8)));
    if (icon_button(frame, "forget " + number, "close", forget, std::nullopt, frame.tr("views.forget"))) {
        commands.emplace_back(ForgetView{index});
    }
}

}  // namespace jinsha::ui
