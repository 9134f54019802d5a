#pragma once

#include "error/error.hpp"
#include "json/scan.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::json {

/// Walks through a JSON text (RFC 8259) from value to value without building
/// anything, for readers that take each value once. After the first fault every
/// call does nothing and gives an empty value, so a walk needs to ask for the
/// error only at its end. NaN and Infinity, which Python writes, count as
/// numbers. Bytes of strings are passed on as they are, whatever their
/// encoding.
class Cursor {
public:
    /// `text` must live as long as the cursor.
    explicit Cursor(std::string_view text) noexcept;

    /// The next character that is not white space, '\0' at the end.
    [[nodiscard]] char peek() noexcept;
    /// Steps over `c` if it comes next.
    bool consume(char c) noexcept;

    /// Calls `visit(key)` for every member, standing before its value, which
    /// `visit` must step over. The key is valid until the next call to the
    /// cursor.
    template <class Visit>
    void members(Visit&& visit) {
        if (!enter('{', "an object")) return;
        if (!consume('}')) {
            do {
                const std::string_view key = member_key();
                if (has_failed()) return;
                visit(key);
            } while (has_another('}'));
        }
        --depth_;
    }
    /// The same for the elements of an array.
    template <class Visit>
    void elements(Visit&& visit) {
        if (!enter('[', "an array")) return;
        if (!consume(']')) {
            do {
                visit();
            } while (has_another(']'));
        }
        --depth_;
    }

    /// Valid until the next call to the cursor.
    [[nodiscard]] std::string_view string();
    /// Infinite when it is too large for a double.
    [[nodiscard]] double number();
    /// The digits of the last number that was read.
    [[nodiscard]] std::string_view number_text() const noexcept { return number_text_; }
    [[nodiscard]] bool boolean();
    void null();
    /// Steps over any value and gives its text.
    std::string_view skip();

    [[nodiscard]] bool has_failed() const noexcept { return error_.has_value(); }
    /// "line 3, column 17: expected ',' or ']', found the end of the text"
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
    /// What the next value is, in words: "an object", "a number".
    [[nodiscard]] std::string_view kind_of_next() noexcept;
    /// Reports that something else stands here.
    void expected(std::string_view what);

private:
    bool enter(char bracket, std::string_view what);
    bool has_another(char closing);
    std::string_view member_key();
    std::string_view unescaped_string(std::string_view inside);
    bool take(std::string_view word) noexcept;

    std::string_view text_;
    std::size_t at_{};
    std::size_t depth_{};
    std::string unescaped_;
    std::string_view number_text_;
    std::optional<Error> error_;
};

}  // namespace jinsha::json
