#include "map/name_fields.hpp"

#include <algorithm>

namespace jinsha::map {
namespace {

void add(std::vector<std::string>& fields, const std::string& field) {
    if (!field.empty() && std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
}

void add(std::vector<std::string>& fields, const LocalizedText& field) {
    add(fields, field.zh);
    add(fields, field.en);
}

/// "name_zh" → "name"
std::string_view without_language(std::string_view field) {
    return field.substr(0, field.rfind('_'));
}

}  // namespace

bool is_project_source(const LoadedMap& map, std::size_t source) {
    const auto& projects = map.document.projects;
    return projects &&
           std::ranges::find(projects->sources, map.sources[source].id) != projects->sources.end();
}

std::vector<std::string> name_fields(const LoadedMap& map, std::size_t source) {
    std::vector<std::string> fields;
    for (const DocumentLayer& layer : map.document.layers) {
        if (layer.metadata.popup && map.source_of(layer.style) == source)
            add(fields, layer.metadata.popup->title);
    }
    if (is_project_source(map, source)) add(fields, map.document.projects->title_field);

    const std::vector<Field>& known = map.sources[source].source->layer().fields;
    for (const std::string_view usual : kUsualNameFields) {
        if (std::ranges::find(known, usual, &Field::name) == known.end()) continue;
        if (fields.empty()) fields.emplace_back(usual);
        break;
    }
    if (fields.empty()) return fields;
    const std::string stem{without_language(fields.front())};
    for (const Field& field : known) {
        if (field.name.starts_with(stem + "_")) add(fields, field.name);
    }
    return fields;
}

}  // namespace jinsha::map
