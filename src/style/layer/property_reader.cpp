#include "style/layer/property_reader.hpp"

#include "style/expression/property_expression.hpp"
#include "style/layer/nearest_name.hpp"
#include "style/legacy/function.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cassert>
#include <cmath>

namespace jinsha::style {

namespace {

using Read = tl::expected<ExpressionPtr, Problem>;

tl::unexpected<Problem> problem(std::string where, std::string message) {
    return tl::make_unexpected(Problem{Severity::Error, std::move(where), std::move(message)});
}

tl::unexpected<Problem> problem(std::string_view pointer, const ParsingError& error) {
    return problem(pointer_with_key(pointer, error.key), error.message);
}

ExpressionRules rules_of(const PropertySpec& spec) {
    return {
        .type = expression_type(spec),
        .takes_feature = spec.parameters == Parameters::ZoomAndFeature,
        .takes_zoom = spec.parameters == Parameters::Zoom || spec.parameters == Parameters::ZoomAndFeature,
        .is_interpolated = spec.is_interpolated};
}

FunctionRules function_rules_of(const PropertySpec& spec) {
    FunctionRules rules{.type = expression_type(spec),
                        .is_interpolated = spec.is_interpolated,
                        .has_tokens = spec.has_tokens};
    if (spec.type == PropertyType::Enum) rules.enum_values = spec.values;
    if (!spec.default_json.empty()) rules.default_value = Json::parse(spec.default_json);
    return rules;
}

// Whether an array is meant as an expression, be its operator known or not.
bool is_meant_as_expression(const Json& json, const PropertySpec& spec) {
    if (is_expression(json)) return true;
    const bool may_begin_with_text = spec.type == PropertyType::Texts || spec.type == PropertyType::Enums ||
                                     spec.type == PropertyType::AnchorOffsets;
    return json.is_array() && !json.empty() && json[0].is_string() && !may_begin_with_text;
}

Read parse(const Json& expression, const PropertySpec& spec, std::string_view pointer) {
    auto parsed = parse_property_expression(expression, rules_of(spec));
    if (!parsed) return problem(pointer, parsed.error().front());
    return std::move(*parsed);
}

Read read_constant(const Json& json, const PropertySpec& spec, std::string_view pointer) {
    if (spec.has_tokens && json.is_string()) {
        if (const auto filled_in = tokens_as_expression(json.get_ref<const std::string&>())) {
            return parse(*filled_in, spec, pointer);
        }
    }
    const Json literal = json.is_structured() ? Json::array({"literal", json}) : json;
    auto parsed = parse_property_expression(literal, rules_of(spec));
    if (!parsed) return problem(std::string{pointer}, unexpected_value(spec, json));
    return std::move(*parsed);
}

/// A value that stands in the tables, which are right; null for "".
ExpressionPtr from_table(const PropertySpec& spec, std::string_view json) {
    if (json.empty()) return nullptr;
    auto parsed = read_constant(Json::parse(json), spec, spec.name);
    assert(parsed);
    return std::move(*parsed);
}

std::string expected_number(const Range& range) {
    if (std::isfinite(range.minimum) && std::isfinite(range.maximum)) {
        return fmt::format("a number from {} to {}", number_text(range.minimum), number_text(range.maximum));
    }
    return std::isfinite(range.minimum) ? fmt::format("a number of at least {}", number_text(range.minimum))
                                        : std::string{"a number"};
}

std::string quoted_list(std::span<const std::string_view> values) {
    std::string list;
    for (const std::string_view value : values)
        list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", value);
    return list;
}

std::string expected_value(const PropertySpec& spec) {
    switch (spec.type) {
        case PropertyType::Number:
            return expected_number(spec.range);
        case PropertyType::Boolean:
            return "true or false";
        case PropertyType::Color:
            return R"~(a color like "#1f6f78", "rgb(31, 111, 120)" or "teal")~";
        case PropertyType::Enum:
            return fmt::format("one of {}", quoted_list(spec.values));
        case PropertyType::Enums:
            return fmt::format("an array of {}", quoted_list(spec.values));
        case PropertyType::Texts:
            return "an array of texts";
        case PropertyType::Numbers:
            return spec.length > 0 ? fmt::format("an array of {} numbers", spec.length)
                                   : "an array of numbers";
        case PropertyType::Padding:
            return "a number or an array of 1 to 4 numbers";
        case PropertyType::AnchorOffsets:
            return R"(an array like ["top", [0, 1]])";
        case PropertyType::Formatted:
        case PropertyType::Image:
            break;
    }
    return "a text";
}

std::string shortened(std::string text) {
    constexpr std::size_t kMost = 60;
    if (text.size() <= kMost) return text;
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

}  // namespace

tl::expected<ExpressionPtr, Problem> read_property(const Json& json, const PropertySpec& spec,
                                                   std::string_view pointer) {
    if (is_function(json)) {
        const auto expression = function_as_expression(json, function_rules_of(spec));
        if (!expression) return problem(pointer, expression.error());
        return parse(*expression, spec, pointer);
    }
    if (is_meant_as_expression(json, spec)) return parse(json, spec, pointer);
    return read_constant(json, spec, pointer);
}

ExpressionPtr default_of(const PropertySpec& spec) {
    return from_table(spec, spec.default_json);
}

ExpressionPtr fallback_of(const PropertySpec& spec) {
    return from_table(spec, spec.fallback_json);
}

std::string unexpected_value(const PropertySpec& spec, const Json& found) {
    std::string message = fmt::format("expected {}, found {}", expected_value(spec),
                                      shortened(found.dump(-1, ' ', false, Json::error_handler_t::replace)));
    if (!spec.values.empty() && found.is_string()) {
        const std::string_view near = nearest_name(found.get_ref<const std::string&>(), spec.values);
        if (!near.empty()) message += fmt::format("; did you mean \"{}\"?", near);
    }
    return message;
}

std::string pointer_with_key(std::string_view pointer, std::string_view key) {
    std::string result{pointer};
    for (const char c : key) {
        if (c == '[') result += '/';
        if (c != '[' && c != ']') result += c;
    }
    return result;
}

}  // namespace jinsha::style
