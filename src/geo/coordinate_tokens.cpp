#include "geo/coordinate_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace jinsha::geo {
namespace {

using Kind = CoordinateToken::Kind;

struct Word {
    std::string_view text;
    std::optional<CoordinateToken> token;  // none: says nothing
};

constexpr CoordinateToken mark(Kind kind) {
    return {kind, 0, false, 0};
}
constexpr CoordinateToken towards(char hemisphere) {
    return {Kind::Hemisphere, 0, false, hemisphere};
}

/// Longer words stand before those that they begin with. Lower case.
const std::array<Word, 60> kWords{{
    {"北纬", towards('N')},
    {"南纬", towards('S')},
    {"东经", towards('E')},
    {"西经", towards('W')},
    {"纬度", std::nullopt},
    {"经度", std::nullopt},
    {"latitude", std::nullopt},
    {"longitude", std::nullopt},
    {"lat", std::nullopt},
    {"lon", std::nullopt},
    {"lng", std::nullopt},
    {"point", std::nullopt},
    {"degrees", mark(Kind::Degrees)},
    {"deg", mark(Kind::Degrees)},
    {"北", towards('N')},
    {"南", towards('S')},
    {"东", towards('E')},
    {"西", towards('W')},
    {"n", towards('N')},
    {"s", towards('S')},
    {"e", towards('E')},
    {"w", towards('W')},
    {"x", std::nullopt},
    {"y", std::nullopt},
    {"m", std::nullopt},
    {"米", std::nullopt},
    {"=", std::nullopt},
    {"＝", std::nullopt},
    {":", std::nullopt},
    {"：", std::nullopt},
    {"(", std::nullopt},
    {")", std::nullopt},
    {"（", std::nullopt},
    {"）", std::nullopt},
    {"[", std::nullopt},
    {"]", std::nullopt},
    {"°", mark(Kind::Degrees)},
    {"º", mark(Kind::Degrees)},
    {"度", mark(Kind::Degrees)},
    {"''", mark(Kind::Seconds)},
    {"′′", mark(Kind::Seconds)},
    {"’’", mark(Kind::Seconds)},
    {"′", mark(Kind::Minutes)},
    {"'", mark(Kind::Minutes)},
    {"’", mark(Kind::Minutes)},
    {"分", mark(Kind::Minutes)},
    {"″", mark(Kind::Seconds)},
    {"\"", mark(Kind::Seconds)},
    {"”", mark(Kind::Seconds)},
    {"秒", mark(Kind::Seconds)},
    {",", mark(Kind::Separator)},
    {"，", mark(Kind::Separator)},
    {"、", mark(Kind::Separator)},
    {";", mark(Kind::Separator)},
    {"；", mark(Kind::Separator)},
    {"\t", mark(Kind::Separator)},
    {"\n", mark(Kind::Separator)},
    {"\r", std::nullopt},
    {" ", std::nullopt},
    {"\u3000", std::nullopt},
}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// How much of `text` is a minus; 0 when it begins with none.
std::size_t minus_length(std::string_view text) {
    for (const std::string_view minus : {"-", "−", "－"}) {
        if (text.starts_with(minus)) return minus.size();
    }
    return 0;
}

/// "e" after a number is east ("101.6E"), so exponents are not read.
std::optional<CoordinateToken> take_number(std::string_view& text) {
    const std::size_t sign = minus_length(text);
    const std::string_view unsigned_text = text.substr(sign);
    if (unsigned_text.empty() || !is_digit(unsigned_text.front())) return std::nullopt;
    CoordinateToken token{Kind::Number, 0, sign > 0, 0};
    const char* const begin = unsigned_text.data();
    const auto [end, error] =
        std::from_chars(begin, begin + unsigned_text.size(), token.number, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(token.number)) return std::nullopt;
    text = unsigned_text.substr(static_cast<std::size_t>(end - begin));
    return token;
}

/// The character at the beginning, for messages.
std::string_view first_character(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
    return text.substr(0, size);
}

}  // namespace

Result<std::vector<CoordinateToken>> coordinate_tokens(std::string_view text) {
    std::vector<CoordinateToken> tokens;
    const std::string lower = lower_ascii(text);
    for (std::string_view rest = lower; !rest.empty();) {
        if (const auto number = take_number(rest)) {
            tokens.push_back(*number);
            continue;
        }
        const auto word = std::ranges::find_if(
            kWords, [&](const Word& candidate) { return rest.starts_with(candidate.text); });
        if (word == kWords.end()) {
            return fail("expected coordinates, found '{}'", first_character(rest));
        }
        rest.remove_prefix(word->text.size());
        if (word->token) tokens.push_back(*word->token);
    }
    return tokens;
}

}  // namespace jinsha::geo
