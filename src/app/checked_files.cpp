#include "app/checked_files.hpp"

#include "check/document_check.hpp"
#include "geo/crs.hpp"
#include "geo/crs_transform.hpp"
#include "io/whole_file.hpp"
#include "json/index.hpp"
#include "json/value.hpp"
#include "map/map_document.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace jinsha::app {
namespace {

constexpr std::string_view kDocumentEnding = ".map.json";

Result<map::MapDocument> read_document(const std::filesystem::path& path) {
    const auto file = io::WholeFile::open(path);
    if (!file) return tl::make_unexpected(file.error());
    return map::parse_map_document(std::string{file->text()}, path);
}

/// The CRS that a GeoJSON text names in its "crs" member (of GeoJSON 2008); none when it names none.
std::optional<geo::Crs> declared_crs(const json::Index& index) {
    auto value = index.root();
    for (const std::string_view key : {"crs", "properties", "name"}) {
        if (value) value = value->find(key);
    }
    if (!value || value->kind() != json::Kind::String) return std::nullopt;
    const auto crs = geo::Crs::from(value->string());
    return crs ? std::optional{*crs} : std::nullopt;
}

/// The home extent of a document in another CRS: the envelope of its four corners.
std::optional<geo::Envelope> area_in(const std::array<double, 4>& home, const geo::Crs& crs) {
    const auto [west, south, east, north] = home;
    if (crs.is_geographic()) return geo::Envelope{west, south, east, north};
    const auto transform = geo::CrsTransform::between(geo::Crs::wgs84(), crs);
    if (!transform) return std::nullopt;
    geo::Envelope area;
    for (const auto& [x, y] : {std::pair{west, south}, {east, south}, {east, north}, {west, north}}) {
        const geo::MapPoint corner = transform->to_map(geo::SourcePoint{x, y});
        if (!std::isfinite(corner.x)) return std::nullopt;
        area.extend(corner);
    }
    return area;
}

void add_sources(const map::MapDocument& document, std::vector<FileToCheck>& files) {
    for (const map::SourceSpec& source : document.sources) {
        if (source.kind != map::SourceSpec::Kind::GeoJsonFile || source.needs_permission) continue;
        FileToCheck file{document.path.parent_path() / source.location, false, {}};
        file.context.fields = source.fields;
        const bool is_project =
            document.projects &&
            std::ranges::find(document.projects->sources, source.id) != document.projects->sources.end();
        // Parts of a river and repeated labels may share a name; projects may not.
        file.context.name_fields.clear();
        if (is_project && !document.projects->title_field.zh.empty()) {
            file.context.name_fields = {document.projects->title_field.zh};
        }
        std::optional<geo::Crs> crs;
        if (const auto given = geo::Crs::from(source.crs); !source.crs.empty() && given) crs = *given;
        if (!crs) {
            if (const auto text = io::WholeFile::open(file.path))
                crs = declared_crs(json::Index{text->text()});
        }
        file.context.is_geographic = !crs || crs->is_geographic();
        // Only projects must lie in the district; boundaries and neighbours reach beyond it.
        if (is_project && document.home)
            file.context.area = area_in(*document.home, crs.value_or(geo::Crs::wgs84()));
        files.push_back(std::move(file));
    }
}

}  // namespace

std::vector<FileToCheck> files_to_check(const std::vector<std::filesystem::path>& named) {
    std::vector<FileToCheck> files;
    for (const std::filesystem::path& path : named) {
        const bool is_document = path.string().ends_with(kDocumentEnding);
        files.push_back({path, is_document, {}});
        if (!is_document) {
            if (const auto text = io::WholeFile::open(path)) {
                const auto crs = declared_crs(json::Index{text->text()});
                files.back().context.is_geographic = !crs || crs->is_geographic();
            }
        } else if (const auto document = read_document(path)) {
            add_sources(*document, files);
        }
    }
    return files;
}

std::vector<check::Finding> findings_of(const FileToCheck& file, std::string_view text) {
    const json::Index index{text};
    if (!file.is_document) return check::check_geojson(index, file.context);
    const auto document = map::parse_map_document(std::string{text}, file.path);
    if (document) return check::check_document(index, *document);
    return {{Severity::Error,
             "document",
             document.error().message(),
             "look whether this is a map document",
             std::nullopt,
             {},
             std::nullopt}};
}

}  // namespace jinsha::app
