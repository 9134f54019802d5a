#include "print/draw_symbols.hpp"
#include "print/export_image.hpp"
#include "scene/map_snapshot.hpp"
#include "style/style_layer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>

namespace jinsha::print {
namespace {

struct DrawView : testing::Test {
    std::shared_ptr<const text::FontSet> fonts = *text::FontSet::load();
    std::shared_ptr<const symbol::IconStore> icons = std::make_shared<const symbol::IconStore>(
        std::vector{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"});

    /// A map that is a plain colour.
    static std::shared_ptr<const scene::MapSnapshot> plain(const char* color) {
        std::vector<Problem> problems;
        auto snapshot = std::make_shared<scene::MapSnapshot>();
        const auto json = nlohmann::ordered_json{
            {"id", "ground"}, {"type", "background"}, {"paint", {{"background-color", color}}}};
        snapshot->layers.push_back({*style::StyleLayer::parse(json, "/layers/0", problems), nullptr});
        return snapshot;
    }
};

TEST_F(DrawView, HasTheSizeOfTheViewAndTheColourOfTheGround) {
    const DrawnView drawn = draw_view(plain("#102030"), map::View{{0, 0}, 1, {700, 600}}, fonts, icons);
    ASSERT_EQ(drawn.picture.width_px(), 700);
    ASSERT_EQ(drawn.picture.height_px(), 600);
    for (const auto& [x, y] : {std::pair{0, 0}, {699, 0}, {0, 599}, {699, 599}, {350, 256}}) {
        const auto p = drawn.picture.pixel(x, y);
        EXPECT_THAT((std::array{p[0], p[1], p[2], p[3]}), testing::ElementsAre(0x30, 0x20, 0x10, 0xFF));
    }
    EXPECT_TRUE(drawn.faults.empty());
}

TEST_F(DrawView, DrawsASymbolOnItsPlaceAndCutsItAtTheEdge) {
    scene::PlacedSymbol symbol;
    symbol.icons.push_back({"badge/energy", {1000, 2000}, 1, 0, 1, 30, 30});
    image::Image whole{60, 60}, half{60, 60};
    EXPECT_TRUE(draw_symbols(std::span{&symbol, 1}, {970, 1970, 60, 60}, 1, *fonts, *icons, whole).empty());
    EXPECT_TRUE(draw_symbols(std::span{&symbol, 1}, {1000, 1970, 60, 60}, 1, *fonts, *icons, half).empty());
    EXPECT_EQ(whole.pixel(2, 2)[3], 0);
    EXPECT_EQ(whole.pixel(30, 22)[3], 255);
    for (int y = 0; y < 60; ++y) {
        for (int x = 0; x < 30; ++x) EXPECT_EQ(half.pixel(x, y)[3], whole.pixel(x + 30, y)[3]);
    }
}

TEST_F(DrawView, TellsOnceOfAnIconThatIsNotThere) {
    scene::PlacedSymbol symbol;
    symbol.icons.push_back({"no-such-icon", {10, 10}, 1, 0, 1, 30, 30});
    const std::vector symbols{symbol, symbol};
    image::Image picture{20, 20};
    EXPECT_THAT(draw_symbols(symbols, {0, 0, 20, 20}, 1, *fonts, *icons, picture),
                testing::ElementsAre(testing::HasSubstr("no-such-icon")));
}

}  // namespace
}  // namespace jinsha::print
