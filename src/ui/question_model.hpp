#pragma once

#include <string>
#include <vector>

namespace jinsha::ui {

/// Something that the user has to decide, as the dialog "question" asks it. Texts are translated already.
struct QuestionModel {
    struct Answer {
        std::string id;  // comes back in AnswerQuestion
        std::string text;
        bool operator==(const Answer&) const = default;
    };
    std::string title, text;
    std::vector<std::string> lines;  // what it is about, one thing a line; scrolled when there are many
    std::vector<Answer> answers;     // from the quietest to the one that most want, which Enter gives
    bool operator==(const QuestionModel&) const = default;
};

}  // namespace jinsha::ui
