#include "io/made_dataset.hpp"
#include "io/open_map.hpp"
#include "support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <limits>

namespace jinsha::io {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr int kMany = 50'000;

class LargeLayersTest : public ::testing::Test {
protected:
    LargeLayersTest() {
        std::vector<MadeFeature> features;
        features.reserve(kMany);
        for (int i = 0; i < kMany; ++i)
            features.push_back({fmt::format("POINT ({} {})", 101 + i % 300 * 0.001, 26 + i / 300 * 0.001),
                                fmt::format("点{}", i % 10), i});
        path_ = folder_.path() / "many.fgb";
        make_dataset("FlatGeobuf", path_, "EPSG:4326", wkbPoint, features);
        options_.cache = LayerCache{folder_.path() / "cache"};
    }

    TemporaryFolder folder_;
    std::filesystem::path path_;
    OpenMapOptions options_;
};
using LargeLayers = LargeLayersTest;

/// The features, by id: files order theirs as they like.
std::map<double, style::Object> properties_of(const map::LoadedMap& map) {
    std::map<double, style::Object> all;
    const auto& source = *map.sources.at(0).source;
    source.visit(source.extent(), 0, [&](const map::SourceFeature& feature) {
        all.emplace(*feature.id().number(), feature.properties());
        return true;
    });
    return all;
}

TEST_F(LargeLayers, AreTheSameInMemoryReadThroughTheCacheAndFoundInIt) {
    const auto in_memory = open_map(path_, {}).value();
    const auto first = open_map(path_, options_).value();
    const auto second = open_map(path_, options_).value();
    for (const map::LoadedMap* map : {&first, &second}) {
        EXPECT_THAT(map->problems, IsEmpty());
        EXPECT_EQ(map->crs, in_memory.crs);
        EXPECT_EQ(map->sources.at(0).dataset_layer, in_memory.sources.at(0).dataset_layer);
        EXPECT_EQ(map->document.text, in_memory.document.text);
        EXPECT_EQ(properties_of(*map), properties_of(in_memory));
        EXPECT_NEAR(map->extent.min_x, in_memory.extent.min_x, 0.001);
        EXPECT_EQ(map->origin, in_memory.origin);
    }
    EXPECT_THAT(options_.cache->list(), SizeIs(1));
}

TEST_F(LargeLayers, CanBeLookedAtWhileTheyAreRead) {
    std::vector<LayerInReading> layers;
    options_.in_background = [&](LayerInReading layer) { layers.push_back(std::move(layer)); };
    const auto map = open_map(path_, options_).value();
    ASSERT_THAT(layers, SizeIs(1));
    EXPECT_EQ(layers[0].dataset_layer, map.sources.at(0).dataset_layer);
    EXPECT_FALSE(map.extent.is_empty());  // of what will be there
    EXPECT_THAT(map.problems, IsEmpty());
    layers[0].reading->wait();
    const auto state = layers[0].reading->state();
    EXPECT_TRUE(state.is_finished);
    EXPECT_EQ(state.source->size(), std::size_t{kMany});
    EXPECT_EQ(state.features, std::size_t{kMany});
    EXPECT_EQ(state.expected_features, std::size_t{kMany});
    EXPECT_GT(state.source->revision(), map.sources.at(0).source->revision());
}

TEST_F(LargeLayers, AreReadAgainForAnotherMapCrs) {
    (void)open_map(path_, options_).value();
    const auto document =
        folder_.write("town.map.json", R"({"version":8,"metadata":{"jinsha:crs":"EPSG:3857"},"sources":)"
                                       R"({"many":{"type":"vector","url":"gdal:many.fgb"}},"layers":[]})");
    const auto map = open_map(document, options_).value();
    ASSERT_THAT(map.sources, SizeIs(1));
    // 101° E is 101/360 of the equator of the sphere in EPSG:3857.
    EXPECT_NEAR(map.extent.min_x, 40'075'016.686 * 101 / 360, 0.01);
    EXPECT_THAT(options_.cache->list(), SizeIs(2));
}

}  // namespace
}  // namespace jinsha::io
