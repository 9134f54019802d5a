#include "ui/text_edit.hpp"

#include "ui/characters.hpp"

#include <utility>

namespace jinsha::ui {

TextEdit::TextEdit(std::string text) : text_{std::move(text)}, caret_{text_.size()}, anchor_{text_.size()} {}

std::string_view TextEdit::selected() const noexcept {
    return std::string_view{text_}.substr(selection_begin(), selection_end() - selection_begin());
}

void TextEdit::insert(std::string_view utf8) {
    erase_selected();
    std::string line;
    std::ranges::copy_if(utf8, std::back_inserter(line), [](char c) { return c != '\n' && c != '\r'; });
    text_.insert(caret_, line);
    move_to(caret_ + line.size(), Selecting::No);
}

bool TextEdit::erase_selected() {
    if (caret_ == anchor_) return false;
    const std::size_t begin = selection_begin();
    text_.erase(begin, selection_end() - begin);
    move_to(begin, Selecting::No);
    return true;
}

void TextEdit::erase_backward() {
    if (erase_selected()) return;
    const std::size_t begin = before(caret_);
    text_.erase(begin, caret_ - begin);
    move_to(begin, Selecting::No);
}

void TextEdit::erase_forward() {
    if (erase_selected()) return;
    text_.erase(caret_, after(caret_) - caret_);
}

void TextEdit::move_left(Selecting selecting) {
    // Without Shift the caret leaves a selection at its end, as everywhere.
    const bool leaves = selecting == Selecting::No && caret_ != anchor_;
    move_to(leaves ? selection_begin() : before(caret_), selecting);
}

void TextEdit::move_right(Selecting selecting) {
    const bool leaves = selecting == Selecting::No && caret_ != anchor_;
    move_to(leaves ? selection_end() : after(caret_), selecting);
}

void TextEdit::move_to(std::size_t caret, Selecting selecting) {
    caret_ = std::min(caret, text_.size());
    if (selecting == Selecting::No) anchor_ = caret_;
}

void TextEdit::select(std::size_t begin, std::size_t end) {
    anchor_ = std::min(begin, text_.size());
    caret_ = std::min(end, text_.size());
}

std::size_t TextEdit::before(std::size_t at) const {
    const auto is_following = [&](std::size_t i) {
        return (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U;
    };
    if (at > 0) --at;
    while (at > 0 && is_following(at)) --at;
    return at;
}

std::size_t TextEdit::after(std::size_t at) const {
    std::string_view rest = std::string_view{text_}.substr(at);
    if (!rest.empty()) (void)take_character(rest);
    return text_.size() - rest.size();
}

}  // namespace jinsha::ui
