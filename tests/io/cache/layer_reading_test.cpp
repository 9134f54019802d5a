#include "io/cache/layer_reading.hpp"

#include "io/made_dataset.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <limits>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double kEverywhere = std::numeric_limits<double>::infinity();
constexpr geo::Envelope kWorld{-kEverywhere, -kEverywhere, kEverywhere, kEverywhere};

std::vector<MadeFeature> made_features(int count) {
    std::vector<MadeFeature> features;
    for (int i = 0; i < count; ++i) {
        const int x = 49000 + i % 100 * 10, y = 2'915'000 + i / 100 * 10;
        features.push_back(
            {fmt::format("POLYGON (({0} {1},{2} {1},{2} {3},{0} {3},{0} {1}))", x, y, x + 8, y + 8),
             fmt::format("地块{}", i % 7), i});
    }
    return features;
}

struct Seen {
    std::uint32_t index{};
    style::Value id;
    style::Object properties;
    geo::Geometry geometry;
    bool operator==(const Seen&) const = default;
};

std::vector<Seen> all_of(const map::FeatureSource& source) {
    std::vector<Seen> seen;
    for (std::uint32_t i = 0; i < source.size(); ++i)
        source.visit(i, [&](const map::SourceFeature& f) {
            const auto g = f.geometry();
            seen.push_back(
                {f.index(),
                 f.id(),
                 f.properties(),
                 {g.type, {g.points.begin(), g.points.end()}, {g.part_ends.begin(), g.part_ends.end()}}});
        });
    return seen;
}

class LayerReadingTest : public ::testing::Test {
protected:
    [[nodiscard]] fs::path make(const char* driver, const char* name, int count) const {
        const fs::path path = folder_.path() / name;
        make_dataset(driver, path, "EPSG:4543", wkbPolygon, made_features(count));
        return path;
    }
    [[nodiscard]] CacheRequest request(const fs::path& path) const { return {path, {}, map_crs_}; }
    [[nodiscard]] std::shared_ptr<map::SourceReading> start(const fs::path& path,
                                                            std::function<void()> wake = {}) const {
        auto dataset = std::make_shared<const VectorDataset>(VectorDataset::open(path, {}).value());
        const geo::Envelope extent = dataset->layers()[0].extent;
        return start_reading({dataset, 0, request(path), extent, path.filename().string()}, cache_, memory_,
                             std::move(wake));
    }
    [[nodiscard]] map::SourceReading::State read(const fs::path& path) const {
        const auto reading = start(path);
        reading->wait();
        return reading->state();
    }
    [[nodiscard]] std::vector<fs::path> files_of_cache() const {
        std::vector<fs::path> files;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator{cache_.folder(), error})
            files.push_back(entry.path());
        return files;
    }

    TemporaryFolder folder_;
    LayerCache cache_{folder_.path() / "cache"};
    std::shared_ptr<BlockMemory> memory_ = std::make_shared<BlockMemory>();
    geo::Crs map_crs_ = geo::Crs::from("EPSG:4543").value();
};
using LayerReading_ = LayerReadingTest;

TEST_F(LayerReading_, GivesWhatReadingIntoMemoryGives) {
    for (const auto& [driver, name] : {std::pair{"GPKG", "a.gpkg"}, std::pair{"FlatGeobuf", "a.fgb"},
                                       std::pair{"ESRI Shapefile", "a.shp"}}) {
        const fs::path path = make(driver, name, 9000);
        const std::atomic<bool> never{false};
        const auto dataset = VectorDataset::open(path, {}).value();
        const auto expected = dataset.read(0, map_crs_, never, {}).value();
        const auto state = read(path);
        EXPECT_TRUE(state.is_finished);
        EXPECT_THAT(state.problems, IsEmpty()) << name;
        EXPECT_EQ(state.source->layer().fields, expected.source->layer().fields);
        EXPECT_EQ(all_of(*state.source), all_of(*expected.source)) << name;
    }
}

TEST_F(LayerReading_, LeavesTheLayerInTheCache) {
    const fs::path path = make("GPKG", "a.gpkg", 5000);
    const auto read_first = read(path);
    const auto found = cache_.find_all(path, {}, nullptr);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].facts.summary.layer.name, "data");
    EXPECT_EQ(all_of(*found[0].source(memory_)), all_of(*read_first.source));
    EXPECT_THAT(cache_.list(), ElementsAre(AllOf(Field(&LayerCache::Entry::dataset, path.string()),
                                                 Field(&LayerCache::Entry::layer, "data"))));
}

