#include "app/map_checks.hpp"

#include "app/checked_files.hpp"
#include "io/coordinate_grid.hpp"
#include "io/feature_patch.hpp"
#include "io/geojson_text.hpp"
#include "io/whole_file.hpp"
#include "json/places.hpp"
#include "map/edited_feature_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

/// The number of the feature that an element of a file is; none when it is no feature.
std::optional<std::uint32_t> feature_of(std::size_t element, const std::vector<std::uint32_t>& skipped) {
    const auto before = std::ranges::lower_bound(skipped, element);
    if (before != skipped.end() && *before == element) return std::nullopt;
    return static_cast<std::uint32_t>(element - static_cast<std::size_t>(before - skipped.begin()));
}

/// The place of the source that was read from a file; none for the document itself.
std::optional<std::uint32_t> source_of(const MapToCheck& what, const fs::path& file) {
    for (std::uint32_t i = 0; i < what.sources.size(); ++i)
        if (what.sources[i].file == file) return i;
    return std::nullopt;
}

ui::CheckItem item_of(const check::Finding& finding, std::string where) {
    ui::CheckItem item{finding.severity, finding.message, std::move(where), finding.advice, std::nullopt};
    if (finding.feature) item.where += fmt::format(" · #{}", *finding.feature + 1);
    return item;
}

std::vector<ui::CheckItem> check_file(const FileToCheck& file, const MapToCheck& what,
                                      std::string_view text) {
    const json::Places places{text};
    const auto source = source_of(what, file.path.lexically_normal());
    std::vector<ui::CheckItem> items;
    for (const check::Finding& finding : findings_of(file, text)) {
        const json::Place place = places.at(finding.range.begin);
        items.push_back(item_of(
            finding, fmt::format("{}:{}:{}", file.path.filename().string(), place.line, place.column)));
        if (!source || !finding.feature) continue;
        if (const auto feature = feature_of(*finding.feature, what.sources[*source].skipped))
            items.back().feature = map::FeatureKey{*source, *feature};
    }
    return items;
}

/// The edited features of a source as the text that a save would make of them.
Result<std::string> edited_text(const map::EditedFeatureSource& source, const geo::Crs& file_crs,
                                const geo::Crs& map_crs, std::vector<std::uint32_t>& numbers) {
    const auto grid = io::CoordinateGrid::between(file_crs, map_crs);
    if (!grid) return tl::make_unexpected(grid.error());
    const auto text = io::GeoJsonText::from(R"({"type": "FeatureCollection", "features": []})");
    if (!text) return tl::make_unexpected(text.error());
    std::vector<io::ElementChange> changes;
    for (const auto& [number, state] : source.delta()) {
        if (!state) continue;
        numbers.push_back(number);
        changes.push_back({0, nullptr, state, number});
    }
    const auto patches = io::feature_patches(*text, changes, *grid);
    if (!patches) return tl::make_unexpected(patches.error());
    return json::patched(text->text(), *patches);
}

std::vector<ui::CheckItem> check_edits(const FileToCheck& file, const MapToCheck& what, std::uint32_t place) {
    const MapToCheck::Source& source = what.sources[place];
    const auto* const edited = dynamic_cast<const map::EditedFeatureSource*>(source.features.get());
    const auto file_crs = geo::Crs::from(source.crs);
    if (!edited || edited->delta().empty() || !file_crs) return {};
    std::vector<std::uint32_t> numbers;
    const auto text = edited_text(*edited, *file_crs, what.map_crs, numbers);
    if (!text) return {{Severity::Error, text.error().message(), file.path.filename().string(), {}, {}}};
    std::vector<ui::CheckItem> items;
    for (const check::Finding& finding : findings_of(file, *text)) {
        check::Finding told = finding;
        told.feature.reset();  // its number among the edited ones means nothing
        items.push_back(item_of(told, file.path.filename().string() + " · " + what.unsaved));
        if (finding.feature && *finding.feature < numbers.size())
            items.back().feature = map::FeatureKey{place, numbers[*finding.feature]};
    }
    return items;
}

bool is_edited(const MapToCheck& what, const ui::CheckItem& item) {
    if (!item.feature) return false;
    const auto* const edited =
        dynamic_cast<const map::EditedFeatureSource*>(what.sources[item.feature->source].features.get());
    return edited && edited->delta().contains(item.feature->index);
}

}  // namespace

MapToCheck map_to_check(const map::LoadedMap& map, const fs::path& path, std::string_view unsaved) {
    MapToCheck what{path, {}, map.crs, std::string{unsaved}};
    for (const map::LoadedSource& source : map.sources) {
        const map::SourceSpec* const spec = map.document.source(source.id);
        const bool is_file = spec && spec->kind == map::SourceSpec::Kind::GeoJsonFile;
        const bool has_document = !map.document.path.empty();
        fs::path file = has_document && is_file ? path.parent_path() / spec->location
                        : has_document          ? fs::path{}
                                                : path;
        what.sources.push_back({file.lexically_normal(), source.source, source.skipped_elements,
                                source.source->layer().crs.name});
    }
    return what;
}

std::shared_ptr<const CheckedMap> check_map(const MapToCheck& what,
                                            const std::shared_ptr<const CheckedMap>& before,
                                            const std::atomic<bool>& cancelled) {
    auto checked = std::make_shared<CheckedMap>();
    for (const FileToCheck& file : files_to_check({what.path})) {
        if (cancelled) return nullptr;
        const auto stamp = io::stamp_of(file.path);
        if (!stamp) continue;  // that it cannot be read has been told when the map was opened
        const auto known =
            before ? before->files.find(file.path) : std::map<fs::path, CheckedMap::File>::const_iterator{};
        CheckedMap::File& now = checked->files[file.path];
        if (before && known != before->files.end() && known->second.stamp == *stamp) {
            now = known->second;
        } else if (const auto mapped = io::WholeFile::open(file.path)) {
            now = {*stamp, check_file(file, what, mapped->text())};
        }
        std::ranges::copy_if(now.items, std::back_inserter(checked->items),
                             [&](const ui::CheckItem& item) { return !is_edited(what, item); });
        if (const auto source = source_of(what, file.path.lexically_normal()); source && !file.is_document)
            std::ranges::move(check_edits(file, what, *source), std::back_inserter(checked->items));
    }
    std::ranges::stable_sort(checked->items, std::greater{}, &ui::CheckItem::severity);
    return checked;
}

}  // namespace jinsha::app
