#include "style/fixture.hpp"

#include "style/expression/property_expression.hpp"
#include "style/fixture_input.hpp"
#include "style/fixture_output.hpp"
#include "style/legacy/function.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string_view>

namespace jinsha::style {

namespace {

std::optional<Type> type_named(const std::string& name) {
    static constexpr std::array<std::pair<std::string_view, Kind>, 13> kTypes{
        {{"number", Kind::Number},
         {"string", Kind::String},
         {"enum", Kind::String},
         {"boolean", Kind::Boolean},
         {"color", Kind::Color},
         {"formatted", Kind::Formatted},
         {"resolvedImage", Kind::ResolvedImage},
         {"padding", Kind::Padding},
         {"numberArray", Kind::NumberArray},
         {"colorArray", Kind::ColorArray},
         {"variableAnchorOffsetCollection", Kind::VariableAnchorOffsets},
         {"projectionDefinition", Kind::ProjectionDefinition},
         {"value", Kind::Value}}};
    const auto* found =
        std::ranges::find(kTypes, std::string_view{name}, &std::pair<std::string_view, Kind>::first);
    return found == kTypes.end() ? std::nullopt : std::optional{Type{found->second}};
}

std::optional<Type> type_of_spec(const Json& spec) {
    const std::string name = spec.value("type", "");
    if (name != "array") return type_named(name);
    std::optional<std::size_t> length;
    if (spec.contains("length")) length = spec["length"].get<std::size_t>();
    return array_type(type_named(spec.value("value", "value")).value_or(Type{}), length);
}

ExpressionRules rules_of(const Json& spec) {
    const std::string property_type = spec.value("property-type", "data-driven");
    ExpressionRules rules{.type = type_of_spec(spec),
                          .coerces_to_text = spec.value("type", "") == "string",
                          .takes_feature = property_type.ends_with("data-driven")};
    if (spec.contains("expression")) {
        const Json parameters = spec["expression"].value("parameters", Json::array());
        rules.takes_zoom = std::ranges::find(parameters, Json("zoom")) != parameters.end();
        rules.is_interpolated = spec["expression"].value("interpolated", false);
    }
    return rules;
}

FunctionRules function_rules_of(const Json& spec) {
    FunctionRules rules{.type = type_of_spec(spec).value_or(Type{}),
                        .is_interpolated = rules_of(spec).is_interpolated,
                        .has_tokens = spec.value("tokens", false),
                        .default_value = spec.value("default", Json{})};
    if (spec.value("type", "") == "enum") {
        rules.enum_values = Json::array();
        for (const auto& [name, value] : spec["values"].items()) rules.enum_values.push_back(name);
    }
    return rules;
}

ParsedExpression parse(const Fixture& fixture) {
    const Json spec = fixture.json.value("propertySpec", Json::object());
    const Json& written = fixture.json["expression"];
    const bool is_older = is_function(written);
    const auto expression = is_older ? function_as_expression(written, function_rules_of(spec)) : written;
    if (!expression) return tl::make_unexpected(std::vector{expression.error()});
    ExpressionRules rules = rules_of(spec);
    // Functions assert what the property is, they do not coerce.
    if (is_older) rules.coerces_to_text = false;
    return parse_property_expression(*expression, rules);
}

Json compiled(const ParsedExpression& parsed) {
    if (parsed) {
        return {{"result", "success"},
                {"isFeatureConstant", (*parsed)->is_feature_constant()},
                {"isZoomConstant", (*parsed)->is_zoom_constant()},
                {"type", to_string((*parsed)->type())}};
    }
    Json errors = Json::array();
    for (const ParsingError& error : parsed.error())
        errors.push_back({{"key", error.key}, {"error", error.message}});
    return {{"result", "error"}, {"errors", errors}};
}

Json output(const Expression& expression, const FixtureInput& input) {
    const Evaluated value = expression.evaluate(input.input());
    if (value) return fixture_json(*value);
    const auto& reason = *value.error().reason;
    return {{"error", "layers[0].paint.some-property" + reason.key + ": " + reason.message}};
}

void collect_operators(const Json& json, std::set<std::string>& names) {
    if (json.is_array() && !json.empty() && json[0].is_string()) {
        if (is_expression(json)) names.insert(json[0]);
        if (json[0] == "literal") return;
    }
    if (json.is_structured()) {
        for (const Json& item : json) collect_operators(item, names);
    }
}

std::string differs(std::string_view what, const Json& expected, const Json& found) {
    return std::string{what} + "\n    expected " + expected.dump() + "\n    found    " + found.dump();
}

}  // namespace

std::vector<Fixture> read_fixtures(const std::filesystem::path& folder) {
    std::vector<Fixture> fixtures;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().filename() != "test.json") continue;
        std::ifstream file{entry.path()};
        fixtures.push_back(
            {entry.path().parent_path().lexically_relative(folder).string(), Json::parse(file)});
    }
    std::ranges::sort(fixtures, {}, &Fixture::name);
    return fixtures;
}

std::optional<std::string> difference(const Fixture& fixture) {
    const Json& expected = fixture.json["expected"];
    const ParsedExpression parsed = parse(fixture);
    const Json result = compiled(parsed);
    if (!is_nearly(result, expected["compiled"])) return differs("compiled", expected["compiled"], result);
    if (!parsed) return std::nullopt;
    const Json inputs = fixture.json.value("inputs", Json::array());
    const Json outputs = expected.value("outputs", Json::array());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const FixtureInput input{inputs[i][0], inputs[i][1], fixture.json.value("globalState", Json{})};
        const Json found = output(**parsed, input);
        if (!is_nearly(found, outputs[i])) return differs("input " + inputs[i].dump(), outputs[i], found);
    }
    return std::nullopt;
}

bool uses_listed_operators_only(const Fixture& fixture) {
    static const std::set<std::string> kListed{
        "get",        "has",    "!",         "==",        "!=",          "<",
        "<=",         ">",      ">=",        "all",       "any",         "in",
        "match",      "case",   "coalesce",  "step",      "interpolate", "zoom",
        "literal",    "concat", "to-string", "to-number", "to-boolean",  "to-color",
        "rgb",        "rgba",   "string",    "number",    "boolean",     "array",
        "at",         "length", "let",       "var",       "+",           "-",
        "*",          "/",      "%",         "^",         "min",         "max",
        "round",      "floor",  "ceil",      "abs",       "id",          "geometry-type",
        "properties", "upcase", "downcase",  "object"};
    std::set<std::string> used;
    collect_operators(fixture.json["expression"], used);
    return std::ranges::includes(kListed, used);
}

}  // namespace jinsha::style
