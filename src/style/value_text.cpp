#include "style/value_text.hpp"

#include "style/decimal.hpp"
#include "style/style_value.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace jinsha::style {

namespace {

std::string quoted(std::string_view text) {
    std::string out{"\""};
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out += c;
                }
        }
    }
    return out + '"';
}

std::string joined_numbers(const auto& numbers) {
    std::string out;
    for (const double number : numbers) {
        if (!out.empty()) out += ',';
        out += number_text(number);
    }
    return out;
}

std::string color_text(const Color& color) {
    const auto byte = [](double part) { return number_text(std::round(part * 255)); };
    return fmt::format("rgba({},{},{},{})", byte(color.r), byte(color.g), byte(color.b),
                       number_text(color.a));
}

struct StyleValueText {
    std::string operator()(const Formatted& formatted) const { return formatted.plain_text(); }
    std::string operator()(const ResolvedImage& image) const { return image.name; }
    std::string operator()(const Collator& collator) const { return collator.locale; }
    std::string operator()(const Padding& padding) const {
        return fmt::format("[{}]", joined_numbers(padding.sides));
    }
    std::string operator()(const NumberArray& array) const {
        return fmt::format("[{}]", joined_numbers(array.values));
    }
    std::string operator()(const ColorArray& array) const {
        std::string out;
        for (const Color& color : array.values) {
            if (!out.empty()) out += ',';
            out += quoted(color_text(color));
        }
        return fmt::format("[{}]", out);
    }
    std::string operator()(const VariableAnchorOffsets& offsets) const {
        std::string out;
        for (const auto& [anchor, offset] : offsets.values) {
            out += fmt::format("{}{},[{}]", out.empty() ? "" : ",", quoted(anchor), joined_numbers(offset));
        }
        return fmt::format("[{}]", out);
    }
    std::string operator()(const ProjectionDefinition& projection) const {
        return fmt::format("[\"{}\",\"{}\",{}]", projection.from, projection.to,
                           number_text(projection.transition));
    }
};

struct JsonText {
    std::string operator()(std::nullptr_t) const { return "null"; }
    std::string operator()(bool boolean) const { return boolean ? "true" : "false"; }
    std::string operator()(double number) const {
        return std::isfinite(number) ? number_text(number) : std::string{"null"};
    }
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(const Color& color) const { return quoted(color_text(color)); }
    std::string operator()(const std::shared_ptr<const Array>& array) const {
        std::string out;
        for (const Value& item : *array) {
            if (!out.empty()) out += ',';
            out += json_text(item);
        }
        return fmt::format("[{}]", out);
    }
    std::string operator()(const std::shared_ptr<const Object>& object) const {
        std::string out;
        for (const auto& [name, value] : *object) {
            out += fmt::format("{}{}:{}", out.empty() ? "" : ",", quoted(name), json_text(value));
        }
        return fmt::format("{{{}}}", out);
    }
    std::string operator()(const std::shared_ptr<const StyleValue>& value) const {
        const std::string text = std::visit(StyleValueText{}, value->data);
        return text.starts_with('[') ? text : quoted(text);
    }
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces{" \t\n\v\f\r"};
    const std::size_t first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::optional<double> whole_number(std::string_view digits, int base) {
    std::uint64_t number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return static_cast<double>(number);
}

}  // namespace

std::string number_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    if (number == 0) return "0";
    const std::string sign = number < 0 ? "-" : "";
    const auto [digits, exponent] = shortest_decimal(std::abs(number));
    const int count = static_cast<int>(digits.size());
    if (exponent >= 21 || exponent < -6) {
        return fmt::format("{}{}{}{}e{}{}", sign, digits[0], count > 1 ? "." : "", digits.substr(1),
                           exponent < 0 ? '-' : '+', std::abs(exponent));
    }
    if (exponent < 0) return fmt::format("{}0.{:0>{}}", sign, digits, count - exponent - 1);
    if (count <= exponent + 1) return fmt::format("{}{:0<{}}", sign, digits, exponent + 1);
    const auto point = static_cast<std::size_t>(exponent + 1);
    return fmt::format("{}{}.{}", sign, digits.substr(0, point), digits.substr(point));
}

std::string to_text(const Value& value) {
    if (value.is_null()) return {};
    if (const std::string* text = value.text()) return *text;
    if (const double* number = value.number()) return number_text(*number);
    if (const Color* color = value.color()) return color_text(*color);
    if (const StyleValue* style_value = value.style_value())
        return std::visit(StyleValueText{}, style_value->data);
    return json_text(value);
}

std::string json_text(const Value& value) {
    return std::visit(JsonText{}, value.data);
}

std::optional<double> number_from_text(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return 0;
    if (text.size() > 2 && text[0] == '0') {
        switch (text[1]) {
            case 'x':
            case 'X':
                return whole_number(text.substr(2), 16);
            case 'o':
            case 'O':
                return whole_number(text.substr(2), 8);
            case 'b':
            case 'B':
                return whole_number(text.substr(2), 2);
            default:
                break;
        }
    }
    const bool is_signed = text[0] == '+' || text[0] == '-';
    const std::string_view digits = is_signed ? text.substr(1) : text;
    const double sign = text[0] == '-' ? -1 : 1;
    if (digits == "Infinity") return sign * std::numeric_limits<double>::infinity();
    // from_chars also reads "inf", "nan" and a second sign, which ECMAScript does not.
    if (digits.empty() || (digits[0] != '.' && (digits[0] < '0' || digits[0] > '9'))) return std::nullopt;
    double number{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (end != digits.data() + digits.size()) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        // Too large is infinite, too small is zero; from_chars does not say which.
        const bool is_small = digits.find("e-") != std::string_view::npos || digits.starts_with("0.");
        return is_small ? 0 : sign * std::numeric_limits<double>::infinity();
    }
    if (error != std::errc{}) return std::nullopt;
    return sign * number;
}

}  // namespace jinsha::style
