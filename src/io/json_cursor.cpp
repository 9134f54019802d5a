#include "io/json_cursor.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::size_t kDeepest = 512;

bool is_space(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0U | (code >> 6U));
        put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000) {
        put(0xE0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    } else {
        put(0xF0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3FU));
        put(0x80U | ((code >> 6U) & 0x3FU));
        put(0x80U | (code & 0x3FU));
    }
}

/// Digits and a point, without exponent: exact as long as both parts of the quotient are (W. D. Clinger
/// 1990). None when they are not, or when it is another kind of number.
struct Decimal {
    double value{};
    std::size_t length{};  // 0: none
};

Decimal short_decimal(std::string_view text) noexcept {
    static constexpr std::array<double, 16> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    constexpr std::size_t kExactDigits = 15;
    std::size_t i = 0, digits = 0, decimals = 0;
    const bool is_negative = !text.empty() && text[0] == '-';
    if (is_negative) ++i;
    std::uint64_t mantissa = 0;
    for (; i < text.size() && is_digit(text[i]); ++i, ++digits)
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[i] - '0');
    if (digits == 0) return {};
    if (i < text.size() && text[i] == '.') {
        for (++i; i < text.size() && is_digit(text[i]); ++i, ++digits, ++decimals)
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(text[i] - '0');
        if (decimals == 0) return {};
    }
    if (digits > kExactDigits || (i < text.size() && (text[i] == 'e' || text[i] == 'E'))) return {};
    const double value = static_cast<double>(mantissa) / kPowers[decimals];
    return {is_negative ? -value : value, i};
}

}  // namespace

