#include "app/feature_texts.hpp"

#include "style/value_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jinsha::app {

namespace {

/// Fields that hold a name in most data, the better ones first.
constexpr std::array<std::string_view, 12> kUsualNames{"name_zh", "name",     "NAME",   "Name",
                                                       "名称",    "项目名称", "title",  "TITLE",
                                                       "Title",   "label",    "NAME_1", "mc"};

/// The document's words about one source and one layer.
struct Words {
    const map::SourceSpec* source{};      // null: the document says nothing
    const map::ProjectsSpec* projects{};  // null: there are none
    const map::LayerMetadata* layer{};    // null: no such layer
    std::string_view language;

    [[nodiscard]] std::string label_of_field(const std::string& field) const {
        const map::FieldSpec* spec = source ? source->field(field) : nullptr;
        if (!spec || spec->label.is_empty()) return field;
        return spec->label.in(language);
    }
    [[nodiscard]] std::string label_of_value(const std::string& field, const std::string& value) const {
        const map::FieldSpec* spec = source ? source->field(field) : nullptr;
        const std::string label = spec ? spec->label_of(value).in(language) : std::string{};
        return label == value ? std::string{} : label;  // no label, so that the panels may have one
    }
};

Words words_about(const map::LoadedMap& map, const TextRequest& request) {
    Words words;
    words.language = request.language;
    words.source = map.document.source(map.sources[request.feature.source].id);
    if (map.document.projects) words.projects = &*map.document.projects;
    if (request.layer < map.document.layers.size()) {
        words.layer = &map.document.layers[request.layer].metadata;
    }
    return words;
}

bool is_project_source(const map::LoadedMap& map, const map::FeatureKey& feature) {
    const auto& projects = map.document.projects;
    return projects &&
           std::ranges::find(projects->sources, map.sources[feature.source].id) != projects->sources.end();
}

std::string name_of(const map::LoadedMap& map, const TextRequest& request,
                    const map::SourceFeature& feature) {
    const Words words = words_about(map, request);
    const auto value_of = [&](const std::string& field) {
        return field.empty() ? std::string{} : style::to_text(feature.property(field));
    };
    // In the language asked for; a name in the other one says more than an id.
    const auto in_any_language = [&](const map::LocalizedText& field) {
        std::string name = value_of(field.in(words.language));
        if (name.empty()) name = value_of(field.zh);
        return name.empty() ? value_of(field.en) : name;
    };
    std::string name;
    if (words.layer && words.layer->popup) name = in_any_language(words.layer->popup->title);
    if (name.empty() && is_project_source(map, request.feature)) {
        name = in_any_language(words.projects->title_field);
    }
    for (const std::string_view field : kUsualNames) {
        if (!name.empty()) return name;
        name = value_of(std::string{field});
    }
    if (name.empty()) name = style::to_text(feature.id());
    if (name.empty() && words.layer) name = words.layer->title.in(words.language);
    return name;
}

/// The fields the card shows, in order.
std::vector<std::string> fields_of_card(const Words& words, const map::SourceFeature& feature) {
    std::vector<std::string> fields;
    if (words.layer && words.layer->popup && !words.layer->popup->fields.empty()) {
        for (const map::LocalizedText& field : words.layer->popup->fields)
            fields.push_back(field.in(words.language));
        return fields;
    }
    for (const auto& [name, value] : feature.properties()) fields.push_back(name);
    return fields;
}

/// Puts a field where the card has a place for it; false when it has none.
bool put_in_place(ui::Card& card, const Words& words, const std::string& field, const std::string& value) {
    const ui::Word word{value, words.label_of_value(field, value)};
    if (words.projects) {
        const map::ProjectsSpec& projects = *words.projects;
        if (field == projects.theme_field) return card.theme = word, true;
        if (field == projects.phase_field) return card.phase = word, true;
        if (field == projects.fact_field.in(words.language)) return card.fact = value, true;
        if (field == projects.quality_field) {
            card.position_quality = ui::PositionQuality{word, position_radius_m(value)};
            return true;
        }
    }
    if (field == "transformation") return card.transformation = word, true;
    if (field == "source_section") return card.source_section = word, true;
    return false;
}

}  // namespace

std::optional<double> position_radius_m(std::string_view quality) {
    if (quality == "approximate") return 500;
    if (quality == "inferred") return 2000;
    return std::nullopt;
}

std::string feature_name(const map::LoadedMap& map, const TextRequest& request) {
    std::string name;
    map.sources[request.feature.source].source->visit(
        request.feature.index,
        [&](const map::SourceFeature& feature) { name = name_of(map, request, feature); });
    return name;
}

ui::Card feature_card(const map::LoadedMap& map, const TextRequest& request) {
    ui::Card card;
    card.feature = request.feature;
    const Words words = words_about(map, request);
    map.sources[request.feature.source].source->visit(
        request.feature.index, [&](const map::SourceFeature& feature) {
            card.title = name_of(map, request, feature);
            for (const std::string& field : fields_of_card(words, feature)) {
                const std::string value = style::to_text(feature.property(field));
                if (value.empty() || put_in_place(card, words, field, value)) continue;
                const std::string label = words.label_of_value(field, value);
                card.fields.push_back({words.label_of_field(field), label.empty() ? value : label});
            }
        });
    return card;
}

}  // namespace jinsha::app
