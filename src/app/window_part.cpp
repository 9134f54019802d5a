#include "app/window_part.hpp"

#include <SFML/Window/Clipboard.hpp>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>

namespace jinsha::app {

void WindowContext::report(const Problem& problem) {
    if (std::ranges::find(model.problems, problem) != model.problems.end()) return;
    model.problems.push_back(problem);
    spdlog::warn("{}: {}", problem.where, problem.message);
    fmt::print(stderr, "jinsha: {}: {}: {}\n", problem.severity == Severity::Error ? "error" : "warning",
               problem.where, problem.message);
}

void WindowContext::copy_text(const std::string& text) {
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
    add_note(ui::Note::Kind::Done, std::string{tr()("notes.copied")}, "");
}

}  // namespace jinsha::app
