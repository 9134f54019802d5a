#include "app/committed_text.hpp"

#include "ui/characters.hpp"

#include <utility>

namespace jinsha::app {
namespace {

bool is_one_character(std::string_view utf8) {
    const char32_t first = ui::take_character(utf8);
    return utf8.empty() && first != CommittedText::kMark;
}

bool is_control(char32_t c) {
    return c < U' ' || (c >= 0x7F && c < 0xA0);
}

}  // namespace

std::string CommittedText::pass(std::string_view utf8) {
    if (utf8.empty() || is_one_character(utf8)) return std::string{utf8};
    phrases_.emplace_back(utf8);
    return ui::utf8(kMark);
}

std::string CommittedText::text_of(char32_t character) {
    if (is_control(character)) return {};
    if (character != kMark || phrases_.empty()) return ui::utf8(character);
    std::string phrase = std::move(phrases_.front());
    phrases_.pop_front();
    return phrase;
}

}  // namespace jinsha::app
