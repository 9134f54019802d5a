#include "map/document_metadata.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace jinsha::map {
namespace {

constexpr double kNewestVersion = 1;
constexpr std::string_view kPrefix = "jinsha:";

/// Warns of members that nobody reads, so that a misspelt key is not silently without effect.
void report_unknown(const DocumentValue& object, std::span<const std::string_view> known,
                    std::string_view only_with_prefix = {}) {
    for (const auto& [key, value] : object.members()) {
        if (key.starts_with(only_with_prefix) && std::find(known.begin(), known.end(), key) == known.end()) {
            value.report(Severity::Warning, "this key is not known and has no effect");
        }
    }
}

void read_version(const DocumentValue& value) {
    const std::optional<double> version = value.number();
    if (version && *version > kNewestVersion) {
        value.report(
            Severity::Warning,
            fmt::format("made for a newer program (version {}, this one knows {}); what it does not know "
                        "has no effect",
                        *version, kNewestVersion));
    }
}

std::vector<FieldValue> read_field_values(const DocumentValue& list) {
    std::vector<FieldValue> values;
    for (const DocumentValue& item : list.elements()) {
        const auto value = item.member("value");
        if (!value) {
            item.report_unexpected(R"({"value": …, "label": …})");
            continue;
        }
        if (const auto text = value->string()) {
            values.push_back({*text, item.localized_or("label", LocalizedText::of(*text))});
        }
        report_unknown(item, std::array<std::string_view, 2>{"value", "label"});
    }
    return values;
}

std::optional<FieldSpec> read_field(const DocumentValue& item) {
    constexpr std::array<std::string_view, 7> kTypes{"integer", "real",     "string", "boolean",
                                                     "date",    "datetime", "json"};
    const auto name = item.member("name");
    if (!name) {
        item.report_unexpected(R"({"name": …, "label": …, "type": …})");
        return std::nullopt;
    }
    FieldSpec field;
    field.name = name->string().value_or("");
    if (field.name.empty()) return std::nullopt;
    field.label = item.localized_or("label", LocalizedText::of(field.name));
    if (const auto type = item.member("type")) {
        if (std::find(kTypes.begin(), kTypes.end(), type->json()) != kTypes.end()) {
            field.type = type->json().get<std::string>();
        } else {
            type->report_unexpected(fmt::format("one of {}", fmt::join(kTypes, ", ")));
        }
    }
    if (const auto values = item.member("values")) field.values = read_field_values(*values);
    report_unknown(item, std::array<std::string_view, 4>{"name", "label", "type", "values"});
    return field;
}

std::vector<FieldSpec> read_fields(const DocumentValue& list) {
    std::vector<FieldSpec> fields;
    for (const DocumentValue& item : list.elements()) {
        if (auto field = read_field(item)) fields.push_back(std::move(*field));
    }
    return fields;
}

SourceSpec* find_source(MapDocument& document, std::string_view id) {
    const auto found = std::find_if(document.sources.begin(), document.sources.end(),
                                    [&](const SourceSpec& source) { return source.id == id; });
    return found == document.sources.end() ? nullptr : &*found;
}

void report_no_source(const DocumentValue& value, std::string_view id) {
    value.report(Severity::Error, fmt::format("there is no source '{}'", id));
}

void read_sources(const DocumentValue& sources, MapDocument& document) {
    for (const auto& [id, value] : sources.members()) {
        SourceSpec* source = find_source(document, id);
        if (!source) {
            report_no_source(value, id);
            continue;
        }
        if (!value.is_object()) continue;
        source->title = value.localized_or("title", source->title);
        source->crs = value.string_or("crs", "");
        source->datum = value.string_or("datum", "");
        source->encoding = value.string_or("encoding", "");
        if (const auto fields = value.member("fields")) source->fields = read_fields(*fields);
        report_unknown(value, std::array<std::string_view, 5>{"title", "crs", "datum", "encoding", "fields"});
    }
}

/// The names of sources in a list, without those that do not exist.
std::vector<std::string> read_source_list(const DocumentValue& list, MapDocument& document) {
    std::vector<std::string> ids;
    for (const DocumentValue& item : list.elements()) {
        const auto id = item.string();
        if (!id) continue;
        if (find_source(document, *id)) {
            ids.push_back(*id);
        } else {
            report_no_source(item, *id);
        }
    }
    return ids;
}

void read_outlines(const DocumentValue& outlines, MapDocument& document, ProjectsSpec& projects) {
    if (!outlines.is_object()) return;
    const std::string source = outlines.string_or("source", "");
    if (!find_source(document, source)) {
        report_no_source(outlines, source);
        return;
    }
    projects.outline_source = source;
    projects.outline_field = outlines.string_or("field", "");
    report_unknown(outlines, std::array<std::string_view, 2>{"source", "field"});
}

void read_projects(const DocumentValue& value, MapDocument& document) {
    if (!value.is_object()) return;
    ProjectsSpec projects;
    if (const auto sources = value.member("sources")) {
        projects.sources = read_source_list(*sources, document);
    } else {
        value.report(Severity::Error, "expected a list 'sources', found none");
    }
    projects.title_field = value.localized_or("titleField", {});
    projects.fact_field = value.localized_or("factField", {});
    projects.theme_field = value.string_or("themeField", "");
    projects.phase_field = value.string_or("phaseField", "");
    projects.quality_field = value.string_or("qualityField", "");
    if (const auto outlines = value.member("outlines")) read_outlines(*outlines, document, projects);
    if (const auto list = value.member("fields")) {
        const std::vector<FieldSpec> fields = read_fields(*list);
        for (const std::string& id : projects.sources) {
            SourceSpec& source = *find_source(document, id);
            for (const FieldSpec& field : fields) {
                if (!source.field(field.name)) source.fields.push_back(field);
            }
        }
    }
    report_unknown(value,
                   std::array<std::string_view, 8>{"sources", "titleField", "factField", "themeField",
                                                   "phaseField", "qualityField", "outlines", "fields"});
    document.projects = std::move(projects);
}

void read_home(const DocumentValue& value, MapDocument& document) {
    const nlohmann::ordered_json& json = value.json();
    const auto is_within = [&](std::size_t i, double limit) {
        return json[i].is_number() && std::abs(json[i].get<double>()) <= limit;
    };
    if (json.is_array() && json.size() == 4 && is_within(0, 180) && is_within(1, 90) && is_within(2, 180) &&
        is_within(3, 90) && json[0] < json[2] && json[1] < json[3]) {
        document.home = json.get<std::array<double, 4>>();
    } else {
        value.report_unexpected("[west, south, east, north] in degrees");
    }
}

void read_date(const DocumentValue& value, MapDocument& document) {
    const auto text = value.string();
    if (!text) return;
    constexpr std::string_view kPattern = "0000-00-00";
    const bool is_date = text->size() == kPattern.size() &&
                         std::equal(kPattern.begin(), kPattern.end(), text->begin(), [](char wanted, char c) {
                             return wanted == '0' ? c >= '0' && c <= '9' : c == wanted;
                         });
    if (is_date) {
        document.date = *text;
    } else {
        value.report_unexpected("a date like 2021-09-14");
    }
}

/// A file of the document's folder, as nothing else is opened unasked.
void read_indicators(const DocumentValue& value, MapDocument& document) {
    const auto text = value.string();
    if (!text) return;
    const std::filesystem::path path = std::filesystem::path{*text}.lexically_normal();
    if (path.empty() || path.is_absolute() || *path.begin() == ".." || text->find(':') != std::string::npos) {
        value.report_unexpected("the path of a file in the document's folder");
    } else {
        document.indicators = *text;
    }
}

void read_page(const DocumentValue& value, MapDocument& document) {
    constexpr std::array<std::string_view, 6> kSizes{"A0", "A1", "A2", "A3", "A4", "A5"};
    if (!value.is_object()) return;
    PageSpec page;
    page.title = value.localized_or("title", {});
    page.subtitle = value.localized_or("subtitle", {});
    page.source = value.localized_or("source", {});
    if (const auto size = value.member("size")) {
        if (std::find(kSizes.begin(), kSizes.end(), size->json()) != kSizes.end()) {
            page.size = size->json().get<std::string>();
        } else {
            size->report_unexpected(fmt::format("one of {}", fmt::join(kSizes, ", ")));
        }
    }
    if (const auto orientation = value.member("orientation")) {
        if (orientation->json() == "portrait") {
            page.orientation = PageSpec::Orientation::Portrait;
        } else if (orientation->json() != "landscape") {
            orientation->report_unexpected("landscape or portrait");
        }
    }
    report_unknown(value,
                   std::array<std::string_view, 5>{"title", "subtitle", "source", "size", "orientation"});
    document.page = std::move(page);
}

/// true, or what the card shows.
std::optional<PopupSpec> read_popup(const DocumentValue& value) {
    if (value.json().is_boolean())
        return value.json().get<bool>() ? std::optional{PopupSpec{}} : std::nullopt;
    if (!value.json().is_object()) {
        value.report_unexpected(R"(true, false, or {"title": …, "fields": …})");
        return std::nullopt;
    }
    PopupSpec popup;
    popup.title = value.localized_or("title", {});
    if (const auto fields = value.member("fields")) {
        for (const DocumentValue& field : fields->elements()) {
            if (auto name = field.localized()) popup.fields.push_back(std::move(*name));
        }
    }
    report_unknown(value, std::array<std::string_view, 2>{"title", "fields"});
    return popup;
}

}  // namespace

