#include "io/open_map.hpp"

#include "geo/crs_transform.hpp"
#include "io/generated_document.hpp"
#include "io/load_layers.hpp"
#include "io/nothing_to_draw.hpp"
#include "io/transformed_extent.hpp"
#include "io/vector_dataset.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>

namespace jinsha::io {

namespace {

namespace fs = std::filesystem;

constexpr const char* kFallbackCrs = "EPSG:3857";

/// Adds up the progress of sources that are read side by side.
class TotalProgress {
public:
    TotalProgress(const OpenMapOptions& options, std::size_t source_count)
        : report_{options.progress}, fractions_(std::max<std::size_t>(1, source_count)) {}

    void update(std::size_t source, const std::string& what, double fraction) {
        if (!report_) return;
        const std::scoped_lock lock{mutex_};
        fractions_[source] = fraction;
        double sum = 0;
        for (const double f : fractions_) sum += f;
        report_(what, sum / static_cast<double>(fractions_.size()));
    }

private:
    const std::function<void(const std::string&, double)>& report_;
    std::mutex mutex_;
    std::vector<double> fractions_;
};

Result<std::string> read_text(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    if (!file || !(text << file.rdbuf() || file.peek() == std::ifstream::traits_type::eof())) {
        return fail("{}: cannot be read", path.string());
    }
    return std::move(text).str();
}

/// A document is a JSON object with a style's members and none of GeoJSON's. A file called *.map.json is
/// meant to be one, so that a damaged one is complained about as such.
bool looks_like_document(const fs::path& path) {
    if (path.filename().string().ends_with(".map.json")) return true;
    if (path.extension() != ".json") return false;
    std::ifstream file{path, std::ios::binary};
    std::string head(std::size_t{1} << 16, '\0');
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const auto holds = [&](const char* member) { return head.find(member) != std::string::npos; };
    return holds("\"version\"") && (holds("\"layers\"") || holds("\"sources\"")) && !holds("\"features\"");
}

geo::Crs read_crs(const map::MapDocument& document, std::vector<Problem>& problems) {
    auto crs = geo::Crs::from(document.crs);
    if (crs && crs->is_projected()) return *std::move(crs);
    const std::string found = crs ? "'" + crs->name() + "', which is not projected" : crs.error().message();
    problems.push_back({Severity::Error, document.path.string() + ": /metadata/jinsha:crs",
                        fmt::format("expected a projected CRS, found {}; taken as {}", found, kFallbackCrs)});
    return geo::Crs::from(kFallbackCrs).value();
}

map::ZoomScale scale_of(const map::MapDocument& document, const geo::Crs& crs) {
    const bool is_web_mercator = crs.id() == "EPSG:3857";
    const double latitude = document.center && !is_web_mercator ? document.center->lat_deg : 0;
    return {std::clamp(latitude, -85.0, 85.0), crs.unit_metres()};
}

Result<VectorDataset> open_source(const map::SourceSpec& spec, const fs::path& folder) {
    const DatasetHints hints{spec.crs, spec.encoding};
    if (spec.kind == map::SourceSpec::Kind::GeoJsonInline)
        return VectorDataset::from_geojson(spec.data.dump(), hints);
    return VectorDataset::open(folder / fs::path{spec.location}, hints);
}

SourceResult load_source(const map::SourceSpec& spec, const map::LoadedMap& map,
                         const OpenMapOptions& options, const std::atomic<bool>& cancelled,
                         const Progress& progress) {
    SourceResult result;
    const std::string place = map.document.path.string() + ": /sources/" + spec.id;
    if (spec.needs_permission && !options.allow_outside_sources) {
        result.problems.push_back(
            {Severity::Error, place,
             fmt::format("'{}' is not in the map's own folder, and this map has not been allowed "
                         "to open files elsewhere",
                         spec.location)});
        return result;
    }
    const bool is_inline = spec.kind == map::SourceSpec::Kind::GeoJsonInline;
    const fs::path folder = map.document.path.parent_path();
    const LayerLoading loading{options,
                               spec.id,
                               is_inline ? fs::path{} : folder / fs::path{spec.location},
                               {spec.crs, spec.encoding},
                               map.crs,
                               cancelled,
                               progress};
    result = load_from_cache(loading);
    if (!result.loaded.empty()) return result;
    auto dataset = open_source(spec, folder);
    if (!dataset) {
        result.problems.push_back({Severity::Error, place, dataset.error().message()});
        return result;
    }
    return load_layers(*std::move(dataset), loading);
}

/// Reads all sources, a thread each: their files do not depend on each other, and the start of the program
/// waits for them.
std::vector<SourceResult> load_sources(const map::LoadedMap& map, const OpenMapOptions& options,
                                       const std::atomic<bool>& cancelled) {
    const auto& specs = map.document.sources;
    std::vector<SourceResult> results(specs.size());
    TotalProgress total{options, specs.size()};
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < specs.size(); i = next++) {
            const auto progress = [&, i](double fraction) { total.update(i, specs[i].id, fraction); };
            results[i] = load_source(specs[i], map, options, cancelled, progress);
            progress(1);
        }
    };
    const std::size_t thread_count =
        std::min<std::size_t>(specs.size(), std::max(2U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < thread_count; ++i) threads.emplace_back(work);
    work();
    threads.clear();
    return results;
}

void take(std::vector<SourceResult> results, const OpenMapOptions& options, map::LoadedMap& map) {
    for (SourceResult& result : results) {
        for (map::LoadedSource& source : result.loaded) {
            map.extent.extend(source.source->extent());
            map.sources.push_back(std::move(source));
        }
        std::move(result.problems.begin(), result.problems.end(), std::back_inserter(map.problems));
        map.extent.extend(result.expected_extent);
        for (LayerInReading& layer : result.readings) options.in_background(std::move(layer));
    }
}

/// Home extent and origin of the pixel grid, which need the CRS and, without a center, the data.
void place(map::LoadedMap& map) {
    const auto degrees = geo::CrsTransform::between(geo::Crs::wgs84(), map.crs);
    geo::MapPoint middle = map.extent.is_empty() ? geo::MapPoint{} : map.extent.center();
    if (degrees && map.document.home) {
        const auto [west, south, east, north] = *map.document.home;
        map.home = transformed_extent({west, south, east, north}, *degrees);
    }
    if (degrees && map.document.center) {
        const auto& center = *map.document.center;
        const geo::MapPoint there = degrees->to_map(geo::SourcePoint{center.lon_deg, center.lat_deg});
        if (std::isfinite(there.x) && std::isfinite(there.y)) middle = there;
    }
    map.origin = {std::round(middle.x), std::round(middle.y)};
}

map::LoadedMap start_map(map::MapDocument document) {
    std::vector<Problem> problems = document.problems;
    const geo::Crs crs = read_crs(document, problems);
    const map::ZoomScale scale = scale_of(document, crs);
    return {std::move(document), crs, scale, {}, {}, {}, {}, std::move(problems)};
}

Result<map::LoadedMap> open_document(const fs::path& path, const OpenMapOptions& options,
                                     const std::atomic<bool>& cancelled) {
    auto text = read_text(path);
    if (!text) return tl::make_unexpected(text.error());
    auto document = map::parse_map_document(*std::move(text), path);
    if (!document) return tl::make_unexpected(document.error());
    map::LoadedMap map = start_map(*std::move(document));
    take(load_sources(map, options, cancelled), options, map);
    place(map);
    return map;
}

/// A map of nothing but this dataset, still without its features.
Result<map::LoadedMap> start_dataset_map(const fs::path& path, const std::vector<LayerSummary>& layers) {
    if (layers.empty()) return fail("{}: holds no layer with features to draw", path.string());
    auto document = map::parse_map_document(generate_document(path, layers), path);
    if (!document) return tl::make_unexpected(document.error().in(path.string()));
    return start_map(*std::move(document));
}

Result<map::LoadedMap> finish_dataset_map(map::LoadedMap map, SourceResult result, const fs::path& path,
                                          const OpenMapOptions& options) {
    if (result.loaded.empty()) return fail("{}: {}", path.string(), result.problems.front().message);
    std::vector<SourceResult> results;
    results.push_back(std::move(result));
    take(std::move(results), options, map);
    place(map);
    map.document.path.clear();  // it was generated, there is no file of it
    return map;
}

/// None unless the cache has all layers of the dataset.
std::optional<map::LoadedMap> open_cached_dataset(const fs::path& path, const OpenMapOptions& options,
                                                  const std::atomic<bool>& cancelled) {
    if (!options.cache) return std::nullopt;
    std::vector<LayerSummary> layers;
    for (const CachedLayer& layer : options.cache->find_all(path, {}, nullptr))
        layers.push_back(layer.facts.summary);
    auto map = start_dataset_map(path, layers);
    if (!map) return std::nullopt;
    auto result = load_from_cache({options, kDataSourceId, path, {}, map->crs, cancelled, {}});
    if (result.loaded.empty()) return std::nullopt;
    auto opened = finish_dataset_map(*std::move(map), std::move(result), path, options);
    return opened ? std::optional{*std::move(opened)} : std::nullopt;
}

Result<map::LoadedMap> open_dataset(const fs::path& path, const OpenMapOptions& options,
                                    const std::atomic<bool>& cancelled) {
    if (auto cached = open_cached_dataset(path, options, cancelled)) return *std::move(cached);
    auto dataset = VectorDataset::open(path, {});
    if (!dataset) return tl::make_unexpected(dataset.error());
    auto map = start_dataset_map(path, dataset->layers());
    if (!map) return map;
    TotalProgress total{options, 1};
    const std::string name = path.filename().string();
    auto result = load_layers(*std::move(dataset),
                              {options, kDataSourceId, path, {}, map->crs, cancelled, [&](double fraction) {
                                   total.update(0, name, fraction);
                               }});
    return finish_dataset_map(*std::move(map), std::move(result), path, options);
}

}  // namespace

Result<map::LoadedMap> open_map(const fs::path& path, const OpenMapOptions& options) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) return fail("{}: there is no such file", path.string());
    OpenMapOptions with_memory = options;
    if (options.cache && !options.block_memory) with_memory.block_memory = std::make_shared<BlockMemory>();
    bool is_being_read = false;
    if (options.in_background)
        with_memory.in_background = [&](LayerInReading layer) {
            is_being_read = true;
            options.in_background(std::move(layer));
        };
    // Some datasets are folders (a folder of shapefiles, .gdb); a map is always a file.
    const std::atomic<bool> never{false};
    const std::atomic<bool>& cancelled = options.cancelled ? *options.cancelled : never;
    auto map = fs::is_regular_file(status) && looks_like_document(path)
                   ? open_document(path, with_memory, cancelled)
                   : open_dataset(path, with_memory, cancelled);
    if (cancelled) return fail("{}: opening was cancelled", path.string());
    if (map && !is_being_read)
        for (Problem& problem : nothing_to_draw(*map, path.filename().string()))
            map->problems.push_back(std::move(problem));
    return map;
}

}  // namespace jinsha::io
