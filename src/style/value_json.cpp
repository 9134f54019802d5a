#include "style/value_json.hpp"

#include "style/value_text.hpp"

#include <nlohmann/json.hpp>

namespace jinsha::style {

using nlohmann::ordered_json;

Value value_from_json(const ordered_json& json) {
    if (json.is_boolean()) return {json.get<bool>()};
    if (json.is_number()) return {json.get<double>()};
    if (json.is_string()) return {json.get<std::string>()};
    if (json.is_array()) {
        Array items;
        items.reserve(json.size());
        for (const ordered_json& item : json) items.push_back(value_from_json(item));
        return make_array(std::move(items));
    }
    if (json.is_object()) {
        Object members;
        for (const auto& [name, member] : json.items()) members.emplace(name, value_from_json(member));
        return make_object(std::move(members));
    }
    return {};
}

ordered_json json_from_value(const Value& value) {
    if (value.is_null()) return nullptr;
    if (const bool* boolean = value.boolean()) return *boolean;
    if (const double* number = value.number()) return *number;
    if (const Array* array = value.array()) {
        ordered_json json = ordered_json::array();
        for (const Value& item : *array) json.push_back(json_from_value(item));
        return json;
    }
    if (const Object* object = value.object()) {
        ordered_json json = ordered_json::object();
        for (const auto& [name, member] : *object) json[name] = json_from_value(member);
        return json;
    }
    return to_text(value);
}

}  // namespace jinsha::style