void read_root_metadata(const DocumentValue& metadata, MapDocument& document) {
    if (!metadata.is_object()) return;
    document.metadata = metadata.json();
    if (const auto version = metadata.member("jinsha:version")) read_version(*version);
    document.crs = metadata.string_or("jinsha:crs", document.crs);
    document.title = metadata.localized_or("jinsha:title", document.title);
    if (const auto date = metadata.member("jinsha:date")) read_date(*date, document);
    if (const auto file = metadata.member("jinsha:indicators")) read_indicators(*file, document);
    if (const auto home = metadata.member("jinsha:home")) read_home(*home, document);
    if (const auto sources = metadata.member("jinsha:sources")) read_sources(*sources, document);
    if (const auto projects = metadata.member("jinsha:projects")) read_projects(*projects, document);
    if (const auto page = metadata.member("jinsha:page")) read_page(*page, document);
    report_unknown(metadata,
                   std::array<std::string_view, 11>{"jinsha:version", "jinsha:title", "jinsha:date",
                                                    "jinsha:crs", "jinsha:home", "jinsha:sources",
                                                    "jinsha:projects", "jinsha:indicators", "jinsha:page",
                                                    "jinsha:dark", "jinsha:translations"},
                   kPrefix);
}

LayerMetadata read_layer_metadata(const std::optional<DocumentValue>& metadata, const std::string& layer_id) {
    LayerMetadata layer;
    layer.title = LocalizedText::of(layer_id);
    if (metadata && metadata->is_object()) {
        layer.title = metadata->localized_or("jinsha:title", layer.title);
        layer.group = metadata->localized_or("jinsha:group", {});
        if (const auto popup = metadata->member("jinsha:popup")) layer.popup = read_popup(*popup);
        if (const auto legend = metadata->member("jinsha:legend")) {
            if (legend->json().is_boolean()) {
                layer.in_legend = legend->json().get<bool>();
            } else {
                layer.legend = legend->localized().value_or(LocalizedText{});
            }
        }
        report_unknown(
            *metadata,
            std::array<std::string_view, 4>{"jinsha:title", "jinsha:group", "jinsha:popup", "jinsha:legend"},
            kPrefix);
    }
    if (layer.legend.is_empty()) layer.legend = layer.title;
    return layer;
}

}  // namespace jinsha::map
