#include "app/map_checks.hpp"

#include "io/open_map.hpp"
#include "map/edited_feature_source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace jinsha::app {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::atomic<bool> kGoOn{false};

/// A document beside its data: a range for the cost, and an element that is no feature before one that is
/// wrong.
class MapChecks : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            std::filesystem::temp_directory_path() / ("jinsha_map_checks_test_" + std::to_string(getpid()));
        std::filesystem::create_directories(folder_);
        write("map.map.json",
              R"({"version": 8, "metadata": {"jinsha:version": 1, "jinsha:sources": {"works": {"fields": [
            {"name": "cost", "type": "real", "minimum": 0}]}}},
            "sources": {"works": {"type": "geojson", "data": "works.geojson"}},
            "layers": [{"id": "works", "type": "circle", "source": "works"}]})");
        write("works.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"cost": 1}, "geometry": {"type": "Point", "coordinates": [101.5, 26.5]}},
{"type": "Feature", "properties": {"cost": -1}, "geometry": {"type": "Point", "coordinates": [101.6, 26.5]}}]})");
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const char* name, const char* text) const { std::ofstream{folder_ / name} << text; }
    [[nodiscard]] map::LoadedMap open() const {
        auto map = io::open_map(folder_ / "map.map.json", {});
        EXPECT_TRUE(map.has_value()) << map.error().message();
        return *std::move(map);
    }
    [[nodiscard]] std::shared_ptr<const CheckedMap> check(
        const map::LoadedMap& map, const std::shared_ptr<const CheckedMap>& before = {}) const {
        return check_map(map_to_check(map, folder_ / "map.map.json", "unsaved"), before, kGoOn);
    }
    /// The map after an edit of its feature 1.
    static void set_cost(map::LoadedMap& map, double cost) {
        const auto source = std::make_shared<map::EditedFeatureSource>(map.sources[0].source);
        const auto before = source->state(1);
        map.sources[0].source = source->with(std::vector<map::FeatureChange>{
            {{0, 1}, before, map::with_attributes(*before, {{"cost", {cost}}})}});
    }

    std::filesystem::path folder_;
};

TEST_F(MapChecks, SayWhichFeatureOfWhichFileIsWrongAndWhere) {
    const auto checked = check(open());
    ASSERT_THAT(checked->items, SizeIs(1));
    const ui::CheckItem& item = checked->items.front();
    EXPECT_EQ(item.severity, Severity::Error);
    EXPECT_THAT(item.where, HasSubstr("works.geojson:3:"));
    EXPECT_THAT(item.message, HasSubstr("cost"));
    EXPECT_FALSE(item.advice.empty());
    EXPECT_EQ(item.feature, (map::FeatureKey{0, 1}));
}

TEST_F(MapChecks, ForgetAFaultThatWasMendedByAnEdit) {
    map::LoadedMap map = open();
    const auto before = check(map);
    set_cost(map, 5);
    EXPECT_THAT(check(map, before)->items, IsEmpty());
}

TEST_F(MapChecks, FindFaultsOfEditsThatAreNotSaved) {
    map::LoadedMap map = open();
    set_cost(map, -7);
    const auto checked = check(map);
    ASSERT_THAT(checked->items, SizeIs(1));
    EXPECT_THAT(checked->items[0].message, HasSubstr("-7"));
    EXPECT_THAT(checked->items[0].where, HasSubstr("unsaved"));
    EXPECT_EQ(checked->items[0].feature, (map::FeatureKey{0, 1}));
}

TEST_F(MapChecks, GiveUpWhenCancelled) {
    const std::atomic<bool> cancelled{true};
    EXPECT_EQ(check_map(map_to_check(open(), folder_ / "map.map.json", ""), {}, cancelled), nullptr);
}

}  // namespace
}  // namespace jinsha::app
