// What editing costs in a GeoJSON file of many points: opening it for editing, and saving one edit. GDAL's
// own reading of the same file is the measure beside them. The argument is the number of features; 10,000 are
// 2 MB, 480,000 are 100 MB.
#include "io/edited_file.hpp"
#include "io/vector_dataset.hpp"
#include "json/index.hpp"
#include "map/edit_session.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace jinsha {
namespace {

namespace fs = std::filesystem;

std::string points(std::int64_t count) {
    std::string text = "{\n\"type\": \"FeatureCollection\",\n\"features\": [\n";
    for (std::int64_t i = 0; i < count; ++i)
        text += fmt::format(
            "{}{{ \"type\": \"Feature\", \"id\": {}, \"properties\": {{ \"name\": \"项目{}\", \"theme\": "
            "\"industry\", "
            "\"phase\": \"planned\", \"area\": {}.50 }}, \"geometry\": {{ \"type\": \"Point\", "
            "\"coordinates\": "
            "[ {:.7f}, {:.7f} ] }} }}",
            i == 0 ? "" : ",\n", i, i, i % 1000, 101 + static_cast<double>(i % 7919) / 7919,
            26 + static_cast<double>(i % 6007) / 6007);
    return text + "\n]\n}\n";
}

/// A file of so many points, gone at the end.
class PointFile {
public:
    explicit PointFile(std::int64_t count)
        : path_{fs::temp_directory_path() / fmt::format("jinsha-bench-{}.geojson", ::getpid())} {
        std::ofstream{path_, std::ios::binary} << points(count);
    }
    PointFile(const PointFile&) = delete;
    PointFile& operator=(const PointFile&) = delete;
    ~PointFile() { fs::remove(path_); }
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }
    [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(fs::file_size(path_)); }

private:
    fs::path path_;
};

template <class T>
T demand(Result<T> result) {
    if (!result) throw std::runtime_error{result.error().message()};
    return *std::move(result);
}

/// What the map holds of the file, and a session over it.
struct Editing {
    explicit Editing(const fs::path& path)
        : dataset{demand(io::VectorDataset::open(path, {}))},
          features{demand(dataset.read(0, map_crs, false, {}))},
          session{{{features.source, "", "name"}}} {}
    [[nodiscard]] io::EditedFile open(const fs::path& path) const {
        auto grid = demand(io::CoordinateGrid::between(dataset.layers()[0].crs, map_crs));
        return demand(io::EditedFile::open(path, {"EPSG:4543", session.source(0), {}}, std::move(grid)));
    }

    geo::Crs map_crs = demand(geo::Crs::from("EPSG:4543"));
    io::VectorDataset dataset;
    io::LayerFeatures features;
    map::EditSession session;
};

void ReadByGdal(benchmark::State& state) {
    const PointFile file{state.range(0)};
    GDALAllRegister();
    for (auto _ : state) {
        const GDALDatasetUniquePtr dataset{GDALDataset::Open(file.path().c_str(), GDAL_OF_VECTOR)};
        GIntBig count = 0;
        for (const auto& feature : dataset->GetLayer(0)) count += feature->GetFID() >= 0;
        benchmark::DoNotOptimize(count);
    }
    state.SetBytesProcessed(state.iterations() * file.size());
}

void IndexText(benchmark::State& state) {
    const std::string text = points(state.range(0));
    for (auto _ : state) {
        const json::Index index{text};
        benchmark::DoNotOptimize(index.memory());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void OpenForEditing(benchmark::State& state) {
    const PointFile file{state.range(0)};
    const Editing editing{file.path()};
    for (auto _ : state) benchmark::DoNotOptimize(editing.open(file.path()).text().text().size());
}

void SaveOneEdit(benchmark::State& state) {
    const PointFile file{state.range(0)};
    Editing editing{file.path()};
    io::EditedFile edited = editing.open(file.path());
    int count = 0;
    for (auto _ : state) {
        static_cast<void>(editing.session.apply(
            map::SetAttributes{{{0, 77}}, {{"name", {fmt::format("金沙湖 {}", ++count)}}}}));
        if (const auto saved = edited.save(editing.session.source(0)); !saved)
            state.SkipWithError(saved.error().message().c_str());
    }
}

BENCHMARK(ReadByGdal)->Arg(10'000)->Arg(480'000)->Unit(benchmark::kMillisecond);
BENCHMARK(IndexText)->Arg(10'000)->Arg(480'000)->Unit(benchmark::kMillisecond);
BENCHMARK(OpenForEditing)->Arg(10'000)->Arg(480'000)->Unit(benchmark::kMillisecond);
BENCHMARK(SaveOneEdit)->Arg(10'000)->Arg(480'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jinsha
