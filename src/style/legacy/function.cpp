#include "style/legacy/function.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace jinsha::style {

namespace {

using Converted = tl::expected<Json, ParsingError>;

tl::unexpected<ParsingError> wrong(std::string message) {
    return tl::make_unexpected(ParsingError{"", std::move(message)});
}

// Arrays and objects would be taken for expressions.
Json quoted(const Json& value) {
    return value.is_structured() ? Json::array({"literal", value}) : value;
}

struct Stop {
    Json input, output;
};
using Stops = std::vector<Stop>;

enum class FunctionType { Identity, Exponential, Interval, Categorical };

struct Function {
    FunctionType type;
    const Json& json;
    const FunctionRules& rules;

    [[nodiscard]] std::optional<Json> fallback() const {
        if (!json.contains("default")) return std::nullopt;
        return quoted(json["default"]);
    }
    [[nodiscard]] Json property() const { return Json::array({"get", json["property"]}); }
    [[nodiscard]] const char* interpolation() const {
        const std::string space = json.value("colorSpace", "rgb");
        return space == "hcl" ? "interpolate-hcl" : space == "lab" ? "interpolate-lab" : "interpolate";
    }
    [[nodiscard]] Json curve() const {
        const double base = json.value("base", 1.0);
        return base == 1 ? Json::array({"linear"}) : Json::array({"exponential", base});
    }
};

// Appends stops to a `step`, `interpolate` or `match`; the first of two with one input counts.
void append(Json& expression, const Stops& stops, bool is_step) {
    bool is_first = true;
    Json last;
    for (const Stop& stop : stops) {
        if (!is_first && stop.input == last) continue;
        if (!is_step || !is_first) expression.push_back(stop.input);
        expression.push_back(stop.output);
        last = stop.input;
        is_first = false;
    }
    // A step with one output is no step: it takes a second one that is the same.
    if (is_step && expression.size() == 3) {
        const Json only = expression[2];
        expression.push_back(0);
        expression.push_back(only);
    }
}

// Where the property is no number, the default of the function stands in.
Json for_numbers_only(const Function& function, Json expression) {
    const auto fallback = function.fallback();
    if (!fallback) return expression;
    const Json is_number = Json::array({"==", Json::array({"typeof", function.property()}), "number"});
    return Json::array({"case", is_number, std::move(expression), *fallback});
}

Json categorical(const Function& function, const Stops& stops) {
    const Json fallback = function.fallback().value_or(quoted(function.rules.default_value));
    if (!stops.empty() && stops[0].input.is_boolean()) {
        Json expression = Json::array({"case"});
        for (const Stop& stop : stops) {
            expression.push_back(Json::array({"==", function.property(), stop.input}));
            expression.push_back(stop.output);
        }
        expression.push_back(fallback);
        return expression;
    }
    Json expression = Json::array({"match", function.property()});
    append(expression, stops, false);
    expression.push_back(fallback);
    return expression;
}

Json by_property(const Function& function, const Stops& stops) {
    if (function.type == FunctionType::Categorical) return categorical(function, stops);
    const Json input = Json::array({"number", function.property()});
    const bool is_step = function.type == FunctionType::Interval;
    Json expression = is_step ? Json::array({"step", input})
                              : Json::array({function.interpolation(), function.curve(), input});
    append(expression, stops, is_step);
    return for_numbers_only(function, std::move(expression));
}

Json by_zoom(const Function& function, const Stops& stops) {
    const Json input = Json::array({"zoom"});
    const bool is_step = function.type == FunctionType::Interval;
    Json expression = is_step ? Json::array({"step", input})
                              : Json::array({function.interpolation(), function.curve(), input});
    append(expression, stops, is_step);
    return expression;
}

// Stops whose inputs are {"zoom": …, "value": …}: a ramp over zoom whose outputs are functions of the
// property.
Json by_zoom_and_property(const Function& function, const Stops& stops) {
    std::map<double, Stops> by_zoom;
    for (const Stop& stop : stops) by_zoom[stop.input["zoom"]].push_back({stop.input["value"], stop.output});
    Stops outer;
    for (const auto& [zoom, inner] : by_zoom) outer.push_back({zoom, by_property(function, inner)});
    const Json input = Json::array({"zoom"});
    const bool is_step = !function.rules.is_interpolated;
    Json expression = is_step ? Json::array({"step", input})
                              : Json::array({function.interpolation(), Json::array({"linear"}), input});
    append(expression, outer, is_step);
    return expression;
}

Json identity(const Function& function) {
    const Json property = function.property();
    const auto fallback = function.fallback();
    const Type& type = function.rules.type;
    Json expression = Json::array();
    switch (type.kind) {
        case Kind::String:
        case Kind::Number:
        case Kind::Boolean:
            expression = Json::array({to_string(type), property});
            break;
        case Kind::Color:
            expression = Json::array({"to-color", property});
            break;
        case Kind::List: {
            Json length = type.length ? Json(*type.length) : Json(nullptr);
            expression = Json::array({"array", to_string(type.item_type()), std::move(length), property});
            break;
        }
        default:
            return property;
    }
    if (!fallback) return expression;
    if (!function.rules.enum_values.is_null()) {
        // A text that is no value of the enum would pass an assertion.
        return Json::array({"match", property, function.rules.enum_values, property, *fallback});
    }
    expression.push_back(*fallback);
    return expression;
}

std::optional<FunctionType> type_of_function(const Json& function, const FunctionRules& rules) {
    const Json name = function.contains("type") ? function["type"] : Json(nullptr);
    if (name == "identity") return FunctionType::Identity;
    if (name == "exponential") return FunctionType::Exponential;
    if (name == "interval") return FunctionType::Interval;
    if (name == "categorical") return FunctionType::Categorical;
    if (!name.is_null()) return std::nullopt;
    return rules.is_interpolated ? FunctionType::Exponential : FunctionType::Interval;
}

bool is_composite(const Stop& stop) {
    return stop.input.is_object() && stop.input.contains("zoom") && stop.input["zoom"].is_number() &&
           stop.input.contains("value");
}

// None when a stop is no pair. Tokens are filled in where the function depends on zoom alone.
std::optional<Stops> read_stops(const Json& function, const FunctionRules& rules) {
    if (!function.contains("stops") || !function["stops"].is_array()) return std::nullopt;
    Stops stops;
    for (const Json& pair : function["stops"]) {
        if (!pair.is_array() || pair.size() != 2) return std::nullopt;
        const bool has_tokens = rules.has_tokens && !function.contains("property") && pair[1].is_string();
        const auto filled_in =
            has_tokens ? tokens_as_expression(pair[1].get_ref<const std::string&>()) : std::nullopt;
        stops.push_back({pair[0], filled_in.value_or(quoted(pair[1]))});
    }
    if (stops.empty()) return std::nullopt;
    return stops;
}

}  // namespace

