#include "io/cache/layer_cache.hpp"

#include "io/cache/cached_feature_source.hpp"
#include "io/cache/source_stamp.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kExtension = ".layer";
constexpr const char* kPartExtension = ".part";  // AtomicFile's, while a file is written

std::string dataset_identity(const fs::path& dataset, const DatasetHints& hints) {
    std::error_code error;
    const fs::path path = fs::weakly_canonical(dataset, error);
    return fmt::format("{}\n{}\n{}", (error ? dataset : path).string(), hints.crs, hints.encoding);
}

/// What the names of all files of a dataset begin with.
std::string prefix_of(const std::string& dataset_identity) {
    return fmt::format("{:016x}-", checksum(dataset_identity));
}

std::optional<CacheDirectory> read_directory(const StoredBytes& bytes) {
    const auto tail = bytes.tail(kTrailerSize);
    const auto place = tail ? unpack_trailer(*tail) : std::nullopt;
    const auto packed = place ? bytes.read(*place) : tl::make_unexpected(Error{""});
    return packed ? unpack_directory(*packed) : std::nullopt;
}

struct OpenFile {
    std::shared_ptr<StoredBytes> bytes;
    CacheDirectory directory;
};

/// None when it is no cache file of this version, or damaged.
std::optional<OpenFile> open_file(const fs::path& file) {
    auto bytes = StoredBytes::open(file, file);
    if (!bytes) return std::nullopt;
    auto directory = read_directory(**bytes);
    if (!directory) return std::nullopt;
    return OpenFile{*std::move(bytes), *std::move(directory)};
}

CachedLayer layer_of(OpenFile open) {
    CachedLayer layer{std::move(open.directory.facts), {}};
    for (CacheRun& run : open.directory.runs)
        layer.runs.push_back(std::make_shared<const StoredRun>(open.bytes, std::move(run)));
    return layer;
}

void note_use(const fs::path& file) {
    std::error_code ignored;  // in a folder that cannot be written nothing is removed either
    fs::last_write_time(file, fs::file_time_type::clock::now(), ignored);
}

/// Opens a file of the cache that must be a layer of `identity`, made of the source as it is now; removes one
/// that is not.
std::optional<CachedLayer> open_current(const fs::path& file, const std::string& dataset_identity,
                                        std::uint64_t stamp) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return std::nullopt;
    auto open = open_file(file);
    const bool is_current = open && open->directory.facts.identity.starts_with(dataset_identity) &&
                            open->directory.facts.stamp == stamp;
    if (!is_current) {
        fs::remove(file, ignored);
        return std::nullopt;
    }
    note_use(file);
    return layer_of(*std::move(open));
}

/// A program that ended while it wrote left its file behind; one that still writes holds a lock on it.
bool is_left_behind(const fs::path& part) {
    constexpr std::chrono::seconds kLockingTakes{10};
    std::error_code error;
    const auto changed = fs::last_write_time(part, error);
    if (error || fs::file_time_type::clock::now() - changed < kLockingTakes) return false;
    const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool is_free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return is_free;
}

std::vector<fs::path> files_in(const fs::path& folder, const char* extension) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error})
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// "line 1" of an identity is the path of the dataset.
std::string dataset_of(const std::string& identity) {
    return identity.substr(0, identity.find('\n'));
}

bool belong_together(const std::vector<CachedLayer>& layers) {
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i].facts.layer != i || layers[i].facts.layer_count != layers.size()) return false;
    return true;
}

}  // namespace

std::shared_ptr<const map::FeatureSource> CachedLayer::source(std::shared_ptr<BlockMemory> memory) const {
    return std::make_shared<const CachedFeatureSource>(CachedContent{facts.summary.layer, facts.cells, runs},
                                                       std::move(memory), 1);
}

fs::path LayerCache::usual_folder() {
    const auto set = [](const char* name) -> const char* {
        const char* const value = std::getenv(name);
        return value != nullptr && *value == '/' ? value : nullptr;
    };
    if (const char* cache = set("XDG_CACHE_HOME")) return fs::path{cache} / "jinsha";
    if (const char* home = set("HOME")) return fs::path{home} / ".cache" / "jinsha";
    return fs::temp_directory_path() / fmt::format("jinsha-cache-{}", ::getuid());
}

