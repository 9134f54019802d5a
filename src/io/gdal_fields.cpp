#include "io/gdal_fields.hpp"

#include "io/json_value.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <cstdlib>
#include <optional>

namespace jinsha::io {
namespace {

constexpr double kExactIntegers = 9'007'199'254'740'992;  // 2^53

/// As in ISO 8601; GDAL's own text has slashes.
std::string date_text(const OGRFeature& feature, int place, bool has_date, bool has_time) {
    constexpr int kUnknownZone = 0, kLocalTime = 1, kUtc = 100;
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = kUnknownZone;
    float second = 0;
    feature.GetFieldAsDateTime(place, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string text = has_date ? fmt::format("{:04}-{:02}-{:02}", year, month, day) : "";
    if (!has_time) return text;
    if (has_date) text += 'T';
    text += fmt::format("{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
    if (zone == kUtc) return text + 'Z';
    if (zone == kUnknownZone || zone == kLocalTime) return text;
    const int quarters = zone - kUtc;  // of an hour, east of Greenwich
    return text + fmt::format("{}{:02}:{:02}", quarters < 0 ? '-' : '+', std::abs(quarters) / 4,
                              std::abs(quarters) % 4 * 15);
}

style::Value numbers(const OGRFeature& feature, int place) {
    style::Array array;
    int count = 0;
    switch (feature.GetDefnRef()->GetFieldDefn(place)->GetType()) {
        case OFTIntegerList:
            for (const int* i = feature.GetFieldAsIntegerList(place, &count); count > 0; ++i, --count)
                array.push_back({static_cast<double>(*i)});
            break;
        case OFTInteger64List:
            for (const GIntBig* i = feature.GetFieldAsInteger64List(place, &count); count > 0; ++i, --count)
                array.push_back({static_cast<double>(*i)});
            break;
        default:
            for (const double* i = feature.GetFieldAsDoubleList(place, &count); count > 0; ++i, --count)
                array.push_back({*i});
    }
    return {std::make_shared<const style::Array>(std::move(array))};
}

style::Value texts(const OGRFeature& feature, int place) {
    style::Array array;
    for (char** text = feature.GetFieldAsStringList(place); text != nullptr && *text != nullptr; ++text)
        array.push_back({std::string{*text}});
    return {std::make_shared<const style::Array>(std::move(array))};
}

/// A field that holds JSON; what is none stays a text.
style::Value parsed(const char* text) {
    json::Cursor cursor{text};
    style::Value value = read_value(cursor);
    return cursor.has_failed() ? style::Value{std::string{text}} : value;
}

}  // namespace

GdalFields::GdalFields(const OGRFeatureDefn& definition) {
    const auto add = [this](const OGRFieldDefn& field, int place, const char* type, Kind kind) {
        fields_.push_back({field.GetNameRef(), type});
        places_.push_back(place);
        kinds_.push_back(kind);
    };
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(i);
        switch (field.GetType()) {
            case OFTInteger:
            case OFTInteger64:
                if (field.GetSubType() == OFSTBoolean)
                    add(field, i, "boolean", Kind::Boolean);
                else
                    add(field, i, "integer", Kind::Integer);
                break;
            case OFTReal:
                add(field, i, "real", Kind::Real);
                break;
            case OFTString:
            case OFTWideString:
                if (field.GetSubType() == OFSTJSON)
                    add(field, i, "json", Kind::Json);
                else
                    add(field, i, "string", Kind::Text);
                break;
            case OFTDate:
                add(field, i, "date", Kind::Date);
                break;
            case OFTDateTime:
                add(field, i, "datetime", Kind::DateTime);
                break;
            case OFTTime:
                add(field, i, "string", Kind::Time);
                break;
            case OFTStringList:
            case OFTWideStringList:
                add(field, i, "json", Kind::Texts);
                break;
            case OFTIntegerList:
            case OFTInteger64List:
            case OFTRealList:
                add(field, i, "json", Kind::Numbers);
                break;
            case OFTBinary:
                break;
        }
    }
}

void GdalFields::append(const OGRFeature& feature, std::vector<map::AttributeColumn>& columns) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        // In a table null says the same as no value.
        if (feature.IsFieldSetAndNotNull(places_[i]))
            append_value(feature, places_[i], kinds_[i], columns[i]);
        else
            columns[i].push_absent();
    }
}

void GdalFields::append_value(const OGRFeature& feature, int place, Kind kind, map::AttributeColumn& column) {
    switch (kind) {
        case Kind::Boolean:
            column.push_boolean(feature.GetFieldAsInteger(place) != 0);
            return;
        case Kind::Integer: {
            const auto number = static_cast<double>(feature.GetFieldAsInteger64(place));
            if (std::abs(number) < kExactIntegers)
                column.push_number(number);
            else  // an id that a double would change
                column.push_text(feature.GetFieldAsString(place));
            return;
        }
        case Kind::Real: {
            const double number = feature.GetFieldAsDouble(place);
            if (std::isfinite(number))
                column.push_number(number);
            else
                column.push_absent();
            return;
        }
        case Kind::Text:
            column.push_text(feature.GetFieldAsString(place));
            return;
        case Kind::Json:
            column.push(parsed(feature.GetFieldAsString(place)));
            return;
        case Kind::Date:
        case Kind::DateTime:
        case Kind::Time:
            column.push_text(date_text(feature, place, kind != Kind::Time, kind != Kind::Date));
            return;
        case Kind::Texts:
            column.push(texts(feature, place));
            return;
        case Kind::Numbers:
            column.push(numbers(feature, place));
            return;
    }
}

}  // namespace jinsha::io