bool is_function(const Json& json) {
    return json.is_object() && (json.contains("stops") || json.contains("property") || json.contains("type"));
}

tl::expected<Json, ParsingError> function_as_expression(const Json& json, const FunctionRules& rules) {
    const auto type = type_of_function(json, rules);
    if (!type) return wrong("The function's type must be identity, exponential, interval or categorical.");
    const bool has_property = json.contains("property");
    if (has_property && !json["property"].is_string())
        return wrong("The function's property must be a text.");
    if (json.contains("base") && !json["base"].is_number())
        return wrong("The function's base must be a number.");
    const Function function{*type, json, rules};
    if (type == FunctionType::Identity) {
        if (!has_property) return wrong("A function of type identity needs a property.");
        return identity(function);
    }
    const auto stops = read_stops(json, rules);
    if (!stops) return wrong("The function's stops must be an array of pairs.");
    if (std::ranges::all_of(*stops, is_composite)) {
        if (!has_property) return wrong("A function of zoom and value needs a property.");
        return by_zoom_and_property(function, *stops);
    }
    if (has_property) return by_property(function, *stops);
    if (type == FunctionType::Categorical) return wrong("A function of type categorical needs a property.");
    return by_zoom(function, *stops);
}

std::optional<Json> tokens_as_expression(std::string_view text) {
    Json expression = Json::array({"concat"});
    const auto add_text = [&expression](std::string_view part) {
        if (!part.empty()) expression.push_back(part);
    };
    bool has_tokens = false;
    while (!text.empty()) {
        const std::size_t close = text.find('}');
        // The innermost brace counts: "{a{b}" has the token b.
        const std::size_t open = close == text.npos ? text.npos : text.rfind('{', close);
        if (close == text.npos) break;
        if (open == text.npos || close == open + 1) {
            add_text(text.substr(0, close + 1));
        } else {
            add_text(text.substr(0, open));
            expression.push_back(Json::array({"get", text.substr(open + 1, close - open - 1)}));
            has_tokens = true;
        }
        text.remove_prefix(close + 1);
    }
    if (!has_tokens) return std::nullopt;
    add_text(text);
    return expression;
}

}  // namespace jinsha::style