std::string LayerCache::identity_of(const CacheRequest& request, std::size_t layer) {
    return fmt::format("{}\n{}\n{}", dataset_identity(request.dataset, request.hints), layer,
                       request.map_crs.definition());
}

fs::path LayerCache::file_of(const CacheRequest& request, std::size_t layer) const {
    return folder_ / fmt::format("{}{}-{:08x}{}", prefix_of(dataset_identity(request.dataset, request.hints)),
                                 layer, checksum(request.map_crs.definition()) & 0xFFFF'FFFFU, kExtension);
}

std::optional<CachedLayer> LayerCache::find(const CacheRequest& request, std::size_t layer) const {
    const auto stamp = source_stamp(request.dataset);
    if (!stamp) return std::nullopt;
    return open_current(file_of(request, layer), identity_of(request, layer), *stamp);
}

std::vector<CachedLayer> LayerCache::find_all(const fs::path& dataset, const DatasetHints& hints,
                                              const geo::Crs* map_crs) const {
    const std::string identity = dataset_identity(dataset, hints);
    const std::string prefix = prefix_of(identity);
    std::optional<std::uint64_t> stamp;
    std::vector<CachedLayer> layers;
    std::string suffix;  // of the map CRS: the first that is met, when any will do
    if (map_crs != nullptr)
        suffix = fmt::format("-{:08x}{}", checksum(map_crs->definition()) & 0xFFFF'FFFFU, kExtension);
    for (const fs::path& file : files_in(folder_, kExtension)) {
        const std::string name = file.filename().string();
        if (!name.starts_with(prefix) || !name.ends_with(suffix)) continue;
        if (!stamp) stamp = source_stamp(dataset);
        if (!stamp) return {};
        if (suffix.empty()) suffix = name.substr(name.rfind('-'));
        if (auto layer = open_current(file, identity + '\n', *stamp)) layers.push_back(*std::move(layer));
    }
    std::ranges::sort(layers, {}, [](const CachedLayer& layer) { return layer.facts.layer; });
    if (!belong_together(layers)) layers.clear();
    return layers;
}

std::vector<LayerCache::Entry> LayerCache::list() const {
    std::vector<Entry> entries;
    for (const fs::path& file : files_in(folder_, kExtension)) {
        std::error_code error;
        Entry entry{file, {}, {}, fs::file_size(file, error), fs::last_write_time(file, error)};
        if (error) continue;  // another program removed it just now
        if (const auto open = open_file(file)) {
            entry.dataset = dataset_of(open->directory.facts.identity);
            entry.layer = open->directory.facts.summary.layer.name;
        }
        entries.push_back(std::move(entry));
    }
    std::ranges::sort(entries, std::greater{}, &Entry::last_used);
    return entries;
}

Result<std::uint64_t> LayerCache::clear() const {
    std::uint64_t bytes = 0;
    for (const Entry& entry : list()) {
        std::error_code error;
        fs::remove(entry.file, error);
        if (error) return fail("{}: cannot be removed: {}", entry.file.string(), error.message());
        bytes += entry.bytes;
    }
    return bytes;
}

void LayerCache::trim(const fs::path& keep) const {
    std::error_code ignored;  // what cannot be removed now will be another time
    for (const fs::path& part : files_in(folder_, kPartExtension))
        if (is_left_behind(part)) fs::remove(part, ignored);
    std::uint64_t total = 0;
    std::vector<Entry> entries;
    for (const fs::path& file : files_in(folder_, kExtension)) {
        std::error_code error;
        entries.push_back({file, {}, {}, fs::file_size(file, error), fs::last_write_time(file, error)});
        if (error) entries.pop_back();
    }
    std::ranges::sort(entries, std::greater{}, &Entry::last_used);
    for (const Entry& entry : entries) total += entry.bytes;
    for (; total > limit_bytes_ && !entries.empty(); entries.pop_back()) {
        if (entries.back().file == keep) continue;
        fs::remove(entries.back().file, ignored);
        total -= entries.back().bytes;
    }
}

}  // namespace jinsha::io
