#include "check/checked.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

map::FieldSpec field(const std::string& name, const std::string& type) {
    map::FieldSpec spec;
    spec.name = name;
    spec.type = type;
    return spec;
}

std::vector<Finding> of_properties(const std::string& properties, const map::FieldSpec& spec) {
    const std::string text =
        R"({"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": )" +
        properties + "}";
    GeoJsonContext context;
    context.fields = {spec};
    return test::findings(text, context);
}

std::string message(const std::string& properties, const map::FieldSpec& spec) {
    const auto all = of_properties(properties, spec);
    return all.empty() ? "" : all[0].code + ": " + all[0].message;
}

TEST(FieldCheck, WantsRequiredFieldsToHaveAValue) {
    map::FieldSpec name = field("name", "string");
    name.is_required = true;
    for (const char* properties : {"{}", "null", R"({"name": null})", R"({"name": ""})"}) {
        EXPECT_EQ(message(properties, name), "field-missing: field 'name' is required and has no value");
    }
    EXPECT_EQ(message(R"({"name": "金沙湖"})", name), "");
}

TEST(FieldCheck, WantsTheTypeThatTheDocumentNames) {
    EXPECT_EQ(message(R"({"n": 1.5})", field("n", "integer")),
              "field-type: field 'n': expected a whole number, found 1.5");
    EXPECT_EQ(message(R"({"n": "1"})", field("n", "real")),
              R"(field-type: field 'n': expected a number, found "1")");
    EXPECT_EQ(message(R"({"n": 1})", field("n", "boolean")),
              "field-type: field 'n': expected true or false, found 1");
    EXPECT_EQ(message(R"({"n": 1})", field("n", "string")),
              "field-type: field 'n': expected a text, found 1");
    EXPECT_EQ(message(R"({"n": "2026-02-30"})", field("n", "date")),
              R"(field-type: field 'n': expected a date as 2026-01-31, found "2026-02-30")");
    EXPECT_EQ(message(R"({"n": [1]})", field("n", "json")), "");
    EXPECT_EQ(message(R"({"n": null})", field("n", "integer")), "");
}

TEST(FieldCheck, WantsValuesOfTheList) {
    map::FieldSpec phase = field("phase", "string");
    phase.values = {{"completed", {}}, {"ongoing", {}}};
    EXPECT_EQ(message(R"({"phase": "going"})", phase),
              R"(field-value: field 'phase': expected one of completed, ongoing, found "going")");
    EXPECT_EQ(message(R"({"phase": "ongoing"})", phase), "");
}

TEST(FieldCheck, WantsNumbersInTheirRange) {
    map::FieldSpec share = field("share", "real");
    share.minimum = 0;
    share.maximum = 100;
    EXPECT_EQ(message(R"({"share": -0.5})", share),
              "field-range: field 'share': expected at least 0, found -0.5");
    EXPECT_EQ(message(R"({"share": 1e9})", share),
              "field-range: field 'share': expected at most 100, found 1e9");
    EXPECT_EQ(message(R"({"share": 100})", share), "");
}

TEST(FieldCheck, WantsDatesInTheirOrder) {
    map::FieldSpec end = field("end", "date");
    end.not_before = "begin";
    EXPECT_EQ(
        message(R"({"begin": "2026-03-01", "end": "2026-02-01"})", end),
        R"(date-order: field 'end': expected a date not before "2026-03-01" of field 'begin', found "2026-02-01")");
    EXPECT_EQ(message(R"({"begin": "2026-03-01", "end": "2026-03-01"})", end), "");
    EXPECT_EQ(message(R"({"end": "2026-02-01"})", end), "");
}

}  // namespace
}  // namespace jinsha::check
