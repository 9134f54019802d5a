#include "check/geojson_check.hpp"

#include "check/field_check.hpp"
#include "check/findings.hpp"
#include "check/position_check.hpp"
#include "check/repeat_check.hpp"
#include "check/shape_check.hpp"
#include "check/written_geometry.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace jinsha::check {
namespace {

using json::Kind;
using json::Value;

std::string shortened(const Value& value) {
    constexpr std::size_t kMost = 40;
    const std::string_view text = value.text();
    return text.size() <= kMost ? std::string{text} : std::string{text.substr(0, kMost)} + "…";
}

/// What to do about a fault of the JSON text itself.
std::string_view advice_for(json::Finding::Code code) {
    switch (code) {
        case json::Finding::Code::Syntax:
            return "mend the text there; nothing behind it was read";
        case json::Finding::Code::TrailingText:
            return "take out what stands behind the end";
        case json::Finding::Code::NotUtf8:
            return "save the file as UTF-8";
        case json::Finding::Code::DuplicateKey:
            return "take one of the two members out; programs disagree which one counts";
        case json::Finding::Code::BadEscape:
            return "write a backslash as \\\\";
        case json::Finding::Code::ControlCharacter:
            return "write line ends and tabs in texts as \\n and \\t";
        case json::Finding::Code::BadNumber:
            return "write the number as JSON has it";
    }
    return "";
}

class GeoJsonCheck {
public:
    GeoJsonCheck(const json::Index& index, const GeoJsonContext& context)
        : index_{index}, context_{context}, findings_{kMostFindings, context.first_told} {}

    std::vector<Finding> run() {
        for (const json::Finding& fault : index_.findings()) {
            findings_.add({Severity::Error, std::string{json::name_of(fault.code)}, fault.message,
                           std::string{advice_for(fault.code)}, std::nullopt, fault.range, std::nullopt});
        }
        if (const auto root = index_.root()) check_root(*root);
        return findings_.take();
    }

private:
    void check_root(const Value& root) {
        const auto type = root.find("type");
        const std::string name = type && type->kind() == Kind::String ? type->string() : std::string{};
        if (name == "FeatureCollection") return check_collection(root);
        if (name == "Feature") return check_feature(root, 0);
        if (root.kind() == Kind::Object && root.find("coordinates")) {
            report(Severity::Warning, "no-collection", type.value_or(root),
                   fmt::format("expected a FeatureCollection, found a bare geometry"),
                   "wrap it in a FeatureCollection, so that it can have properties and be edited");
            return check_geometry(root, 0);
        }
        report(Severity::Error, "no-geojson", type.value_or(root),
               fmt::format("expected an object of type FeatureCollection, found {}",
                           shortened(type.value_or(root))),
               "look whether this is the right file");
    }

    void check_collection(const Value& root) {
        const auto features = root.find("features");
        if (!features || features->kind() != Kind::Array) {
            return report(Severity::Error, "features", features.value_or(root),
                          "expected an array \"features\" in the FeatureCollection, found none",
                          "add \"features\": []");
        }
        std::size_t feature = 0;
        features->for_each_element([&](const Value& element) {
            findings_.set_feature(feature);
            check_feature(element, feature++);
        });
        findings_.set_feature(std::nullopt);
    }

    void check_feature(const Value& value, std::size_t feature) {
        if (value.kind() != Kind::Object) {
            return report(Severity::Error, "feature-type", value,
                          fmt::format("expected a feature, found {}", shortened(value)), "take it out");
        }
        const auto type = value.find("type");
        if (!type || type->kind() != Kind::String || type->string() != "Feature") {
            report(Severity::Error, "feature-type", type.value_or(value),
                   fmt::format("expected \"type\": \"Feature\", found {}", type ? shortened(*type) : "none"),
                   "write \"type\": \"Feature\"");
        }
        check_id(value, feature);
        if (const auto geometry = value.find("geometry"); !geometry) {
            report(Severity::Error, "no-geometry-member", value, "the feature has no member \"geometry\"",
                   "add \"geometry\": null when there is none");
        } else if (geometry->kind() == Kind::Null) {
            report(Severity::Warning, "null-geometry", *geometry,
                   "the feature has no geometry and is not on the map",
                   "give it a place, or leave it as a row without one");
        } else {
            check_geometry(*geometry, feature);
        }
        check_properties(value, feature);
    }

    void check_id(const Value& value, std::size_t feature) {
        const auto id = value.find("id");
        if (!id) return;
        if (id->kind() == Kind::String || id->kind() == Kind::Number)
            return repeats_.add_id(*id, feature, findings_);
        report(Severity::Error, "id-type", *id,
               fmt::format("expected a text or a number as id, found {}", shortened(*id)),
               "write the id as a text or a number");
    }

    void check_geometry(const Value& geometry, std::size_t feature) {
        const auto shapes = read_geometry(geometry, findings_);
        for (const WrittenShape& shape : shapes) check_shape(shape, index_.text(), findings_);
        check_positions(shapes, context_, findings_);
        const bool is_one_point =
            shapes.size() == 1 && shapes[0].type == geo::GeometryType::Point && shapes[0].parts.size() == 1;
        if (!is_one_point) return;
        const WrittenPosition& position = shapes[0].parts[0].positions[0];
        repeats_.add_position(position.at, position.value, feature, findings_);
    }

    void check_properties(const Value& value, std::size_t feature) {
        const auto properties = value.find("properties");
        if (!properties) {
            return report(Severity::Error, "no-properties-member", value,
                          "the feature has no member \"properties\"",
                          "add \"properties\": null when there are none");
        }
        if (properties->kind() != Kind::Object && properties->kind() != Kind::Null) {
            return report(
                Severity::Error, "properties-type", *properties,
                fmt::format("expected an object of properties or null, found {}", shortened(*properties)),
                "write the properties as an object");
        }
        check_fields(*properties, context_.fields, findings_);
        for (const std::string& field : context_.name_fields) {
            const auto name = properties->find(field);
            if (!name || name->kind() != Kind::String || name->string().empty()) continue;
            return repeats_.add_name(*name, feature, findings_);  // the first that the feature has
        }
    }

    void report(Severity severity, std::string code, const Value& at, std::string message,
                std::string advice) {
        findings_.add({severity, std::move(code), std::move(message), std::move(advice), std::nullopt,
                       at.range(), std::nullopt});
    }

    const json::Index& index_;
    const GeoJsonContext& context_;
    Findings findings_;
    RepeatCheck repeats_;
};

}  // namespace

std::vector<Finding> check_geojson(const json::Index& index, const GeoJsonContext& context) {
    return GeoJsonCheck{index, context}.run();
}

}  // namespace jinsha::check
