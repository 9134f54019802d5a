#include "scene/lower_symbols.hpp"

#include "scene/display_list.hpp"
#include "test_map.hpp"
#include "text/test_fonts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace jinsha::scene {
namespace {

using namespace test;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr GridRect kTile{-50, -50, 100, 100};

const LowerSymbols& lower_symbols() {
    static const LowerSymbols kSymbols{
        {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()},
        std::make_shared<const symbol::IconStore>(std::vector<std::filesystem::path>{
            std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"})};
    return kSymbols;
}

constexpr const char* kFill = R"({"id": "ground", "type": "fill", "paint": {"fill-color": "green"}})";
constexpr const char* kPins =
    R"({"id": "pins", "type": "symbol", "layout": {"icon-image": "pin", "icon-overlap": "always"}})";
constexpr const char* kNames =
    R"({"id": "names", "type": "symbol", "layout": {"text-field": "水", "text-overlap": "always"}})";

std::shared_ptr<MapSnapshot> map_of(std::vector<const char*> layers) {
    const auto ground = source_of({{box(-40, -40, 40, 40), {}}});
    const auto point = source_of({{points({{0, 0}}), {}}});
    std::vector<TestLayer> all;
    for (const char* json : layers) all.push_back({json, json == kFill ? ground : point});
    return snapshot_of(all);
}

/// Of every item its place in the variant DisplayItem: 0 a fill, 3 a picture.
std::vector<std::size_t> kinds(const MapSnapshot& map, const LowerSymbols* symbols,
                               const GridRect& rect = kTile) {
    std::vector<std::size_t> kinds;
    for (const DisplayItem& item : build_display_list(map, 1, rect, kNeverCancelled, symbols).items)
        kinds.push_back(item.index());
    return kinds;
}

TEST(LowerSymbols, ArePaintedInTheOrderOfTheStyle) {
    EXPECT_THAT(kinds(*map_of({kFill, kPins, kFill}), &lower_symbols()), ElementsAre(0, 3, 0));
    EXPECT_THAT(kinds(*map_of({kPins, kFill, kNames, kFill}), &lower_symbols()), ElementsAre(3, 0, 3, 0));
}

TEST(LowerSymbols, LeaveTheTopmostRunToOthers) {
    EXPECT_THAT(kinds(*map_of({kFill, kPins, kNames}), &lower_symbols()), ElementsAre(0));
}

TEST(LowerSymbols, AreLeftOutWithoutThem) {
    EXPECT_THAT(kinds(*map_of({kFill, kPins, kFill}), nullptr), ElementsAre(0, 0));
}

TEST(LowerSymbols, AreNotPlacedByThePlacerOfTheTopmostRun) {
    const auto map = map_of({kPins, kFill, kNames});
    SymbolPlacer placer{map,
                        1,
                        {std::shared_ptr<const text::FontSet>{}, &text::test_fonts()},
                        std::make_shared<const symbol::IconStore>(std::vector<std::filesystem::path>{
                            std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"})};
    EXPECT_THAT(placer.place(kTile), SizeIs(1));
    EXPECT_EQ(placer.place(kTile)[0].layer, 2u);
    EXPECT_THAT(placer.place_below(kTile), SizeIs(1));
    EXPECT_EQ(placer.place_below(kTile)[0].layer, 0u);
}

TEST(LowerSymbols, GiveWayToTheTopmostRun) {
    constexpr const char* kLower =
        R"({"id": "lower", "type": "symbol", "layout": {"text-field": "山", "icon-optional": true}})";
    EXPECT_THAT(kinds(*map_of({kLower, kFill}), &lower_symbols()), ElementsAre(3, 0));
    EXPECT_THAT(kinds(*map_of({kLower, kFill, kNames}), &lower_symbols()), ElementsAre(0));
}

TEST(LowerSymbols, LieOnTheSamePixelsInNeighbouringTiles) {
    const auto map = map_of({kPins, kFill});
    const auto picture = [&](const GridRect& rect) {
        const auto list = build_display_list(*map, 1, rect, kNeverCancelled, &lower_symbols());
        return std::get<PictureItem>(list.items.at(0));
    };
    const auto left = picture({-100, -50, 100, 100}), right = picture({0, -50, 100, 100});
    EXPECT_EQ(left.x_px - 100, right.x_px);
    EXPECT_EQ(left.y_px, right.y_px);
    EXPECT_LT(right.x_px, 0) << "it begins in the tile before";
    EXPECT_THAT(kinds(*map, &lower_symbols(), {200, 200, 100, 100}), IsEmpty());
}

}  // namespace
}  // namespace jinsha::scene
