#include "io/geojson_table.hpp"

#include "io/json_value.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

constexpr double kExactIntegers = 9'007'199'254'740'992;  // 2^53

/// Whole numbers that a double would change stay as texts: they are ids.
bool is_exact(double value, std::string_view digits) {
    return std::abs(value) < kExactIntegers || digits.find_first_of(".eEN") != std::string_view::npos;
}

bool is_date(std::string_view text) {
    constexpr std::string_view kPattern = "0000-00-00";
    return text.size() >= kPattern.size() &&
           std::equal(kPattern.begin(), kPattern.end(), text.begin(),
                      [](char wanted, char c) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; });
}

std::string type_of_texts(const std::vector<std::string>& texts) {
    constexpr std::size_t kDateLength = 10;
    if (texts.empty() || !std::ranges::all_of(texts, is_date)) return "string";
    const auto is_day = [](const std::string& t) { return t.size() == kDateLength; };
    if (std::ranges::all_of(texts, is_day)) return "date";
    const auto has_time = [&](const std::string& t) { return !is_day(t) && t[kDateLength] == 'T'; };
    return std::ranges::all_of(texts, has_time) ? "datetime" : "string";
}

}  // namespace

void GeoJsonTable::read_id(json::Cursor& cursor) {
    const char first = cursor.peek();
    if (ids_.size() > feature_ || first == 'n' || first == '{' || first == '[' || first == 't' ||
        first == 'f') {
        cursor.skip();
        return;
    }
    if (first == '"') {
        ids_.push_text(cursor.string());
        return;
    }
    const double id = cursor.number();
    if (is_exact(id, cursor.number_text()))
        ids_.push_number(id);
    else
        ids_.push_text(cursor.number_text());
}

GeoJsonTable::Column& GeoJsonTable::column(std::string_view name) {
    if (next_ < columns_.size() && columns_[next_].name == name) return columns_[next_++];
    const auto [known, is_new] = places_.try_emplace(std::string{name}, columns_.size());
    if (is_new) columns_.emplace_back().name = name;
    next_ = known->second + 1;
    return columns_[known->second];
}

void GeoJsonTable::read_property(json::Cursor& cursor, std::string_view name) {
    Column& found = column(name);
    if (found.values.size() > feature_) {
        cursor.skip();
        return;
    }
    found.values.pad_to(feature_);
    switch (cursor.peek()) {
        case '"':
            found.values.push_text(cursor.string());
            found.has_text = true;
            return;
        case 'n':
        case 't':
        case 'f': {
            style::Value value = read_value(cursor);
            found.has_boolean = found.has_boolean || !value.is_null();
            found.values.push(std::move(value));
            return;
        }
        case '{':
        case '[':
            found.values.push(read_value(cursor));
            found.has_composed = true;
            return;
        default:
            break;
    }
    const double number = cursor.number();
    const std::string_view digits = cursor.number_text();
    (digits.find_first_of(".eE") == std::string_view::npos ? found.has_integer : found.has_real) = true;
    if (!is_exact(number, digits))
        found.values.push_text(digits);
    else if (std::isfinite(number))
        found.values.push_number(number);
    else
        found.values.push_null();
}

void GeoJsonTable::end_feature() {
    ++feature_;
    ids_.pad_to(feature_);
}

std::string GeoJsonTable::type_of(const Column& column) {
    const int kinds = (column.has_integer || column.has_real) + column.has_text + column.has_boolean;
    if (column.has_composed || kinds > 1) return "json";
    if (column.has_real) return "real";
    if (column.has_integer) return "integer";
    return column.has_boolean ? "boolean" : type_of_texts(column.values.texts());
}

std::vector<map::Field> GeoJsonTable::fields() const {
    std::vector<map::Field> fields;
    for (const Column& column : columns_) fields.push_back({column.name, type_of(column)});
    return fields;
}

std::vector<map::AttributeColumn> GeoJsonTable::take_columns() {
    std::vector<map::AttributeColumn> columns;
    for (Column& column : columns_) {
        column.values.pad_to(feature_);
        columns.push_back(std::move(column.values));
    }
    return columns;
}

}  // namespace jinsha::io
