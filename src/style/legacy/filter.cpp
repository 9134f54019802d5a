#include "style/legacy/filter.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace jinsha::style {

namespace {

bool is_text(const Json& filter, std::size_t i) {
    return filter.size() > i && filter[i].is_string();
}

// Some names stand in both notations: the arguments tell which one is meant.
bool is_expression_filter(const Json& filter) {
    if (filter.is_boolean()) return true;
    if (!filter.is_array() || filter.empty() || !filter[0].is_string()) return false;
    const auto& name = filter[0].get_ref<const std::string&>();
    if (name == "has") return filter.size() >= 2 && filter[1] != "$id" && filter[1] != "$type";
    if (name == "in") return filter.size() >= 3 && (!filter[1].is_string() || filter[2].is_array());
    if (name == "!in" || name == "!has" || name == "none") return false;
    if (name == "==" || name == "!=" || name == "<" || name == "<=" || name == ">" || name == ">=") {
        return filter.size() != 3 || filter[1].is_array() || filter[2].is_array();
    }
    if (name == "any" || name == "all") {
        return std::all_of(filter.begin() + 1, filter.end(), is_expression_filter);
    }
    return true;
}

Json key_expression(const Json& key) {
    if (key == "$id") return Json::array({"id"});
    if (key == "$type") return Json::array({"geometry-type"});
    return Json::array({"get", key});
}

Json negated(Json expression) {
    return Json::array({"!", std::move(expression)});
}

Json comparison(const Json& filter) {
    const std::string op = filter[0];
    const Json key = key_expression(filter[1]);
    const Json& value = filter[2];
    const Json compared = Json::array({op, key, value});
    if (op == "==" || op == "!=") return compared;
    // A property of another type is not less and not greater, where the expression would be an error.
    const Json has_type = Json::array({"==", Json::array({"typeof", key}), json_type_name(value)});
    return Json::array({"case", has_type, compared, false});
}

Json membership(const Json& filter) {
    const Json key = key_expression(filter[1]);
    Json values = Json::array();
    for (std::size_t i = 2; i < filter.size(); ++i) {
        if (std::find(values.begin(), values.end(), filter[i]) == values.end()) values.push_back(filter[i]);
    }
    const auto all = [&values](auto&& holds) { return std::all_of(values.begin(), values.end(), holds); };
    const bool are_texts = all([](const Json& v) { return v.is_string(); });
    const bool are_integers = all([](const Json& v) {
        return v.is_number() && std::abs(v.get<double>()) < 9e15 &&
               std::floor(v.get<double>()) == v.get<double>();
    });
    if (values.empty()) return false;
    if (are_texts || are_integers) return Json::array({"match", key, values, true, false});
    Json any = Json::array({"any"});
    for (const Json& value : values) any.push_back(Json::array({"==", key, value}));
    return any;
}

Json presence(const Json& key) {
    if (key == "$type") return true;
    if (key == "$id") return Json::array({"!=", Json::array({"id"}), nullptr});
    return Json::array({"has", key});
}

Json junction(const Json& filter, const char* name) {
    Json expression = Json::array({name});
    for (std::size_t i = 1; i < filter.size(); ++i) expression.push_back(filter_as_expression(filter[i]));
    return expression;
}

}  // namespace

Json filter_as_expression(const Json& filter) {
    if (filter.is_null()) return true;
    if (is_expression_filter(filter) || !filter.is_array() || !is_text(filter, 0)) return filter;
    const std::string name = filter[0];
    if (name == "all" || name == "any") return junction(filter, name.c_str());
    if (name == "none") return negated(junction(filter, "any"));
    if (!is_text(filter, 1)) return filter;
    if (name == "has") return presence(filter[1]);
    if (name == "!has") return negated(presence(filter[1]));
    if (name == "in") return membership(filter);
    if (name == "!in") return negated(membership(filter));
    return comparison(filter);
}

ParsedExpression parse_filter(const Json& filter) {
    return parse_free_expression(filter_as_expression(filter), {.type = Type{Kind::Boolean}});
}

}  // namespace jinsha::style
