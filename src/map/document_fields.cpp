#include "map/document_fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace jinsha::map {
namespace {

std::vector<FieldValue> read_field_values(const DocumentValue& list) {
    std::vector<FieldValue> values;
    for (const DocumentValue& item : list.elements()) {
        const auto value = item.member("value");
        if (!value) {
            item.report_unexpected(R"({"value": …, "label": …})");
            continue;
        }
        if (const auto text = value->string()) {
            values.push_back({*text, item.localized_or("label", LocalizedText::of(*text))});
        }
        item.report_unknown(std::array<std::string_view, 2>{"value", "label"});
    }
    return values;
}

void read_rules(const DocumentValue& item, FieldSpec& field) {
    field.unit = item.localized_or("unit", {});
    if (const auto required = item.member("required"))
        field.is_required = required->boolean().value_or(false);
    if (const auto minimum = item.member("minimum")) field.minimum = minimum->number();
    if (const auto maximum = item.member("maximum")) field.maximum = maximum->number();
    if (field.minimum && field.maximum && *field.minimum > *field.maximum) {
        item.report(Severity::Error, fmt::format("expected a minimum up to the maximum, found {} and {}",
                                                 *field.minimum, *field.maximum));
        field.minimum = field.maximum = std::nullopt;
    }
    if (const auto value = item.member("default")) field.default_value = value->json();
    field.not_before = item.string_or("notBefore", "");
}

std::optional<FieldSpec> read_field(const DocumentValue& item) {
    constexpr std::array<std::string_view, 7> kTypes{"integer", "real",     "string", "boolean",
                                                     "date",    "datetime", "json"};
    const auto name = item.member("name");
    if (!name) {
        item.report_unexpected(R"({"name": …, "label": …, "type": …})");
        return std::nullopt;
    }
    FieldSpec field;
    field.name = name->string().value_or("");
    if (field.name.empty()) return std::nullopt;
    field.label = item.localized_or("label", LocalizedText::of(field.name));
    if (const auto type = item.member("type")) {
        if (std::find(kTypes.begin(), kTypes.end(), type->json()) != kTypes.end()) {
            field.type = type->json().get<std::string>();
        } else {
            type->report_unexpected(fmt::format("one of {}", fmt::join(kTypes, ", ")));
        }
    }
    if (const auto values = item.member("values")) field.values = read_field_values(*values);
    read_rules(item, field);
    item.report_unknown(std::array<std::string_view, 10>{
        "name", "label", "type", "values", "unit", "required", "minimum", "maximum", "default", "notBefore"});
    return field;
}

}  // namespace

std::vector<FieldSpec> read_fields(const DocumentValue& list) {
    std::vector<FieldSpec> fields;
    for (const DocumentValue& item : list.elements()) {
        if (auto field = read_field(item)) fields.push_back(std::move(*field));
    }
    return fields;
}

}  // namespace jinsha::map
