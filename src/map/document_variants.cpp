#include "map/document_variants.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace jinsha::map {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kDark = "jinsha:dark";
constexpr std::string_view kTranslations = "jinsha:translations";

/// Field names in the document's own language, and what they are in English.
using FieldPairs = std::map<std::string, std::string, std::less<>>;

/// What a document says of its other looks.
struct OtherLooks {
    std::map<std::string, DocumentValue, std::less<>> dark;  // by layer id: paint properties
    FieldPairs english;
};

DocumentLayer* find_layer(MapDocument& document, std::string_view id) {
    const auto found = std::find_if(document.layers.begin(), document.layers.end(),
                                    [&](const DocumentLayer& layer) { return layer.style.id() == id; });
    return found == document.layers.end() ? nullptr : &*found;
}

void read_dark(const DocumentValue& dark, MapDocument& document, OtherLooks& looks) {
    for (const auto& [id, paint] : dark.members()) {
        if (!find_layer(document, id)) {
            paint.report(Severity::Error, fmt::format("there is no layer '{}'", id));
        } else if (paint.is_object()) {
            looks.dark.emplace(id, paint);
        }
    }
}

FieldPairs read_translations(const DocumentValue& list) {
    FieldPairs pairs;
    for (const DocumentValue& item : list.elements()) {
        const auto pair = item.localized();
        if (!pair) continue;
        if (pair->zh.empty() || pair->en.empty()) {
            item.report_unexpected(R"({"zh": field, "en": field})");
        } else {
            pairs.emplace(pair->zh, pair->en);
        }
    }
    return pairs;
}

OtherLooks read_looks(const DocumentValue& root, MapDocument& document) {
    OtherLooks looks;
    const auto metadata = root.member("metadata");
    if (!metadata) return looks;
    if (const auto dark = metadata->member(kDark)) read_dark(*dark, document, looks);
    if (const auto list = metadata->member(kTranslations)) looks.english = read_translations(*list);
    return looks;
}

/// `["get", "name_zh"]` becomes `["coalesce", ["get", "name_en"], ["get", "name_zh"]]`: a name in another
/// language says more than none.
Json translated(const Json& expression, const FieldPairs& pairs) {
    if (!expression.is_array()) return expression;
    if (expression.size() == 2 && expression[0] == "get" && expression[1].is_string()) {
        const auto pair = pairs.find(expression[1].get<std::string>());
        if (pair == pairs.end()) return expression;
        return {"coalesce", {"get", pair->second}, expression};
    }
    Json copy = Json::array();
    for (const Json& part : expression) copy.push_back(translated(part, pairs));
    return copy;
}

Json in_english(Json layer, const FieldPairs& pairs) {
    const auto layout = layer.find("layout");
    if (layout == layer.end() || !layout->is_object()) return layer;
    const auto field = layout->find("text-field");
    if (field != layout->end()) *field = translated(*field, pairs);
    return layer;
}

Json in_the_dark(Json layer, const Json& paint) {
    Json& own = layer["paint"];
    if (!own.is_object()) own = Json::object();
    for (const auto& [name, value] : paint.items()) own[name] = value;
    return layer;
}

/// What is wrong with an override itself; the rest of the layer has been told already.
void report_overrides(const std::vector<Problem>& problems, const DocumentValue& paint) {
    const std::string at = child_pointer(paint.pointer(), "paint");
    for (const auto& [name, value] : paint.json().items()) {
        const std::string place = child_pointer(at, name);
        for (const Problem& problem : problems) {
            if (problem.where != place && !problem.where.starts_with(place + "/")) continue;
            const std::string rest = problem.where.substr(at.size());
            paint.problems().push_back({problem.severity, paint.pointer() + rest, problem.message});
        }
    }
}

std::optional<style::StyleLayer> parsed(const Json& layer, const std::string& pointer,
                                        std::vector<Problem>& problems) {
    auto style = style::StyleLayer::parse(layer, pointer, problems);
    return style ? std::optional{std::move(*style)} : std::nullopt;
}

/// The looks of one layer that differ from `json`, its object in the document.
std::vector<DocumentLayer::Variant> variants_of(const Json& json, const std::string& id,
                                                const OtherLooks& looks) {
    const auto dark = looks.dark.find(id);
    const Json english = in_english(json, looks.english);
    std::vector<DocumentLayer::Variant> variants;
    const auto add = [&](const MapLook& look, const Json& layer, const std::string& pointer,
                         std::vector<Problem>& problems) {
        if (layer == json) return;
        if (auto style = parsed(layer, pointer, problems)) variants.push_back({look, std::move(*style)});
    };
    std::vector<Problem> known;  // of what is written: told when the layer was read
    add({false, "en"}, english, "", known);
    if (dark == looks.dark.end()) {
        add({true, "en"}, english, "", known);
        return variants;
    }
    std::vector<Problem> problems;
    add({true, "zh"}, in_the_dark(json, dark->second.json()), dark->second.pointer(), problems);
    add({true, "en"}, in_the_dark(english, dark->second.json()), "", known);
    report_overrides(problems, dark->second);
    return variants;
}

}  // namespace

void read_variants(const DocumentValue& root, MapDocument& document) {
    const OtherLooks looks = read_looks(root, document);
    if (looks.dark.empty() && looks.english.empty()) return;
    for (const DocumentValue& value : root.member("layers")->elements()) {
        const auto id = value.json().is_object() ? value.json().find("id") : value.json().end();
        if (id == value.json().end() || !id->is_string()) continue;
        DocumentLayer* const layer = find_layer(document, id->get<std::string>());
        if (layer && layer->variants.empty())
            layer->variants = variants_of(value.json(), layer->style.id(), looks);
    }
}

}  // namespace jinsha::map
