#include "json/cursor.hpp"

#include "json/number_text.hpp"
#include "json/places.hpp"
#include "json/string_text.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::json {

Cursor::Cursor(std::string_view text) noexcept : text_{text}, at_{byte_order_mark_length(text)} {}

char Cursor::peek() noexcept {
    at_ = skip_space(text_, at_);
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool Cursor::consume(char c) noexcept {
    if (peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
}

std::string_view Cursor::kind_of_next() noexcept {
    at_ = skip_space(text_, at_);
    return kind_at(text_, at_);
}

void Cursor::expected(std::string_view what) {
    if (has_failed()) return;
    std::string found{kind_of_next()};
    if (found.empty())
        found = fmt::format("'{}'", text_.substr(at_, std::max<std::size_t>(1, utf8_length(text_, at_))));
    error_ = Error{fmt::format("{}: expected {}, found {}", to_string(place_in(text_, at_)), what, found)};
    at_ = text_.size();
}

bool Cursor::enter(char bracket, std::string_view what) {
    if (has_failed()) return false;
    if (depth_ == kDeepest) {
        expected(fmt::format("at most {} levels of brackets", kDeepest));
        return false;
    }
    if (!consume(bracket)) {
        expected(what);
        return false;
    }
    ++depth_;
    return true;
}

bool Cursor::has_another(char closing) {
    if (has_failed()) return false;
    if (consume(',')) return true;
    if (!consume(closing)) expected(fmt::format("',' or '{}'", closing));
    return false;
}

std::string_view Cursor::member_key() {
    if (peek() != '"') {
        expected("a key in quotation marks");
        return {};
    }
    const std::string_view key = string();
    if (!consume(':')) expected("':'");
    return key;
}

std::string_view Cursor::string() {
    if (peek() != '"') {
        expected("a string");
        return {};
    }
    const StringEnd found = find_string_end(text_, at_);
    if (!found.is_closed) {
        at_ = found.end;
        expected("'\"' at the end of a string");
        return {};
    }
    const std::string_view inside = text_.substr(at_ + 1, found.end - at_ - 2);
    if (found.has_escapes) return unescaped_string(inside);
    at_ = found.end;
    return inside;
}

std::string_view Cursor::unescaped_string(std::string_view inside) {
    if (const StringToken token = scan_string(text_, at_); token.bad_escape != StringToken::kNowhere) {
        at_ = token.bad_escape;
        expected("an escape such as \\n or \\u91D1");
        return {};
    }
    at_ += inside.size() + 2;
    unescaped_.clear();
    append_unescaped(unescaped_, inside);
    return unescaped_;
}

bool Cursor::take(std::string_view word) noexcept {
    const std::size_t end = skip_word(text_, at_, word);
    return std::exchange(at_, end) != end;
}

double Cursor::number() {
    at_ = skip_space(text_, at_);
    if (const ShortNumber number = read_short_number(text_, at_); number.end > 0) {
        number_text_ = text_.substr(at_, number.end - at_);
        at_ = number.end;
        return number.value;
    }
    const NumberToken token = scan_number(text_, at_);
    if (token.end == at_ || !(token.is_sound || token.is_a_word)) {
        expected("a number");
        return 0;
    }
    number_text_ = text_.substr(at_, token.end - at_);
    at_ = token.end;
    return number_of(number_text_);
}

bool Cursor::boolean() {
    at_ = skip_space(text_, at_);
    if (take("true")) return true;
    if (!take("false")) expected("true or false");
    return false;
}

void Cursor::null() {
    at_ = skip_space(text_, at_);
    if (!take("null")) expected("null");
}

std::string_view Cursor::skip() {
    const char c = peek();
    const std::size_t begin = at_;
    if (c == '{') {
        members([this](std::string_view) { skip(); });
    } else if (c == '[') {
        elements([this] { skip(); });
    } else if (c == '"') {
        static_cast<void>(string());
    } else if (kind_of_next() == "true or false") {
        static_cast<void>(boolean());
    } else if (kind_of_next() == "null") {
        null();
    } else if (scan_number(text_, at_).end > at_) {
        static_cast<void>(number());
    } else {
        expected("a value");
    }
    return has_failed() ? std::string_view{} : text_.substr(begin, at_ - begin);
}

}  // namespace jinsha::json
