#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace jinsha::app {

/// Phrases on their way past SFML, which passes on one character a key: instead of a phrase it is given a
/// mark, a character of the private use area, and the phrase waits here until the mark comes out at the other
/// end. So text and keys keep their order.
class CommittedText {
public:
    /// What SFML is to be given for `utf8`: itself when it is one character, else the mark. "" for "".
    [[nodiscard]] std::string pass(std::string_view utf8);
    /// The text that a character from SFML stands for. "" for control characters.
    [[nodiscard]] std::string text_of(char32_t character);

    static constexpr char32_t kMark = 0xF8FF;  // the last of the private use area

private:
    std::deque<std::string> phrases_;
};

}  // namespace jinsha::app