JsonCursor::JsonCursor(std::string_view text) noexcept : text_{text} {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

char JsonCursor::peek() noexcept {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool JsonCursor::consume(char c) noexcept {
    if (peek() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
}

std::string_view JsonCursor::kind_of_next() noexcept {
    const char c = peek();
    if (at_ == text_.size()) return "the end of the text";
    switch (c) {
        case '{':
            return "an object";
        case '[':
            return "an array";
        case '"':
            return "a string";
        case 't':
        case 'f':
            return "true or false";
        case 'n':
            return "null";
        default:
            return is_digit(c) || c == '-' ? "a number" : "";
    }
}

void JsonCursor::expected(std::string_view what) {
    if (has_failed()) return;
    std::string found{kind_of_next()};
    if (found.empty()) found = fmt::format("'{}'", text_.substr(at_, 1));
    const std::string_view before = text_.substr(0, at_);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    error_ = Error{
        fmt::format("line {}, column {}: expected {}, found {}", line, at_ - line_begin + 1, what, found)};
    at_ = text_.size();
}

bool JsonCursor::enter(char bracket, std::string_view what) {
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

bool JsonCursor::has_another(char closing) {
    if (has_failed()) return false;
    if (consume(',')) return true;
    if (!consume(closing)) expected(fmt::format("',' or '{}'", closing));
    return false;
}

std::string_view JsonCursor::member_key() {
    if (peek() != '"') {
        expected("a key in quotation marks");
        return {};
    }
    const std::string_view key = string();
    if (!consume(':')) expected("':'");
    return key;
}

std::string_view JsonCursor::string() {
    if (!consume('"')) {
        expected("a string");
        return {};
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return text_.substr(begin, at_++ - begin);

    unescaped_.assign(text_.substr(begin, at_ - begin));
    while (at_ < text_.size() && text_[at_] != '"') {
        if (text_[at_] != '\\') {
            unescaped_ += text_[at_++];
            continue;
        }
        append_escape(unescaped_);
        if (has_failed()) return {};
    }
    if (!consume('"')) {
        expected("'\"' at the end of a string");
        return {};
    }
    return unescaped_;
}

void JsonCursor::append_escape(std::string& out) {
    constexpr std::string_view kShort = "\"\\/bfnrt", kMeaning = "\"\\/\b\f\n\r\t";
    const auto hexadecimal = [this]() -> std::optional<std::uint32_t> {
        std::uint32_t code = 0;
        const std::string_view digits = text_.substr(std::min(at_ + 2, text_.size()), 4);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        if (text_.substr(at_, 2) != "\\u" || digits.size() < 4 || error != std::errc{} ||
            end != digits.data() + 4)
            return std::nullopt;
        return code;
    };
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (const std::size_t place = kShort.find(c); c != '\0' && place != std::string_view::npos) {
        out += kMeaning[place];
        at_ += 2;
        return;
    }
    const auto first = hexadecimal();
    if (!first) {
        expected("an escape such as \\n or \\u91D1");
        return;
    }
    at_ += 6;
    std::uint32_t code = *first;
    const bool is_high = code >= 0xD800 && code < 0xDC00;
    if (const auto second = is_high ? hexadecimal() : std::nullopt;
        second && *second >= 0xDC00 && *second < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10U) + (*second - 0xDC00);
        at_ += 6;
    }
    constexpr std::uint32_t kReplacement = 0xFFFD;  // for half a pair
    append_utf8(out, code >= 0xD800 && code < 0xE000 ? kReplacement : code);
}

bool JsonCursor::literal(std::string_view word) noexcept {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
}

double JsonCursor::number() {
    const char first = peek();
    const std::size_t begin = at_;
    double value = 0;
    if (const Decimal decimal = short_decimal(text_.substr(at_)); decimal.length > 0) {
        value = decimal.value;
        at_ += decimal.length;
    } else if (is_digit(first) || first == '-' || first == 'N' || first == 'I') {
        value = unusual_number();
    } else {
        expected("a number");
    }
    if (has_failed()) return 0;
    number_text_ = text_.substr(begin, at_ - begin);
    return value;
}

double JsonCursor::unusual_number() {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (literal("NaN")) return std::numeric_limits<double>::quiet_NaN();
    if (literal("Infinity")) return kInfinity;
    if (literal("-Infinity")) return -kInfinity;
    double value = 0;
    const std::string_view rest = text_.substr(at_);
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error == std::errc::invalid_argument) {
        expected("a number");
        return 0;
    }
    const std::string_view digits = rest.substr(0, static_cast<std::size_t>(end - rest.data()));
    at_ += digits.size();
    if (error != std::errc::result_out_of_range) return value;
    const std::size_t exponent = digits.find_first_of("eE");
    if (exponent != std::string_view::npos && digits.substr(exponent + 1).starts_with('-')) return 0;
    return digits.starts_with('-') ? -kInfinity : kInfinity;
}

style::Value JsonCursor::value() {
    switch (peek()) {
        case '{': {
            style::Object object;
            members([&](std::string_view key) {
                std::string name{key};
                object.insert_or_assign(std::move(name), value());
            });
            return {std::make_shared<const style::Object>(std::move(object))};
        }
        case '[': {
            style::Array array;
            elements([&] { array.push_back(value()); });
            return {std::make_shared<const style::Array>(std::move(array))};
        }
        case '"':
            return {std::string{string()}};
        case 't':
            if (literal("true")) return {true};
            break;
        case 'f':
            if (literal("false")) return {false};
            break;
        case 'n':
            if (literal("null")) return {};
            break;
        default: {
            if (kind_of_next() != "a number" && peek() != 'N' && peek() != 'I') break;
            const double x = number();
            return std::isfinite(x) ? style::Value{x} : style::Value{};
        }
    }
    expected("a value");
    return {};
}

std::string_view JsonCursor::skip() {
    const char c = peek();
    const std::size_t begin = at_;
    if (c == '{') {
        members([this](std::string_view) { skip(); });
    } else if (c == '[') {
        elements([this] { skip(); });
    } else if (c == '"') {
        static_cast<void>(string());
    } else {
        static_cast<void>(value());
    }
    return has_failed() ? std::string_view{} : text_.substr(begin, at_ - begin);
}

}  // namespace jinsha::io
