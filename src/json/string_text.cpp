#include "json/string_text.hpp"

#include "json/scan.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>

namespace jinsha::json {
namespace {

constexpr std::string_view kShort = "\"\\/bfnrt", kMeaning = "\"\\/\b\f\n\r\t";
constexpr std::uint32_t kReplacement = 0xFFFD;

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

/// The code unit of the \uXXXX at `at`.
std::optional<std::uint32_t> code_unit(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) != "\\u" || text.size() - at < 6) return std::nullopt;
    std::uint32_t code = 0;
    const char* const end = text.data() + at + 6;
    const auto [last, error] = std::from_chars(text.data() + at + 2, end, code, 16);
    if (error != std::errc{} || last != end) return std::nullopt;
    return code;
}

/// Appends the meaning of the escape at `at` and gives the place behind it.
std::size_t append_escape(std::string& out, std::string_view text, std::size_t at) {
    const char c = at + 1 < text.size() ? text[at + 1] : '\0';
    if (const std::size_t place = kShort.find(c); c != '\0' && place != std::string_view::npos) {
        out += kMeaning[place];
        return at + 2;
    }
    const auto first = code_unit(text, at);
    if (!first) {
        out += text[at];
        return at + 1;
    }
    const bool is_high = *first >= 0xD800 && *first < 0xDC00;
    const auto second = is_high ? code_unit(text, at + 6) : std::nullopt;
    if (second && *second >= 0xDC00 && *second < 0xE000) {
        append_utf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
        return at + 12;
    }
    append_utf8(out, *first >= 0xD800 && *first < 0xE000 ? kReplacement : *first);
    return at + 6;
}

/// The code point of a sound UTF-8 sequence.
std::uint32_t code_point(std::string_view sequence) {
    constexpr std::uint32_t kLead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    std::uint32_t code = static_cast<unsigned char>(sequence[0]) & kLead[sequence.size()];
    for (const char c : sequence.substr(1)) code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

void append_code_units(std::string& out, std::uint32_t code) {
    auto end = std::back_inserter(out);
    if (code < 0x10000) {
        fmt::format_to(end, "\\u{:04x}", code);
        return;
    }
    code -= 0x10000;
    fmt::format_to(end, "\\u{:04x}\\u{:04x}", 0xD800 + (code >> 10U), 0xDC00 + (code & 0x3FFU));
}

void append_ascii(std::string& out, char c) {
    const std::size_t place = c == '/' ? std::string_view::npos : kMeaning.find(c);
    if (place != std::string_view::npos) {
        out += '\\';
        out += kShort[place];
    } else if (static_cast<unsigned char>(c) < 0x20) {
        append_code_units(out, static_cast<unsigned char>(c));
    } else {
        out += c;
    }
}

}  // namespace

void append_unescaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = std::min(text.find('\\', at), text.size());
        out.append(text, at, next - at);
        at = next < text.size() ? append_escape(out, text, next) : next;
    }
}

std::string unescaped(std::string_view text) {
    std::string out;
    append_unescaped(out, text);
    return out;
}

std::string quoted(std::string_view text, NonAscii non_ascii) {
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            append_ascii(out, text[at++]);
            continue;
        }
        const std::size_t length = utf8_length(text, at);
        const std::uint32_t code = length == 0 ? kReplacement : code_point(text.substr(at, length));
        if (non_ascii == NonAscii::Escaped)
            append_code_units(out, code);
        else
            append_utf8(out, code);
        at += length == 0 ? 1 : length;
    }
    return out += '"';
}

}  // namespace jinsha::json
