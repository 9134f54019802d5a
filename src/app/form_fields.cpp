#include "app/form_fields.hpp"

#include "map/name_fields.hpp"
#include "style/value_text.hpp"
#include "ui/form_rules.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

using Kind = ui::FormField::Kind;

Kind kind_of(std::string_view type) {
    if (type == "integer") return Kind::Integer;
    if (type == "real") return Kind::Real;
    if (type == "boolean") return Kind::Boolean;
    if (type == "date") return Kind::Date;
    if (type == "datetime") return Kind::DateTime;
    return type == "json" ? Kind::Json : Kind::Text;
}

Kind kind_of(const style::Value& value) {
    if (value.number()) return Kind::Real;
    if (value.boolean()) return Kind::Boolean;
    return value.text() ? Kind::Text : Kind::Json;
}

/// Yes and no are chosen, the caller translates them.
ui::FormField with_kind(ui::FormField field, Kind kind) {
    if (field.kind == Kind::Boolean) field.choices.clear();
    field.kind = kind;
    if (kind == Kind::Boolean) field.choices = {{"true", "true"}, {"false", "false"}};
    return field;
}

ui::FormField described(const map::FieldSpec& spec, const map::SourceSpec& source,
                        std::string_view language) {
    ui::FormField field;
    field.name = spec.name;
    field.label = spec.label.is_empty() ? spec.name : spec.label.in(language);
    field.unit = spec.unit.in(language);
    field.is_described = true;
    for (const map::FieldValue& value : spec.values) {
        const std::string& label = value.label.in(language);
        field.choices.push_back({value.value, label.empty() ? value.value : label});
    }
    field.is_required = spec.is_required;
    field.minimum = spec.minimum;
    field.maximum = spec.maximum;
    field.not_before = spec.not_before;
    const map::FieldSpec* const earlier = source.field(spec.not_before);
    field.not_before_label =
        earlier && !earlier->label.is_empty() ? earlier->label.in(language) : spec.not_before;
    return with_kind(std::move(field), kind_of(spec.type));
}

ui::FormField inferred(const std::string& name, Kind kind) {
    ui::FormField field;
    field.name = field.label = name;
    return with_kind(std::move(field), kind);
}

void add_signs(std::vector<ui::FormField>& fields, const map::ProjectsSpec& projects) {
    for (ui::FormField& field : fields) {
        if (field.name == projects.theme_field) field.sign = ui::FormField::Sign::Theme;
        if (field.name == projects.phase_field) field.sign = ui::FormField::Sign::Phase;
    }
}

bool has_field(const std::vector<ui::FormField>& fields, std::string_view name) {
    return std::ranges::find(fields, name, &ui::FormField::name) != fields.end();
}

}  // namespace

std::vector<ui::FormField> form_fields(const map::LoadedMap& map, std::uint32_t source,
                                       std::string_view language) {
    const map::DatasetLayer& layer = map.sources[source].source->layer();
    const map::SourceSpec* const spec = map.document.source(map.sources[source].id);
    std::vector<ui::FormField> fields;
    const auto add = [&](const std::string& name) {
        if (has_field(fields, name)) return;
        const auto in_data = std::ranges::find(layer.fields, name, &map::Field::name);
        if (const map::FieldSpec* const field = spec ? spec->field(name) : nullptr) {
            fields.push_back(described(*field, *spec, language));
        } else if (in_data != layer.fields.end()) {
            fields.push_back(inferred(name, kind_of(in_data->type)));
        }
    };
    for (const std::string& name : map::name_fields(map, source)) add(name);
    if (spec)
        for (const map::FieldSpec& field : spec->fields) add(field.name);
    for (const map::Field& field : layer.fields) add(field.name);
    if (map::is_project_source(map, source)) add_signs(fields, *map.document.projects);
    return fields;
}

std::vector<ui::FormField> filled(std::vector<ui::FormField> fields, const map::FeatureState& feature) {
    for (const map::Attribute& attribute : feature.attributes) {
        if (has_field(fields, attribute.name)) continue;
        fields.push_back(
            inferred(attribute.name, attribute.value.is_null() ? Kind::Text : kind_of(attribute.value)));
    }
    for (ui::FormField& field : fields) {
        const style::Value* const value = feature.find(field.name);
        if (!value || value->is_null()) continue;
        field.text = style::to_text(*value);
        // A text where a number is usual, or the other way round, is edited as what it is.
        const bool is_another_kind = ui::fault_of(field, field.text) != ui::FieldFault::None ||
                                     ui::value_of(field, field.text) != *value;
        if (!field.is_described && is_another_kind) field = with_kind(std::move(field), kind_of(*value));
    }
    return fields;
}

std::vector<map::Attribute> with_automatic(std::vector<map::Attribute> wanted,
                                           const std::vector<ui::FormField>& fields,
                                           const map::FeatureState& feature,
                                           const std::set<std::string>& told_otherwise,
                                           const AutomaticValues& automatic) {
    const auto may_set = [&](std::string_view name) {
        const bool is_wanted = std::ranges::find(wanted, name, &map::Attribute::name) != wanted.end();
        return has_field(fields, name) && !is_wanted && !told_otherwise.contains(std::string{name});
    };
    const auto is_empty = [&](std::string_view name) {
        const style::Value* const value = feature.find(name);
        return !value || style::to_text(*value).empty();
    };
    if (may_set("updated")) {
        const auto field = std::ranges::find(fields, "updated", &ui::FormField::name);
        const bool is_moment = field->kind == Kind::DateTime;
        wanted.push_back({"updated", {is_moment ? automatic.now : automatic.today}});
    }
    if (may_set("source") && is_empty("source") && !automatic.source.empty())
        wanted.push_back({"source", {automatic.source}});
    const std::string_view quality = automatic.quality_field;
    const bool is_point = feature.geometry->type == geo::GeometryType::Point;
    if (is_point && !quality.empty() && may_set(quality) && is_empty(quality))
        wanted.push_back({std::string{quality}, {std::string{"approximate"}}});
    return wanted;
}

}  // namespace jinsha::app
