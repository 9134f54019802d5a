#include "check/field_check.hpp"

#include "check/dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::check {
namespace {

using json::Kind;
using json::Value;

void report(Findings& findings, Severity severity, std::string code, const Value& at, std::string message,
            std::string advice) {
    findings.add({severity, std::move(code), std::move(message), std::move(advice), std::nullopt, at.range(),
                  std::nullopt});
}

bool is_empty(const std::optional<Value>& value) {
    return !value || value->kind() == Kind::Null ||
           (value->kind() == Kind::String && value->string().empty());
}

bool is_whole(const Value& value) {
    return value.kind() == Kind::Number && value.number() == std::floor(value.number());
}

bool fits(const Value& value, std::string_view type) {
    if (type == "integer") return is_whole(value);
    if (type == "real") return value.kind() == Kind::Number;
    if (type == "boolean") return value.kind() == Kind::Boolean;
    if (type == "string") return value.kind() == Kind::String;
    if (type == "date") return value.kind() == Kind::String && is_date(value.string());
    if (type == "datetime") return value.kind() == Kind::String && is_date_time(value.string());
    return true;  // json
}

std::string_view words_of(std::string_view type) {
    if (type == "integer") return "a whole number";
    if (type == "real") return "a number";
    if (type == "boolean") return "true or false";
    if (type == "date") return "a date as 2026-01-31";
    if (type == "datetime") return "a date and time as 2026-01-31T08:00:00+08:00";
    return "a text";
}

std::string list_of(const std::vector<map::FieldValue>& values) {
    constexpr std::size_t kMost = 8;
    std::string list;
    for (std::size_t i = 0; i < values.size() && i < kMost; ++i) {
        list += (i == 0 ? "" : ", ") + values[i].value;
    }
    return values.size() > kMost ? list + " …" : list;
}

void check_list(const Value& value, const map::FieldSpec& field, Findings& findings) {
    if (field.values.empty() || value.kind() != Kind::String) return;
    const std::string text = value.string();
    if (std::ranges::find(field.values, text, &map::FieldValue::value) != field.values.end()) return;
    report(findings, Severity::Error, "field-value", value,
           fmt::format("field '{}': expected one of {}, found {}", field.name, list_of(field.values),
                       value.text()),
           "take a value of the list");
}

void check_range(const Value& value, const map::FieldSpec& field, Findings& findings) {
    if (value.kind() != Kind::Number) return;
    const double number = value.number();
    const bool is_low = field.minimum && number < *field.minimum;
    const bool is_high = field.maximum && number > *field.maximum;
    if (!is_low && !is_high) return;
    report(findings, Severity::Error, "field-range", value,
           is_low ? fmt::format("field '{}': expected at least {}, found {}", field.name, *field.minimum,
                                value.text())
                  : fmt::format("field '{}': expected at most {}, found {}", field.name, *field.maximum,
                                value.text()),
           "look the number and its unit up again");
}

void check_order(const Value& properties, const Value& value, const map::FieldSpec& field,
                 Findings& findings) {
    if (field.not_before.empty()) return;
    const auto earlier = properties.find(field.not_before);
    if (!earlier || earlier->kind() != Kind::String || value.kind() != Kind::String) return;
    if (!is_before(value.string(), earlier->string())) return;
    report(findings, Severity::Error, "date-order", value,
           fmt::format("field '{}': expected a date not before {} of field '{}', found {}", field.name,
                       earlier->text(), field.not_before, value.text()),
           "look both dates up again");
}

}  // namespace

void check_fields(const Value& properties, std::span<const map::FieldSpec> fields, Findings& findings) {
    for (const map::FieldSpec& field : fields) {
        const auto value = properties.find(field.name);
        if (is_empty(value)) {
            if (!field.is_required) continue;
            report(findings, Severity::Error, "field-missing", value.value_or(properties),
                   fmt::format("field '{}' is required and has no value", field.name), "give it a value");
        } else if (!fits(*value, field.type)) {
            report(findings, Severity::Error, "field-type", *value,
                   fmt::format("field '{}': expected {}, found {}", field.name, words_of(field.type),
                               value->text()),
                   fmt::format("write {}", words_of(field.type)));
        } else {
            check_list(*value, field, findings);
            check_range(*value, field, findings);
            check_order(properties, *value, field, findings);
        }
    }
}

}  // namespace jinsha::check