TEST_F(LayerReading_, ThrowsTheCacheAwayWhenTheSourceHasChanged) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 300);
    (void)read(path);
    ASSERT_TRUE(cache_.find(request(path), 0));
    fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds{1});
    EXPECT_FALSE(cache_.find(request(path), 0));
    EXPECT_THAT(files_of_cache(), IsEmpty());
}

TEST_F(LayerReading_, NoticesOtherContentOfTheSameSizeAndTime) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 300);
    (void)read(path);
    const auto time = fs::last_write_time(path);
    std::string content = content_of(path);
    content[content.size() / 2] ^= 1;
    folder_.write("a.fgb", content);
    fs::last_write_time(path, time);
    EXPECT_FALSE(cache_.find(request(path), 0));
}

TEST_F(LayerReading_, KeepsNothingOfASourceThatChangesWhileItIsRead) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 9000);
    const auto reading = start(path, [&] { std::ofstream{path, std::ios::app} << ' '; });
    reading->wait();
    EXPECT_THAT(reading->state().problems,
                ElementsAre(Field(&Problem::message, HasSubstr("changed while it was read"))));
    EXPECT_EQ(reading->state().source->size(), 9000U);
    EXPECT_THAT(files_of_cache(), IsEmpty());
}

TEST_F(LayerReading_, ShowsWhatItCanOfASourceThatShrinksWhileItIsRead) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 9000);
    const auto reading = start(path, [&] { fs::resize_file(path, 4096); });
    reading->wait();
    EXPECT_TRUE(reading->state().is_finished);
    EXPECT_THAT(reading->state().problems, ::testing::Not(IsEmpty()));
    EXPECT_THAT(files_of_cache(), IsEmpty());
}

TEST_F(LayerReading_, CanBeCancelledAtAnyPoint) {
    const fs::path path = make("GPKG", "a.gpkg", 9000);
    for (int point = 0; point < 4; ++point) {
        std::atomic<int> woken{0};
        std::atomic<map::SourceReading*> reading{nullptr};
        const auto started = start(path, [&] {
            map::SourceReading* const to_cancel = reading;
            if (woken++ == point && to_cancel != nullptr) to_cancel->cancel();
        });
        reading = started.get();
        if (point == 0) started->cancel();
        started->wait();
        const auto state = started->state();
        EXPECT_TRUE(state.is_finished);
        std::uint32_t expected = 0;
        state.source->visit(kWorld, 0, [&](const map::SourceFeature& feature) {
            EXPECT_EQ(feature.index(), expected++);
            return true;
        });
        EXPECT_EQ(expected, state.source->size());
        // One that is cancelled after its last feature was read has all of them, and is not kept either.
        const bool is_whole = expected == 9000 && state.problems.empty();
        EXPECT_THAT(files_of_cache(), SizeIs(is_whole ? 1 : 0));
        (void)cache_.clear();
    }
}

TEST_F(LayerReading_, EndsWhenNobodyWantsItAnyMore) {
    const fs::path path = make("GPKG", "a.gpkg", 9000);
    start(path).reset();
    EXPECT_THAT(files_of_cache(), ::testing::AnyOf(IsEmpty(), SizeIs(1)));
}

TEST_F(LayerReading_, WorksWithoutAFolderToWriteIn) {
    const fs::path path = make("GPKG", "a.gpkg", 9000);
    cache_ = LayerCache{folder_.write("a file", "") / "cache"};
    const auto state = read(path);
    EXPECT_EQ(state.source->size(), 9000U);
    EXPECT_EQ(all_of(*state.source).size(), 9000U);
    EXPECT_THAT(state.problems, ElementsAre(AllOf(Field(&Problem::severity, Severity::Warning),
                                                  Field(&Problem::message, HasSubstr("cannot be written")))));
}

TEST_F(LayerReading_, MayBeDoneTwiceAtTheSameTime) {
    const fs::path path = make("GPKG", "a.gpkg", 9000);
    const auto one = start(path), two = start(path);
    one->wait();
    two->wait();
    EXPECT_EQ(all_of(*one->state().source), all_of(*two->state().source));
    ASSERT_TRUE(cache_.find(request(path), 0));
    EXPECT_THAT(files_of_cache(), SizeIs(1));
}

