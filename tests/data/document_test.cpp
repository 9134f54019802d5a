#include "data/files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

/// The bundled map document fits the data beside it.
namespace jinsha::data {
namespace {

const Json& document() {
    static const Json kDocument = Json::parse(read_text(data_folder() / "west-district.map.json"));
    return kDocument;
}

Json features_of_source(const std::string& source) {
    return features_of(document().at("sources").at(source).at("data"));
}

std::set<std::string> properties_of_source(const std::string& source) {
    std::set<std::string> names;
    for (const Json& feature : features_of_source(source)) {
        for (const auto& [name, value] : feature.at("properties").items()) names.insert(name);
    }
    return names;
}

/// The fields that the metadata describes for a source: its own, and those that all projects have.
Json fields_of_source(const std::string& source) {
    const Json& metadata = document().at("metadata");
    Json fields = metadata.at("jinsha:sources").at(source).value("fields", Json::array());
    const Json& projects = metadata.at("jinsha:projects");
    const Json& project_sources = projects.at("sources");
    if (std::find(project_sources.begin(), project_sources.end(), source) != project_sources.end()) {
        for (const Json& field : projects.at("fields")) fields.push_back(field);
    }
    return fields;
}

/// Names in ["get", name] and ["has", name], anywhere in a layer.
std::set<std::string> fields_asked_for(const Json& json) {
    std::set<std::string> names;
    if (json.is_array() && json.size() == 2 && (json[0] == "get" || json[0] == "has")) names.insert(json[1]);
    if (json.is_structured()) {
        for (const Json& part : json) names.merge(fields_asked_for(part));
    }
    return names;
}

bool is_in_both_languages(const Json& text) {
    return text.is_object() && !text.value("zh", "").empty() && !text.value("en", "").empty();
}

TEST(BundledDocument, DescribesEveryFieldOfTheDataInBothLanguages) {
    for (const auto& [source, spec] : document().at("sources").items()) {
        std::set<std::string> described;
        for (const Json& field : fields_of_source(source)) {
            EXPECT_TRUE(described.insert(field.at("name")).second) << source << ": " << field.at("name");
            EXPECT_TRUE(is_in_both_languages(field.at("label"))) << source << ": " << field.at("name");
        }
        EXPECT_EQ(described, properties_of_source(source)) << source;
        EXPECT_TRUE(
            is_in_both_languages(document().at("metadata").at("jinsha:sources").at(source).at("title")));
    }
}

TEST(BundledDocument, NamesEveryValueOfAFieldThatHasAList) {
    for (const auto& [source, spec] : document().at("sources").items()) {
        for (const Json& field : fields_of_source(source)) {
            if (!field.contains("values")) continue;
            std::set<std::string> listed;
            for (const Json& value : field.at("values")) {
                listed.insert(value.at("value"));
                EXPECT_TRUE(is_in_both_languages(value.at("label"))) << value;
            }
            for (const Json& feature : features_of_source(source)) {
                const std::string value = feature.at("properties").value(field.at("name"), "");
                EXPECT_TRUE(value.empty() || listed.contains(value))
                    << source << ": " << field.at("name") << ": " << value;
            }
        }
    }
}

TEST(BundledDocument, AsksOnlyForFieldsThatItsSourcesHave) {
    for (const Json& layer : document().at("layers")) {
        if (!layer.contains("source")) continue;
        const std::set<std::string> there = properties_of_source(layer.at("source"));
        for (const std::string& name : fields_asked_for(layer)) {
            EXPECT_TRUE(there.contains(name)) << layer.at("id") << ": " << name;
        }
        const Json popup = layer.at("metadata").value("jinsha:popup", Json::object());
        for (const Json& field : popup.value("fields", Json::array())) {
            const std::set<std::string> names = field.is_string()
                                                    ? std::set<std::string>{field}
                                                    : std::set<std::string>{field.at("zh"), field.at("en")};
            for (const std::string& name : names)
                EXPECT_TRUE(there.contains(name)) << layer.at("id") << ": " << name;
        }
    }
}

TEST(BundledDocument, TitlesItsLayersInBothLanguages) {
    for (const Json& layer : document().at("layers")) {
        EXPECT_TRUE(is_in_both_languages(layer.at("metadata").at("jinsha:title"))) << layer.at("id");
        EXPECT_TRUE(is_in_both_languages(layer.at("metadata").at("jinsha:group"))) << layer.at("id");
    }
}

TEST(BundledDocument, HasItsSymbolLayersOnTop) {
    const Json& layers = document().at("layers");
    const auto is_symbol = [](const Json& layer) { return layer.at("type") == "symbol"; };
    EXPECT_TRUE(std::is_partitioned(layers.rbegin(), layers.rend(), is_symbol));
}

TEST(BundledDocument, OpensWithTheWholeDistrict) {
    const Json& home = document().at("metadata").at("jinsha:home");
    const std::function<void(const Json&)> expect_inside = [&](const Json& coordinates) {
        if (coordinates.at(0).is_array()) {
            for (const Json& part : coordinates) expect_inside(part);
            return;
        }
        EXPECT_TRUE(coordinates[0] > home[0] && coordinates[1] > home[1] && coordinates[0] < home[2] &&
                    coordinates[1] < home[3])
            << coordinates;
    };
    for (const Json& feature : features_of("districts.geojson")) {
        if (feature.at("properties").at("kind") == "district")
            expect_inside(feature.at("geometry").at("coordinates"));
    }
}

}  // namespace
}  // namespace jinsha::data
