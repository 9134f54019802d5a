#include "map/document_sources.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace jinsha::map {
namespace {

constexpr std::string_view kGdalPrefix = "gdal:";

/// Members of a source that change what is drawn and that are not followed; the others only tune tiles.
constexpr std::array<std::string_view, 5> kNotFollowed{"filter", "cluster", "generateId", "promoteId",
                                                       "tiles"};

bool is_string(const std::optional<DocumentValue>& value) {
    return value && value->json().is_string();
}

bool read_geojson(const DocumentValue& value, SourceSpec& source) {
    const auto data = value.member("data");
    if (!data) {
        value.report(Severity::Error, "a geojson source needs 'data': a path, or GeoJSON itself");
        return false;
    }
    if (data->json().is_object()) {
        source.kind = SourceSpec::Kind::GeoJsonInline;
        if (is_string(data->member("type"))) return true;
        data->report(Severity::Error, "expected GeoJSON, found an object without a type");
        return false;
    }
    if (!data->json().is_string() || data->json().get_ref<const std::string&>().empty()) {
        data->report_unexpected("a path, or GeoJSON itself");
        return false;
    }
    source.kind = SourceSpec::Kind::GeoJsonFile;
    source.location = data->json().get<std::string>();
    return true;
}

bool read_vector(const DocumentValue& value, SourceSpec& source) {
    const auto url = value.member("url");
    const std::string text = is_string(url) ? url->json().get<std::string>() : "";
    if (!text.starts_with(kGdalPrefix) || text.size() == kGdalPrefix.size()) {
        const std::string wanted = R"(a vector source needs a 'url' of the form "gdal:<dataset>")";
        if (url) {
            url->report(Severity::Error, wanted + "; vector tiles are not read");
        } else {
            value.report(Severity::Error, wanted);
        }
        return false;
    }
    source.kind = SourceSpec::Kind::GdalDataset;
    source.location = text.substr(kGdalPrefix.size());
    return true;
}

bool read_by_type(const DocumentValue& value, SourceSpec& source) {
    const auto type = value.member("type");
    if (!type) {
        value.report(Severity::Error, "expected a source with a 'type', found none");
        return false;
    }
    if (type->json() == "geojson") return read_geojson(value, source);
    if (type->json() == "vector") return read_vector(value, source);
    type->report_unexpected("geojson or vector");
    return false;
}

}  // namespace

std::vector<SourceSpec> read_sources(const DocumentValue& sources) {
    std::vector<SourceSpec> read;
    for (const auto& [id, value] : sources.members()) {
        SourceSpec source;
        source.id = id;
        source.title = LocalizedText::of(id);
        if (!value.is_object() || !read_by_type(value, source)) continue;
        source.needs_permission =
            source.kind != SourceSpec::Kind::GeoJsonInline && leaves_the_folder(source.location);
        source.attribution = value.string_or("attribution", "");
        for (const std::string_view key : kNotFollowed) {
            if (const auto member = value.member(key))
                member->report(Severity::Warning, "this has no effect here");
        }
        read.push_back(std::move(source));
    }
    return read;
}

bool leaves_the_folder(std::string_view location) {
    if (location.empty() || location.starts_with('<') || location.starts_with('{')) return true;
    const auto is_scheme_char = [](unsigned char c) {
        return std::isalnum(c) || c == '_' || c == '+' || c == '.' || c == '-';
    };
    const auto after_scheme = std::find_if_not(location.begin(), location.end(), is_scheme_char);
    if (after_scheme != location.end() && *after_scheme == ':') return true;
    const std::filesystem::path path = std::filesystem::path{location}.lexically_normal();
    return path.is_absolute() || (!path.empty() && *path.begin() == "..");
}

}  // namespace jinsha::map
