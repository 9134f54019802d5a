#include "app/table_content.hpp"

#include "app/form_fields.hpp"
#include "map/name_fields.hpp"
#include "style/value_text.hpp"
#include "ui/characters.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace {

constexpr std::uint32_t kSample = 64;  // features that tell how wide a column should be
constexpr float kNarrowest = 3, kWidest = 20;
constexpr float kWesternEm = 0.56F;  // of a Latin letter or digit

bool is_number(std::string_view type) {
    return type == "integer" || type == "real";
}

float width_em(std::string_view text) {
    float width = 0;
    while (!text.empty()) width += ui::is_east_asian(ui::take_character(text)) ? 1 : kWesternEm;
    return width;
}

/// Fields by their names: of the name, as the document has them, and all others.
std::vector<map::FieldSpec> fields_of(const map::LoadedMap& map, std::uint32_t source) {
    const map::DatasetLayer& layer = map.sources[source].source->layer();
    const map::SourceSpec* const spec = map.document.source(map.sources[source].id);
    std::vector<map::FieldSpec> fields;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(fields, name, &map::FieldSpec::name) != fields.end()) return;
        const auto in_data = std::ranges::find(layer.fields, name, &map::Field::name);
        const map::FieldSpec* const described = spec ? spec->field(name) : nullptr;
        if (described) {
            fields.push_back(*described);
        } else if (in_data != layer.fields.end()) {
            map::FieldSpec field;
            field.name = name;
            field.type = in_data->type;
            fields.push_back(std::move(field));
        }
    };
    for (const std::string& name : map::name_fields(map, source)) add(name);
    if (spec)
        for (const map::FieldSpec& field : spec->fields) add(field.name);
    for (const map::Field& field : layer.fields) add(field.name);
    return fields;
}

ui::TableColumn column_of(const map::LoadedMap& map, std::uint32_t source, const map::FieldSpec& field,
                          std::string_view language) {
    ui::TableColumn column;
    column.field = field.name;
    column.label = field.label.is_empty() ? field.name : field.label.in(language);
    column.unit = field.unit.in(language);
    if (is_number(field.type)) column.kind = ui::TableColumn::Kind::Number;
    if (map::is_project_source(map, source)) {
        if (field.name == map.document.projects->theme_field) column.kind = ui::TableColumn::Kind::Theme;
        if (field.name == map.document.projects->phase_field) column.kind = ui::TableColumn::Kind::Phase;
    }
    return column;
}

void measure_columns(TableContent& content) {
    for (ui::TableColumn& column : content.columns) column.width_em = kNarrowest;
    for (std::uint32_t index = 0; index < kSample; ++index) {
        content.features->visit(index, [&](const map::SourceFeature& feature) {
            for (std::size_t i = 0; i < content.columns.size(); ++i) {
                float& width = content.columns[i].width_em;
                width = std::clamp(width_em(content.text(feature, i)), width, kWidest);
            }
        });
    }
}

}  // namespace

std::string TableContent::text(const map::SourceFeature& feature, std::size_t column) const {
    const map::FieldSpec& spec = specs[column];
    std::string value = style::to_text(feature.property(spec.name));
    if (spec.values.empty() || value.empty()) return value;
    return spec.label_of(value).in(language);
}

std::shared_ptr<const TableContent> table_content(const map::LoadedMap& map, RowContent row,
                                                  std::string_view language) {
    auto content = std::make_shared<TableContent>();
    content->features = map.sources[row.source].source;
    content->specs = fields_of(map, row.source);
    content->language = language;
    content->fields =
        std::make_shared<const std::vector<ui::FormField>>(form_fields(map, row.source, language));
    for (const map::FieldSpec& field : content->specs)
        content->columns.push_back(column_of(map, row.source, field, language));
    content->of_row = std::move(row);
    measure_columns(*content);
    return content;
}

}  // namespace jinsha::app
