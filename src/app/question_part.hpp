#pragma once

#include "app/window_part.hpp"
#include "ui/question_model.hpp"

#include <deque>
#include <functional>
#include <string_view>

namespace jinsha::app {

/// Asks the user what only he can decide, one question after the other. Parts that ask hold it; it lies
/// before the part of dialogs, as Esc answers as well.
class QuestionPart final : public WindowPart {
public:
    explicit QuestionPart(WindowContext& context) : context_{context} {}

    /// `answered` is called once, with the id of an answer, or "" when the question was only closed.
    void ask(ui::QuestionModel question, std::function<void(std::string_view)> answered);

    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;

private:
    struct Asked {
        std::shared_ptr<const ui::QuestionModel> question;
        std::function<void(std::string_view)> answered;
    };
    void show_next();

    WindowContext& context_;
    std::deque<Asked> asked_;  // the first is shown
};

}  // namespace jinsha::app
