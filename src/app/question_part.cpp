#include "app/question_part.hpp"

#include <utility>

namespace jinsha::app {

namespace {

constexpr std::string_view kDialog = "question";

}  // namespace

void QuestionPart::ask(ui::QuestionModel question, std::function<void(std::string_view)> answered) {
    asked_.push_back({std::make_shared<const ui::QuestionModel>(std::move(question)), std::move(answered)});
    if (asked_.size() == 1) show_next();
}

void QuestionPart::show_next() {
    context_.model.question = asked_.empty() ? nullptr : asked_.front().question;
    context_.model.dialog = asked_.empty() ? "" : kDialog;
    context_.wants_frame = true;
}

bool QuestionPart::take_from_panel(const ui::Command& command) {
    if (asked_.empty()) return false;
    const auto* answer = std::get_if<ui::AnswerQuestion>(&command);
    if (!answer && !std::holds_alternative<ui::ShowDialog>(command)) return false;
    const Asked asked = std::move(asked_.front());
    asked_.pop_front();
    show_next();
    asked.answered(answer ? answer->id : "");
    return true;
}

}  // namespace jinsha::app
