#include "style/expression/property_expression.hpp"

#include "style/expression/operator_table.hpp"
#include "style/expression/zoom_curve.hpp"

#include <nlohmann/json.hpp>

namespace jinsha::style {

namespace {

/// More levels than any hand writes, and few enough for the stack.
constexpr int kMaxLevels = 128;

tl::unexpected<std::vector<ParsingError>> whole_is_wrong(std::string message) {
    return tl::make_unexpected(std::vector<ParsingError>{{"", std::move(message)}});
}

}  // namespace

ParsedExpression parse_free_expression(const Json& json, const ExpressionRules& rules) {
    if (is_nested_deeper(json, kMaxLevels)) return whole_is_wrong("The expression is nested too deeply.");
    std::vector<ParsingError> errors;
    ParsingContext context{operators(), rules.type, errors};
    ExpressionPtr parsed =
        context.parse(json, rules.coerces_to_text ? Annotation::Coerce : Annotation::Automatic);
    if (!parsed) return tl::make_unexpected(std::move(errors));
    return parsed;
}

ParsedExpression parse_property_expression(const Json& json, const ExpressionRules& rules) {
    ParsedExpression parsed = parse_free_expression(json, rules);
    if (!parsed) return parsed;
    const Expression& expression = **parsed;
    if (!expression.is_feature_constant() && !rules.takes_feature) {
        return whole_is_wrong("data expressions not supported");
    }
    if (!expression.is_zoom_constant() && !rules.takes_zoom)
        return whole_is_wrong("zoom expressions not supported");
    const auto curve = find_zoom_curve(expression);
    if (!curve) return whole_is_wrong(curve.error());
    if (!*curve && !expression.is_zoom_constant()) {
        return whole_is_wrong(
            R"("zoom" expression may only be used as input to a top-level "step" or "interpolate" expression.)");
    }
    if (*curve && (*curve)->role() == Role::Interpolate && !rules.is_interpolated) {
        return whole_is_wrong(R"("interpolate" expressions cannot be used with this property)");
    }
    return parsed;
}

bool is_expression(const Json& json) {
    return json.is_array() && !json.empty() && json[0].is_string() &&
           operators().find(json[0].get_ref<const std::string&>()) != nullptr;
}

}  // namespace jinsha::style
