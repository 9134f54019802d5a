#include "search/map_texts.hpp"

#include "map/name_fields.hpp"

#include <algorithm>
#include <limits>
#include <string>

namespace jinsha::search {
namespace {

constexpr double kEverywhere = std::numeric_limits<double>::infinity();

/// What is looked at in the features of one source.
struct SourceFields {
    std::vector<std::string> names;
    std::vector<std::string> others;  // that hold texts
    const map::SourceSpec* spec{};    // null: the document says nothing of them
};

SourceFields fields_of(const map::LoadedMap& map, std::size_t source) {
    SourceFields fields;
    fields.names = map::name_fields(map, source);
    fields.spec = map.document.source(map.sources[source].id);
    for (const map::Field& field : map.sources[source].source->layer().fields) {
        const bool is_name = std::ranges::find(fields.names, field.name) != fields.names.end();
        if (!is_name && field.type == "string") fields.others.push_back(field.name);
    }
    return fields;
}

/// The value as people know it: its labels where the document has some, else itself.
std::string words_for(const SourceFields& fields, const std::string& field, const std::string& value) {
    const map::FieldSpec* const spec = fields.spec ? fields.spec->field(field) : nullptr;
    if (!spec || spec->values.empty()) return value;
    const map::LocalizedText label = spec->label_of(value);
    return label.zh == label.en ? label.zh : label.zh + " " + label.en;
}

void visit_feature(const TextVisitor& visit, const map::SourceFeature& feature, std::uint32_t source,
                   const SourceFields& fields) {
    const map::FeatureKey key{source, feature.index()};
    const auto add = [&](const std::string& field, bool is_name) {
        const style::Value value = feature.property(field);
        if (const std::string* const text = value.text(); text && !text->empty()) {
            visit({key, is_name ? *text : words_for(fields, field, *text), is_name});
        }
    };
    for (const std::string& field : fields.names) add(field, true);
    for (const std::string& field : fields.others) add(field, false);
}

}  // namespace

void visit_texts(const map::LoadedMap& map, const std::atomic<bool>& cancelled, const TextVisitor& visit) {
    for (std::uint32_t source = 0; source < map.sources.size(); ++source) {
        const SourceFields fields = fields_of(map, source);
        if (fields.names.empty() && fields.others.empty()) continue;
        map.sources[source].source->visit({-kEverywhere, -kEverywhere, kEverywhere, kEverywhere}, kEverywhere,
                                          [&](const map::SourceFeature& feature) {
                                              visit_feature(visit, feature, source, fields);
                                              return !cancelled.load(std::memory_order_relaxed);
                                          });
    }
}

}  // namespace jinsha::search
