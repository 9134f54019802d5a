#include "ui/file_dialog.hpp"

#include "ui/dialog.hpp"
#include "ui/file_dialog_parts.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <chrono>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 800;
constexpr float kBody = 500;
constexpr float kPathHeight = 44;
constexpr float kPlacesWidth = 176;
constexpr float kNameHeight = 44;
constexpr float kFooter = 52;
constexpr double kDoubleClickSeconds = 0.4;

double now_s() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Letters without a line for them: a path, or a name that is looked for.
void type(FileChoice& choice, const std::string& text) {
    if (text.empty() || choice.line() != FileChoice::Line::None || !choice.question().empty()) return;
    if (text == "/" || text == "~") return choice.begin_path();  // whose field takes the text
    choice.look_for(text, now_s());
}

struct Layout {
    Rect path, places, rows, name, footer;
};

Layout layout_of(const Frame& frame, const Rect& body, bool is_saving) {
    const float path = frame.px(kPathHeight);
    const float footer = frame.px(kFooter);
    const float name = is_saving ? frame.px(kNameHeight) : 0;
    const float places = std::min(frame.px(kPlacesWidth), body.width / 3);
    const float height = body.height - path - name - footer;
    const float top = body.top + path;
    return {{body.left, body.top, body.width, path},
            {body.left, top, places, height},
            {body.left + places, top, body.width - places, height},
            {body.left, top + height, body.width, name},
            {body.left, body.bottom() - footer, body.width, footer}};
}

FileChoice::Click click_of(const ImGuiIO& io) {
    if (io.KeyCtrl) return FileChoice::Click::Toggle;
    return io.KeyShift ? FileChoice::Click::Extend : FileChoice::Click::Only;
}

void draw_lines_between(Frame& frame, const Layout& at, bool is_saving) {
    Canvas& canvas = frame.canvas;
    const float inset = frame.px(1);
    canvas.separator(at.path.left + inset, at.path.right() - inset, at.rows.top);
    canvas.fill({at.rows.left, at.rows.top, frame.px(1), at.rows.height}, canvas.colors().border);
    canvas.separator(at.path.left + inset, at.path.right() - inset, at.footer.top);
    if (is_saving) canvas.separator(at.path.left + inset, at.path.right() - inset, at.name.top);
}

}  // namespace

void FileDialog::take_answers(const Model& model) {
    if (!choice_ || id_ != model.files->id) {
        choice_.emplace(*model.files->request);
        id_ = model.files->id;
        clicked_.clear();
    }
    for (const FileDialogModel::Answer& answer : model.files->answers) {
        if (answer.number > answered_) choice_->take(answer.listing);
        answered_ = std::max(answered_, answer.number);
    }
}

Commands FileDialog::draw(Frame& frame, const Model& model) {
    if (!model.files) return {ShowDialog{}};
    take_answers(model);
    const FileRequest& request = choice_->request();
    const Dialog dialog =
        open_dialog(frame, "files", frame.tr(request.title), frame.px(kWidth), frame.px(kBody));
    const Layout at = layout_of(frame, dialog.body, choice_->is_saving());
    FileAnswer answer = dialog.wants_close ? FileAnswer::Cancel : FileAnswer::None;

    frame.widgets.claim_keyboard(choice_->line() == FileChoice::Line::Path);
    const Widgets::Keys& keys = frame.widgets.keys();
    type(*choice_, keys.text);
    draw_lines_between(frame, at, choice_->is_saving());
    draw_file_path(frame, *choice_, at.path);
    draw_file_places(frame, *choice_, at.places);
    if (choice_->is_saving()) draw_file_name(frame, *choice_, at.name);
    // After the lines have taken what is theirs.
    const bool is_for_a_button = frame.widgets.has_focus() && keys.activate;
    const int page = std::max(1, static_cast<int>(at.rows.height / frame.px(Measures::kRow)) - 2);
    if (keys.pressed && !is_for_a_button &&
        press_file_key(*choice_, *keys.pressed, page) == FileAnswer::Cancel) {
        answer = FileAnswer::Cancel;
    }
    if (const auto row = draw_file_rows(frame, *choice_, at.rows)) {
        const std::string name = choice_->rows()[*row]->name;
        const double now = now_s();
        const bool is_double = name == clicked_ && now - clicked_at_s_ <= kDoubleClickSeconds;
        clicked_ = is_double ? "" : name;
        clicked_at_s_ = now;
        is_double ? choice_->open_row(*row) : choice_->click(*row, click_of(ImGui::GetIO()));
    }
    if (draw_file_footer(frame, *choice_, at.footer) == FileAnswer::Cancel) answer = FileAnswer::Cancel;
    frame.stage.close();

    Commands commands;
    for (FileWish& wish : choice_->take_wishes()) {
        std::visit([&](auto& asked) { commands.emplace_back(std::move(asked)); }, wish);
    }
    if (answer == FileAnswer::Cancel) commands.emplace_back(ShowDialog{});
    return commands;
}

}  // namespace jinsha::ui
