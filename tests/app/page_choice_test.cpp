#include "app/page_choice.hpp"

#include "print/page_geometry.hpp"

#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using Page = ui::ExportChoice::Page;

// ISO 216: A4 is 297 mm and A3 420 mm wide when they lie.
TEST(PageChoice, KnowsTheSizesOfItsPages) {
    EXPECT_DOUBLE_EQ(page_size(Page::A4).width, print::px_of_mm(297));
    EXPECT_DOUBLE_EQ(page_size(Page::A3).width, print::px_of_mm(420));
    EXPECT_DOUBLE_EQ(page_size(Page::A3).height, print::px_of_mm(297));
    EXPECT_DOUBLE_EQ(page_size(Page::Slide).width / page_size(Page::Slide).height, 16.0 / 9);
}

TEST(PageChoice, AsksForWhatWasChosen) {
    auto document = map::parse_map_document(R"({"version": 8, "sources": {}, "layers": []})", "a.map.json");
    ASSERT_TRUE(document);
    const map::LoadedMap map{
        *std::move(document), *geo::Crs::from("EPSG:4543"), map::ZoomScale{26.6, 1}, {}, {}, {}, {}, {}};
    const auto tr = ui::Translations::load(std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "i18n",
                                           ui::Language::Chinese);
    ASSERT_TRUE(tr);
    const map::View view{{460'000, 2'943'000}, 10, {800, 600}};

    ui::ExportChoice choice;
    choice.title = "西区";
    choice.has_grid = false;
    choice.theme = ui::ThemeName::Dark;
    const print::PageRequest whole = page_request(choice, view, map, *tr);
    EXPECT_EQ(whole.area.box, view.extent());
    EXPECT_FALSE(whole.area.units_per_px);
    EXPECT_EQ(whole.texts.title, "西区");
    EXPECT_TRUE(whole.furniture.title);
    EXPECT_FALSE(whole.furniture.subtitle) << "there is none";
    EXPECT_EQ(whole.furniture.grid, map::PageFurniture::Grid::None);
    EXPECT_TRUE(whole.is_dark);

    choice.scale_denominator = 50'000;
    const print::PageRequest scaled = page_request(choice, view, map, *tr);
    ASSERT_TRUE(scaled.area.units_per_px);
    // A CSS pixel is 25.4 / 96 mm of paper; the projection's factor there is 0.9999 to 1.0001.
    EXPECT_NEAR(*scaled.area.units_per_px, 50'000 * 0.0254 / 96, 0.01);
}

}  // namespace
}  // namespace jinsha::app