TEST_F(LayerReading_, CountsFeaturesThatCannotBeTaken) {
    const fs::path path = folder_.path() / "a.fgb";
    std::vector<MadeFeature> features = made_features(5000);
    features[10].wkt = "POLYGON ((1e300 0,1e300 1,0 1,1e300 0))";
    features[4990].wkt = "POLYGON ((0 1e300,1 1,0 1,0 1e300))";
    make_dataset("FlatGeobuf", path, "EPSG:4543", wkbPolygon, features, {"SPATIAL_INDEX=NO", nullptr});
    const auto state = read(path);
    EXPECT_EQ(state.skipped, 2U);
    EXPECT_EQ(state.source->size(), 4998U);
    ASSERT_THAT(state.problems, SizeIs(1));
    EXPECT_THAT(state.problems[0].message,
                AllOf(HasSubstr("2 features skipped"), HasSubstr("first: feature 11")));
    EXPECT_EQ(cache_.find(request(path), 0)->facts.problems, state.problems);
}

TEST_F(LayerReading_, TransformsToTheMapCrs) {
    const fs::path path = folder_.path() / "a.fgb";
    make_dataset("FlatGeobuf", path, "EPSG:4326", wkbPoint, {{"POINT (102 26)", "在中央经线上", 1}});
    const auto state = read(path);
    ASSERT_EQ(state.source->size(), 1U);
    state.source->visit(0, [](const map::SourceFeature& feature) {
        // The central meridian of EPSG:4543 is 102° E, its false easting 500,000 m.
        EXPECT_NEAR(feature.geometry().points[0].x, 500'000, 1e-3);
    });
}

TEST_F(LayerReading_, IsReadAgainWhenAnythingInDirectoryOrTrailerIsDamaged) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 20);
    (void)read(path);
    const fs::path file = files_of_cache().at(0);
    const std::string whole = content_of(file);
    const auto place = unpack_trailer(std::string_view{whole}.substr(whole.size() - kTrailerSize));
    ASSERT_TRUE(place);
    for (std::size_t at = place->offset; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] ^= 0x10;
        std::ofstream{file, std::ios::binary} << damaged;
        EXPECT_FALSE(cache_.find(request(path), 0)) << "byte " << at;
        EXPECT_FALSE(fs::exists(file));
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, whole.size() / 2, whole.size() - 1}) {
        std::ofstream{file, std::ios::binary} << whole.substr(0, size);
        EXPECT_FALSE(cache_.find(request(path), 0)) << "cut to " << size;
    }
}

TEST_F(LayerReading_, KeepsTheCacheWithinItsLimitTheLatestUsedFirst) {
    const fs::path a = make("FlatGeobuf", "a.fgb", 2000), b = make("FlatGeobuf", "b.fgb", 2000),
                   c = make("FlatGeobuf", "c.fgb", 2000);
    (void)read(a);
    const std::uint64_t size = fs::file_size(files_of_cache().at(0));
    cache_ = LayerCache{cache_.folder(), size * 5 / 2};
    (void)read(b);
    // `a` was opened an hour ago, `b` a minute.
    const auto now = fs::file_time_type::clock::now();
    fs::last_write_time(cache_.file_of(request(a), 0), now - std::chrono::hours{1});
    fs::last_write_time(cache_.file_of(request(b), 0), now - std::chrono::minutes{1});
    (void)read(c);
    EXPECT_FALSE(cache_.find(request(a), 0));
    EXPECT_TRUE(cache_.find(request(b), 0));
    EXPECT_TRUE(cache_.find(request(c), 0));
}

TEST_F(LayerReading_, RemovesWhatAKilledProgramLeftBehind) {
    const fs::path path = make("FlatGeobuf", "a.fgb", 200);
    fs::create_directories(cache_.folder());
    const fs::path part = cache_.folder() / ".old.layer.1-0.part";
    std::ofstream{part} << "half";
    fs::last_write_time(part, fs::file_time_type::clock::now() - std::chrono::minutes{1});
    (void)read(path);
    EXPECT_FALSE(fs::exists(part));
}

TEST_F(LayerReading_, ClearsTheCache) {
    (void)read(make("FlatGeobuf", "a.fgb", 200));
    const std::uint64_t size = fs::file_size(files_of_cache().at(0));
    EXPECT_EQ(cache_.clear().value(), size);
    EXPECT_THAT(files_of_cache(), IsEmpty());
    EXPECT_EQ(cache_.clear().value(), 0U);
}

}  // namespace
}  // namespace jinsha::io
