#include "style/color_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace jinsha::style {

namespace {

constexpr std::string_view kSpaces{" \t\n\v\f\r"};

std::string lower_trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    std::string lower{text.substr(first, text.find_last_not_of(kSpaces) - first + 1)};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::optional<Color> hex_color(std::string_view digits) {
    std::array<unsigned, 8> nibbles{};
    if (digits.size() > nibbles.size()) return std::nullopt;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto [end, error] = std::from_chars(&digits[i], &digits[i] + 1, nibbles[i], 16);
        if (error != std::errc{}) return std::nullopt;
    }
    const auto single = [&](std::size_t i) { return nibbles[i] * 17 / 255.0; };
    const auto pair = [&](std::size_t i) { return (nibbles[2 * i] * 16 + nibbles[2 * i + 1]) / 255.0; };
    switch (digits.size()) {
        case 3:
            return Color{single(0), single(1), single(2), 1};
        case 4:
            return Color{single(0), single(1), single(2), single(3)};
        case 6:
            return Color{pair(0), pair(1), pair(2), 1};
        case 8:
            return Color{pair(0), pair(1), pair(2), pair(3)};
        default:
            return std::nullopt;
    }
}

// The arguments of rgb() and hsl(): three numbers, perhaps an alpha, and how they are written.
struct Arguments {
    struct Part {
        double number{};
        bool is_percent{}, is_degrees{};
    };
    std::array<Part, 4> parts{};
    bool has_alpha{};
};

class ArgumentReader {
public:
    explicit ArgumentReader(std::string_view text) : rest_{text} {}

    std::optional<Arguments> read() {
        Arguments arguments;
        std::array<char, 3> separators{};
        std::size_t count = 0;
        for (;;) {
            skip_spaces();
            if (count == arguments.parts.size() || !read_part(arguments.parts[count])) return std::nullopt;
            ++count;
            const char separator = read_separator();
            if (separator == '\0') break;
            if (count > separators.size()) return std::nullopt;
            separators[count - 1] = separator;
        }
        arguments.has_alpha = count == 4;
        return count >= 3 && fits_a_notation(separators, count) ? std::optional{arguments} : std::nullopt;
    }

private:
    static bool fits_a_notation(const std::array<char, 3>& separators, std::size_t count) {
        const std::string_view written{separators.data(), count - 1};
        return written == ",," || written == ",,," || written == "  " || written == "  /";
    }
    void skip_spaces() { rest_.remove_prefix(std::min(rest_.size(), rest_.find_first_not_of(kSpaces))); }
    bool read_part(Arguments::Part& part) {
        if (rest_.starts_with('+')) rest_.remove_prefix(1);
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), part.number);
        if (error != std::errc{} || !std::isfinite(part.number)) return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        part.is_percent = rest_.starts_with('%');
        part.is_degrees = rest_.starts_with("deg");
        rest_.remove_prefix(part.is_percent ? 1 : part.is_degrees ? 3 : 0);
        return true;
    }
    // ',', '/', ' ' between parts; '\0' at the end; '?' for anything else.
    char read_separator() {
        const bool has_space = !rest_.empty() && kSpaces.find(rest_[0]) != std::string_view::npos;
        skip_spaces();
        if (rest_.empty()) return '\0';
        if (rest_[0] == ',' || rest_[0] == '/') {
            const char separator = rest_[0];
            rest_.remove_prefix(1);
            return separator;
        }
        return has_space ? ' ' : '?';
    }

    std::string_view rest_;
};

double alpha_of(const Arguments& arguments) {
    if (!arguments.has_alpha) return 1;
    const Arguments::Part& alpha = arguments.parts[3];
    return std::clamp(alpha.is_percent ? alpha.number / 100 : alpha.number, 0.0, 1.0);
}

std::optional<Color> rgb_color(const Arguments& arguments) {
    const auto& [r, g, b, a] = arguments.parts;
    if (r.is_percent != g.is_percent || g.is_percent != b.is_percent) return std::nullopt;
    if (std::ranges::any_of(arguments.parts, &Arguments::Part::is_degrees)) return std::nullopt;
    const double full = r.is_percent ? 100 : 255;
    const auto part = [full](double number) { return std::clamp(number / full, 0.0, 1.0); };
    return Color{part(r.number), part(g.number), part(b.number), alpha_of(arguments)};
}

std::optional<Color> hsl_color(const Arguments& arguments) {
    const auto& [h, s, l, a] = arguments.parts;
    if (h.is_percent || !s.is_percent || !l.is_percent || a.is_degrees) return std::nullopt;
    const double saturation = std::clamp(s.number / 100, 0.0, 1.0);
    const double lightness = std::clamp(l.number / 100, 0.0, 1.0);
    // CSS Color Module Level 4, section 7.1.
    const auto part = [&](double n) {
        const double k = std::fmod(std::fmod(n + h.number / 30, 12) + 12, 12);
        const double amplitude = saturation * std::min(lightness, 1 - lightness);
        return lightness - amplitude * std::max(-1.0, std::min({k - 3, 9 - k, 1.0}));
    };
    return Color{part(0), part(8), part(4), alpha_of(arguments)};
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
    const std::string lower = lower_trimmed(text);
    if (lower == "transparent") return Color{0, 0, 0, 0};
    if (lower.starts_with('#')) return hex_color(std::string_view{lower}.substr(1));
    if (const auto rgb = named_color(lower)) {
        return Color{(*rgb >> 16 & 0xFF) / 255.0, (*rgb >> 8 & 0xFF) / 255.0, (*rgb & 0xFF) / 255.0, 1};
    }
    const std::size_t open = lower.find('(');
    if (open == std::string::npos || !lower.ends_with(')')) return std::nullopt;
    const std::string_view name = std::string_view{lower}.substr(0, open);
    const bool is_rgb = name == "rgb" || name == "rgba";
    if (!is_rgb && name != "hsl" && name != "hsla") return std::nullopt;
    const auto arguments =
        ArgumentReader{std::string_view{lower}.substr(open + 1, lower.size() - open - 2)}.read();
    if (!arguments) return std::nullopt;
    return is_rgb ? rgb_color(*arguments) : hsl_color(*arguments);
}

}  // namespace jinsha::style
