#include "io/cache/cached_feature_source.hpp"

#include "geo/distance.hpp"
#include "geo/simplify.hpp"
#include "io/cache/made_layer.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <map>
#include <random>
#include <set>
#include <thread>

namespace jinsha::io {
namespace {

using ::testing::ElementsAre;
using ::testing::Lt;

constexpr double kEverywhere = std::numeric_limits<double>::infinity();
constexpr geo::Envelope kWorld{-kEverywhere, -kEverywhere, kEverywhere, kEverywhere};
constexpr double kRounding = 1.0 / 65'536;

std::vector<std::uint32_t> visited(const map::FeatureSource& source, const geo::Envelope& box,
                                   double tolerance = 0) {
    std::vector<std::uint32_t> numbers;
    source.visit(box, tolerance, [&](const map::SourceFeature& feature) {
        numbers.push_back(feature.index());
        return true;
    });
    return numbers;
}

double area(const geo::GeometryView& geometry) {
    double sum = 0;
    for (std::size_t i = 0; i < geometry.part_count(); ++i) sum += geo::signed_area(geometry.part(i));
    return sum;
}

class CachedFeatureSourceTest : public ::testing::Test {
protected:
    [[nodiscard]] std::shared_ptr<const CachedFeatureSource> cache(const MadeLayer& layer) const {
        return cached(layer, folder_.path() / "made.layer");
    }
    TemporaryFolder folder_;
};
using CachedFeatureSource_ = CachedFeatureSourceTest;

TEST_F(CachedFeatureSource_, GivesBackEveryFeatureInTheOrderOfTheSource) {
    const MadeLayer layer = parcels(50);  // 2,500 features in three runs
    const auto source = cache(layer);
    ASSERT_EQ(source->size(), 2500U);
    std::uint32_t expected = 0;
    source->visit(kWorld, 0, [&](const map::SourceFeature& feature) {
        EXPECT_EQ(feature.index(), expected);
        const geo::GeometryView exact = layer.geometries[expected].view(), got = feature.geometry();
        EXPECT_EQ(std::vector(got.part_ends.begin(), got.part_ends.end()),
                  layer.geometries[expected].part_ends);
        for (std::size_t i = 0; i < exact.points.size(); ++i) {
            EXPECT_NEAR(got.points[i].x, exact.points[i].x, kRounding);
            EXPECT_NEAR(got.points[i].y, exact.points[i].y, kRounding);
        }
        EXPECT_EQ(feature.id(), style::Value{static_cast<double>(expected + 1)});
        EXPECT_EQ(feature.property("name"), style::Value{layer.names[expected]});
        EXPECT_EQ(feature.property("number"), style::Value{layer.number(expected)});
        EXPECT_FALSE(feature.has_property("nothing"));
        ++expected;
        return true;
    });
    EXPECT_EQ(expected, 2500U);
}

TEST_F(CachedFeatureSource_, FindsByBoxWhatASourceInMemoryFinds) {
    const MadeLayer layer = parcels(40);
    const auto source = cache(layer);
    const auto exact = in_memory(layer);
    std::mt19937 random{7};
    std::uniform_real_distribution<double> place{-500, 4500}, size{0, 800};
    for (int i = 0; i < 200; ++i) {
        const double x = 430'000 + place(random), y = 2'915'000 + place(random);
        const geo::Envelope box{x, y, x + size(random), y + size(random)};
        const auto expected = visited(*exact, box), found = visited(*source, box);
        EXPECT_TRUE(std::ranges::includes(found, expected));
        // Envelopes are kept in 65,536ths of their block's, so hardly any other is met.
        EXPECT_TRUE(std::ranges::includes(visited(*exact, box.grown(1)), found));
    }
}

TEST_F(CachedFeatureSource_, FindsAFeatureByItsNumber) {
    const MadeLayer layer = parcels(40);
    const auto source = cache(layer);
    for (const std::uint32_t number : {0U, 999U, 1000U, 1599U}) {
        std::string name;
        EXPECT_TRUE(source->visit(number, [&](const map::SourceFeature& feature) {
            EXPECT_EQ(feature.index(), number);
            name = feature.text_property("name").value_or("");
        }));
        EXPECT_EQ(name, layer.names[number]);
    }
    EXPECT_FALSE(source->visit(1600, [](const map::SourceFeature&) { FAIL(); }));
}

TEST_F(CachedFeatureSource_, PicksTheSameParcelsAsASourceInMemory) {
    const MadeLayer layer = parcels(30);
    const auto source = cache(layer);
    const auto exact = in_memory(layer);
    const auto containing = [](const map::FeatureSource& in, geo::MapPoint p) {
        std::vector<std::uint32_t> found;
        in.visit(geo::Envelope{p.x, p.y, p.x, p.y}, 0, [&](const map::SourceFeature& feature) {
            if (geo::contains(feature.geometry(), p)) found.push_back(feature.index());
            return true;
        });
        return found;
    };
    std::mt19937 random{11};
    std::uniform_real_distribution<double> place{-50, 3050};
    for (int i = 0; i < 500; ++i) {
        const geo::MapPoint p{430'000 + place(random), 2'915'000 + place(random)};
        EXPECT_EQ(containing(*source, p), containing(*exact, p));
    }
}

TEST_F(CachedFeatureSource_, StopsWhenTheVisitorHasSeenEnough) {
    const auto source = cache(parcels(40));
    int seen = 0;
    source->visit(kWorld, 0, [&](const map::SourceFeature&) { return ++seen < 5; });
    EXPECT_EQ(seen, 5);
}

TEST_F(CachedFeatureSource_, TakesTheCoarsestGeometryThatWillDo) {
    const MadeLayer layer = parcels(64);
    const auto source = cache(layer);
    std::vector<double> tolerances{0};
    for (const double cell : cells_of(layer)) tolerances.push_back(cell);
    ASSERT_GE(tolerances.size(), 3U);
    std::size_t last = std::numeric_limits<std::size_t>::max();
    for (const double tolerance : tolerances) {
        std::size_t points = 0;
        source->visit(kWorld, tolerance, [&](const map::SourceFeature& feature) {
            points += feature.geometry().points.size();
            return true;
        });
        EXPECT_THAT(points, Lt(last));
        last = points;
    }
}

TEST_F(CachedFeatureSource_, KeepsTheBordersThatParcelsShare) {
    const MadeLayer layer = parcels(64);
    const auto source = cache(layer);
    for (const double cell : cells_of(layer)) {
        // Every segment inside is walked once in each direction.
        std::map<std::pair<std::pair<double, double>, std::pair<double, double>>, int> segments;
        source->visit(kWorld, cell, [&](const map::SourceFeature& feature) {
            const auto ring = feature.geometry().part(0);
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const std::pair a{ring[i - 1].x, ring[i - 1].y}, b{ring[i].x, ring[i].y};
                a < b ? ++segments[{a, b}] : --segments[{b, a}];
            }
            return true;
        });
        const auto is_inside = [](const std::pair<double, double>& p) {
            return p.first > 430'050 && p.first < 436'350 && p.second > 2'915'050 && p.second < 2'921'350;
        };
        std::size_t inside = 0, unshared = 0;
        for (const auto& [segment, balance] : segments) {
            if (!is_inside(segment.first) || !is_inside(segment.second)) continue;
            ++inside;
            unshared += balance == 0 ? 0 : 1;
        }
        EXPECT_GT(inside, 10'000U);
        EXPECT_EQ(unshared, 0U) << "cell " << cell << ", of " << inside;
    }
}

TEST_F(CachedFeatureSource_, CoversTheSameAreaAtEveryLevelOfDetail) {
    const MadeLayer layer = parcels(64);
    const auto source = cache(layer);
    double exact = 0;
    for (const geo::Geometry& g : layer.geometries) exact += area(g.view());
    for (const double cell : cells_of(layer)) {
        double covered = 0;
        source->visit(kWorld, cell, [&](const map::SourceFeature& feature) {
            covered += area(feature.geometry());
            return true;
        });
        EXPECT_NEAR(covered / exact, 1, 0.01) << "cell " << cell;
    }
}

TEST_F(CachedFeatureSource_, KeepsPointsLinesHolesAndFeaturesWithoutGeometry) {
    MadeLayer layer;
    layer.add(point(10, 20));
    geo::Geometry line;
    line.type = geo::GeometryType::Line;
    line.points = {{0, 0}, {5, 5}, {100, 0}, {7, 8}, {9, 10}};
    line.part_ends = {3, 5};
    layer.add(line);
    layer.add({});
    layer.add(polygon({{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}},
                       {{40, 40}, {40, 60}, {60, 60}, {60, 40}, {40, 40}}}));
    const auto source = cache(layer);
    ASSERT_EQ(source->size(), 4U);
    for (std::uint32_t i = 0; i < 4; ++i)
        EXPECT_TRUE(source->visit(i, [&](const map::SourceFeature& feature) {
            const geo::GeometryView got = feature.geometry();
            EXPECT_EQ(feature.geometry_type(), layer.geometries[i].type);
            EXPECT_EQ((geo::Geometry{got.type,
                                     {got.points.begin(), got.points.end()},
                                     {got.part_ends.begin(), got.part_ends.end()}}),
                      layer.geometries[i]);
            EXPECT_EQ(feature.property("name"), style::Value{layer.names[i]});
        }));
    EXPECT_THAT(visited(*source, kWorld), ElementsAre(0, 1, 3));
}

TEST_F(CachedFeatureSource_, KeepsAFeatureWithAMillionVertices) {
    std::vector<geo::MapPoint> ring;
    constexpr int kVertices = 1'000'000;
    for (int i = 0; i < kVertices; ++i) {
        const double angle = 2 * M_PI * i / kVertices;
        ring.push_back({1000 * std::cos(angle), 1000 * std::sin(angle)});
    }
    ring.push_back(geo::MapPoint{ring.front()});
    MadeLayer layer;
    layer.add(polygon({ring}));
    const auto source = cache(layer);
    source->visit(kWorld, 0, [](const map::SourceFeature& feature) {
        EXPECT_EQ(feature.geometry().points.size(), std::size_t{kVertices} + 1);
        return true;
    });
}

TEST_F(CachedFeatureSource_, StaysWithinItsMemory) {
    constexpr std::size_t kBudget = 200'000;
    const auto memory = std::make_shared<BlockMemory>(kBudget);
    const auto source = cached(parcels(60), folder_.path() / "made.layer", memory);
    (void)visited(*source, kWorld);
    std::size_t features = 0;
    source->visit(kWorld, 0, [&](const map::SourceFeature& feature) {
        features += feature.geometry().points.empty() ? 0 : 1;
        EXPECT_LE(memory->bytes(), kBudget);
        return true;
    });
    EXPECT_EQ(features, 3600U);
}

TEST_F(CachedFeatureSource_, ServesSeveralThreadsAtOnce) {
    const auto source =
        cached(parcels(40), folder_.path() / "made.layer", std::make_shared<BlockMemory>(100'000));
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { EXPECT_EQ(visited(*source, kWorld, 16).size(), 1600U); });
}

/// Places of every chunk of a layer's file.
std::vector<Chunk> chunks_of(const std::vector<std::shared_ptr<const StoredRun>>& runs) {
    std::vector<Chunk> chunks;
    for (const auto& run : runs) {
        chunks.push_back(run->run().ids);
        chunks.insert(chunks.end(), run->run().columns.begin(), run->run().columns.end());
        for (const CacheBlock& block : run->run().blocks) {
            chunks.push_back(block.head);
            chunks.insert(chunks.end(), block.levels.begin(), block.levels.end());
        }
    }
    return chunks;
}

void use_all(const CachedFeatureSource& source, const std::vector<double>& cells) {
    std::vector<double> tolerances{0};
    tolerances.insert(tolerances.end(), cells.begin(), cells.end());
    for (const double tolerance : tolerances)
        source.visit(kWorld, tolerance, [](const map::SourceFeature& feature) {
            (void)feature.geometry();
            (void)feature.properties();
            (void)feature.id();
            return true;
        });
}

TEST_F(CachedFeatureSource_, NoticesDamageInEveryBlockAndRemovesTheFile) {
    const MadeLayer layer = parcels(12);
    const auto file = folder_.path() / "made.layer";
    std::vector<Chunk> chunks;
    {
        CacheWriter writer{file};
        chunks = chunks_of(write_layer(layer, writer, 100));
        writer.commit(facts_of(layer, cells_of(layer)));
    }
    const std::string whole = content_of(file);
    for (const Chunk& chunk : chunks) {
        std::string damaged = whole;
        damaged[chunk.offset + chunk.size / 2] ^= 0x40;
        folder_.write("made.layer", damaged);
        const auto bytes = StoredBytes::open(file, file).value();
        const CacheDirectory directory =
            unpack_directory(bytes->read(*unpack_trailer(*bytes->tail(kTrailerSize))).value()).value();
        CachedContent content{directory.facts.summary.layer, directory.facts.cells, {}};
        for (const CacheRun& run : directory.runs)
            content.runs.push_back(std::make_shared<const StoredRun>(bytes, run));
        const CachedFeatureSource source{content, std::make_shared<BlockMemory>(), 1};
        EXPECT_FALSE(source.fault());
        use_all(source, directory.facts.cells);
        ASSERT_TRUE(source.fault()) << "chunk at " << chunk.offset;
        EXPECT_THAT(source.fault()->message(), ::testing::HasSubstr("made.layer: is damaged at byte"));
        EXPECT_FALSE(std::filesystem::exists(file));
    }
}

TEST_F(CachedFeatureSource_, NoticesAFileThatWasCutOff) {
    const MadeLayer layer = parcels(12);
    const auto source = cache(layer);
    std::filesystem::resize_file(folder_.path() / "made.layer", 100);
    use_all(*source, {});
    ASSERT_TRUE(source->fault());
    EXPECT_THAT(source->fault()->message(), ::testing::HasSubstr("is shorter than when it was written"));
}

}  // namespace
}  // namespace jinsha::io
