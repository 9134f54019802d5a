#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace jinsha::ui {

/// A line of text that is being written: UTF-8 with a caret and a selection. Positions are bytes at the
/// boundaries of characters.
class TextEdit {
public:
    /// With the caret at the end.
    explicit TextEdit(std::string text = {});

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::size_t caret() const noexcept { return caret_; }
    [[nodiscard]] std::size_t selection_begin() const noexcept { return std::min(caret_, anchor_); }
    [[nodiscard]] std::size_t selection_end() const noexcept { return std::max(caret_, anchor_); }
    [[nodiscard]] std::string_view selected() const noexcept;

    /// Puts `utf8` in the place of what is selected; line breaks are left out.
    void insert(std::string_view utf8);
    /// Takes away what is selected, or else the character before or after the caret.
    void erase_backward();
    void erase_forward();

    enum class Selecting { No, Yes };  // whether the selection grows with the caret
    void move_left(Selecting selecting);
    void move_right(Selecting selecting);
    void move_to(std::size_t caret, Selecting selecting);
    void move_to_begin(Selecting selecting) { move_to(0, selecting); }
    void move_to_end(Selecting selecting) { move_to(text_.size(), selecting); }
    void select(std::size_t begin, std::size_t end);
    void select_all() { select(0, text_.size()); }

    bool operator==(const TextEdit&) const = default;

private:
    [[nodiscard]] std::size_t before(std::size_t at) const;
    [[nodiscard]] std::size_t after(std::size_t at) const;
    bool erase_selected();

    std::string text_;
    std::size_t caret_{};
    std::size_t anchor_{};  // the other end of the selection
};

}  // namespace jinsha::ui
