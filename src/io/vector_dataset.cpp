#include "io/vector_dataset.hpp"

#include "io/dataset_backend.hpp"
#include "io/gdal_dataset.hpp"
#include "io/geojson_dataset.hpp"
#include "io/geojson_stream.hpp"
#include "io/whole_file.hpp"

#include <fstream>
#include <optional>
#include <string>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using Backend = std::unique_ptr<VectorDataset::State>;

constexpr std::uintmax_t kLargeGeoJson = std::uintmax_t{32} << 20;  // is read piece by piece

bool is_called_json(const fs::path& path) {
    const std::string extension = path.extension().string();
    return extension == ".json" || extension == ".geojson" || extension == ".geojsonl" ||
           extension == ".ndjson";
}

/// What is known before any reader is asked.
std::optional<Error> fault_of(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) return Error{"there is no such file"};
    if (fs::is_directory(status)) {  // of shapefiles, or a File Geodatabase
        if (is_called_json(path)) return Error{"expected a file, found a folder"};
        return std::nullopt;
    }
    if (!fs::is_regular_file(status)) return Error{"is not a file"};
    if (fs::file_size(path, error) == 0 && !error) return Error{"is empty: expected map data, found 0 bytes"};
    return std::nullopt;
}

/// Does the text begin like JSON, after byte order mark, white space and record separators?
bool looks_like_json(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n\x1E");
    return first != std::string_view::npos && text[first] == '{';
}

bool has_text(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\x1E") != std::string_view::npos;
}

/// Mostly enough to see what kind of file it is, without mapping a large one that others are to read. "" when
/// it cannot be read.
std::string beginning_of(const fs::path& path) {
    std::string bytes(4096, '\0');
    std::ifstream file{path, std::ios::binary};
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// None when the file is no JSON, or JSON of a kind that GDAL reads.
Result<std::optional<Backend>> open_as_geojson(const fs::path& path, const DatasetHints& hints) {
    if (const std::string beginning = beginning_of(path); has_text(beginning) && !looks_like_json(beginning))
        return std::nullopt;
    std::error_code error;
    if (fs::file_size(path, error) >= kLargeGeoJson && !error) {
        auto large = open_large_geojson(path, hints);
        if (!large) return tl::make_unexpected(large.error());
        if (*large) return *std::move(large);
    }
    const auto file = WholeFile::open(path);
    if (!file) return tl::make_unexpected(file.error().in(path.string()));
    if (!looks_like_json(file->text())) return std::nullopt;
    auto opened = open_geojson(file->text(), path.filename().string(), path.stem().string(), hints);
    if (!opened) return tl::make_unexpected(opened.error());
    if (std::holds_alternative<OtherJson>(*opened)) return std::nullopt;
    return std::get<Backend>(*std::move(opened));
}

/// Why a file that is called JSON is none.
Error fault_of_json(const fs::path& path) {
    const auto file = WholeFile::open(path);
    const auto opened =
        file ? open_geojson(file->text(), path.string(), "", {}) : tl::make_unexpected(file.error());
    return opened ? Error{path.string()} : opened.error();
}

}  // namespace

VectorDataset::VectorDataset(std::unique_ptr<State> state) : state_{std::move(state)} {}
VectorDataset::VectorDataset(VectorDataset&&) noexcept = default;
VectorDataset& VectorDataset::operator=(VectorDataset&&) noexcept = default;
VectorDataset::~VectorDataset() = default;

Result<VectorDataset> VectorDataset::open(const fs::path& path, const DatasetHints& hints) {
    if (const auto fault = fault_of(path)) return tl::make_unexpected(fault->in(path.string()));
    if (!fs::is_directory(path)) {
        auto geojson = open_as_geojson(path, hints);
        if (!geojson) return tl::make_unexpected(geojson.error());
        if (*geojson) return VectorDataset{**std::move(geojson)};
    }
    auto other = open_with_gdal(path, hints);
    if (other) return VectorDataset{*std::move(other)};
    if (is_called_json(path)) return tl::make_unexpected(fault_of_json(path));
    return tl::make_unexpected(other.error().in(path.string()));
}

Result<VectorDataset> VectorDataset::from_geojson(std::string text, const DatasetHints& hints) {
    const std::string where = "GeoJSON in the map document";
    auto opened = open_geojson(text, where, "", hints);
    if (!opened) return tl::make_unexpected(opened.error());
    if (std::holds_alternative<OtherJson>(*opened))
        return fail("{}: expected GeoJSON, found {}", where, std::get<OtherJson>(*opened).name);
    return VectorDataset{std::get<Backend>(*std::move(opened))};
}

const std::vector<LayerSummary>& VectorDataset::layers() const noexcept {
    return state_->layers;
}

Result<LayerFeatures> VectorDataset::read(std::size_t layer, const geo::Crs& map_crs,
                                          const std::atomic<bool>& cancelled,
                                          const Progress& progress) const {
    return state_->read(layer, map_crs, cancelled, progress);
}

}  // namespace jinsha::io
