#include "ui/form_rules.hpp"

#include "check/dates.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace jinsha::ui {
namespace {

using Kind = FormField::Kind;
using Json = nlohmann::json;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// A decimal number as JSON has it, with a plus sign too; no "inf", no hexadecimal digits.
std::optional<double> number_of(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

FieldFault fault_of_number(const FormField& field, std::string_view text) {
    const auto number = number_of(text);
    if (!number) return FieldFault::NoNumber;
    if (field.kind == Kind::Integer && *number != std::floor(*number)) return FieldFault::NotWhole;
    if (field.minimum && *number < *field.minimum) return FieldFault::TooSmall;
    if (field.maximum && *number > *field.maximum) return FieldFault::TooLarge;
    return FieldFault::None;
}

FieldFault fault_of_date(const FormField& field, std::string_view text, std::string_view earlier) {
    text = trimmed(text);
    const bool is_day = field.kind == Kind::Date;
    if (is_day && !check::is_date(text)) return FieldFault::NoDate;
    if (!is_day && !check::is_date_time(text)) return FieldFault::NoDateTime;
    return check::is_before(text, earlier) ? FieldFault::TooEarly : FieldFault::None;
}

style::Value value_from(const Json& json) {
    if (json.is_boolean()) return {json.get<bool>()};
    if (json.is_number()) return {json.get<double>()};
    if (json.is_string()) return {json.get<std::string>()};
    if (json.is_array()) {
        style::Array items;
        for (const Json& item : json) items.push_back(value_from(item));
        return style::make_array(std::move(items));
    }
    if (json.is_object()) {
        style::Object members;
        for (const auto& [name, member] : json.items()) members.emplace(name, value_from(member));
        return style::make_object(std::move(members));
    }
    return {};
}

}  // namespace

FieldFault fault_of(const FormField& field, std::string_view text, std::string_view earlier) {
    if (trimmed(text).empty()) return field.is_required ? FieldFault::Missing : FieldFault::None;
    if (!field.choices.empty()) {
        const bool is_listed =
            std::ranges::find(field.choices, text, &FormChoice::value) != field.choices.end();
        return is_listed ? FieldFault::None : FieldFault::NotInList;
    }
    switch (field.kind) {
        case Kind::Integer:
        case Kind::Real:
            return fault_of_number(field, text);
        case Kind::Date:
        case Kind::DateTime:
            return fault_of_date(field, text, earlier);
        case Kind::Boolean:
            return text == "true" || text == "false" ? FieldFault::None : FieldFault::NotInList;
        case Kind::Json:
            return Json::accept(text) ? FieldFault::None : FieldFault::NoJson;
        case Kind::Text:
            break;
    }
    return FieldFault::None;
}

std::string fault_text(const Translations& tr, const FormField& field, FieldFault fault,
                       std::string_view earlier) {
    const auto bound = [](const std::optional<double>& number) {
        return number ? style::number_text(*number) : std::string{};
    };
    switch (fault) {
        case FieldFault::None:
            return {};
        case FieldFault::Missing:
            return std::string{tr("form.missing")};
        case FieldFault::NoNumber:
            return std::string{tr("form.no_number")};
        case FieldFault::NotWhole:
            return std::string{tr("form.not_whole")};
        case FieldFault::TooSmall:
            return tr("form.too_small", fmt::arg("minimum", bound(field.minimum)));
        case FieldFault::TooLarge:
            return tr("form.too_large", fmt::arg("maximum", bound(field.maximum)));
        case FieldFault::NoDate:
            return std::string{tr("form.no_date")};
        case FieldFault::NoDateTime:
            return std::string{tr("form.no_date_time")};
        case FieldFault::NotInList:
            return std::string{tr("form.not_in_list")};
        case FieldFault::TooEarly:
            return tr("form.too_early", fmt::arg("field", field.not_before_label), fmt::arg("date", earlier));
        case FieldFault::NoJson:
            return std::string{tr("form.no_json")};
    }
    return {};
}

style::Value value_of(const FormField& field, std::string_view text) {
    if (trimmed(text).empty()) return {};
    switch (field.kind) {
        case Kind::Integer:
        case Kind::Real:
            if (const auto number = number_of(text)) return {*number};
            break;
        case Kind::Boolean:
            return {text == "true"};
        case Kind::Date:
        case Kind::DateTime:
            return {std::string{trimmed(text)}};
        case Kind::Json:
            if (const Json json = Json::parse(text, nullptr, false); !json.is_discarded())
                return value_from(json);
            break;
        case Kind::Text:
            break;
    }
    return {std::string{text}};
}

const FormField* FormModel::field(std::string_view name) const {
    const auto found = std::ranges::find(fields, name, &FormField::name);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace jinsha::ui
