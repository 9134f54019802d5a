#include "symbol/icon_store.hpp"

#include "support/temporary_folder.hpp"
#include "symbol/pixels.hpp"
#include "symbol/theme_palette.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace jinsha::symbol {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

const fs::path kAssets = fs::path{JINSHA_SOURCE_DIR} / "assets" / "icons";

/// A folder for a document's own icons beside those of the program.
class IconStoreTest : public testing::Test {
protected:
    void write(const std::string& name, const std::string& text) {
        std::ofstream{folder_.path() / name} << text;
    }
    void write_square(const std::string& name, const std::string& color) {
        write(name,
              "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='10' height='10' "
              "fill='" +
                  color + "'/></svg>");
    }
    std::string fault(std::string_view name, double scale = 1) {
        const auto picture = store_.picture(name, scale);
        return picture ? "" : picture.error().message();
    }
    Rgb middle(std::string_view name) {
        const auto picture = store_.picture(name, 1);
        if (!picture) ADD_FAILURE() << picture.error().message();
        return picture ? pixel_around(**picture, 0, 0).color : Rgb{};
    }

    TemporaryFolder folder_;
    IconStore store_{{folder_.path(), kAssets}};
};

TEST_F(IconStoreTest, DrawsAFileOfTheFolder) {
    write_square("公园.svg", "#ff0000");
    EXPECT_EQ(store_.size("公园"), (IconSize{10, 10}));
    EXPECT_EQ(middle("公园"), (Rgb{255, 0, 0}));
    EXPECT_EQ((*store_.picture("公园", 2))->width_px(), 20);
}

TEST_F(IconStoreTest, PrefersTheFirstFolder) {
    write_square("pin.svg", "#ff0000");
    EXPECT_EQ(middle("pin"), (Rgb{255, 0, 0}));
    EXPECT_EQ(store_.size("home"), (IconSize{24, 24}));
}

TEST_F(IconStoreTest, GivesTheSamePictureAgain) {
    EXPECT_EQ(*store_.picture("home", 1), *store_.picture("home", 1));
    EXPECT_NE(*store_.picture("home", 1), *store_.picture("home", 2));
}

TEST_F(IconStoreTest, TintsAnIcon) {
    const auto picture = store_.tinted("minus", 4, {200, 10, 20});
    ASSERT_TRUE(picture);
    EXPECT_EQ(pixel_around(**picture, 0, 0).color, (Rgb{200, 10, 20}));
    EXPECT_NE(pixel_around(**store_.picture("minus", 4), 0, 0).color, (Rgb{200, 10, 20}));
}

TEST_F(IconStoreTest, NamesAMissingIconAndTheFoldersSearched) {
    EXPECT_THAT(fault("nowhere"),
                AllOf(HasSubstr("icon 'nowhere': there is no nowhere.svg in '"),
                      HasSubstr(folder_.path().string() + "'"), HasSubstr("assets/icons'")));
    EXPECT_EQ(store_.size("nowhere").error().message(), fault("nowhere"));
}

TEST_F(IconStoreTest, NamesABrokenFile) {
    write("broken.svg", "<svg");
    EXPECT_THAT(fault("broken"),
                AllOf(HasSubstr("icon 'broken': "), HasSubstr("broken.svg: is no valid SVG image")));
    fs::create_directory(folder_.path() / "folder.svg");
    EXPECT_THAT(fault("folder"), HasSubstr("folder.svg: Is a directory"));
}

TEST_F(IconStoreTest, RefusesNamesThatLeadOutOfTheFolder) {
    write_square("../jinsha-secret.svg", "#ff0000");
    EXPECT_THAT(fault("../jinsha-secret"), HasSubstr("expected the name of a file inside the icon folders"));
    EXPECT_NE(fault("/etc/passwd"), "");
    EXPECT_NE(fault(""), "");
    fs::remove(folder_.path() / "../jinsha-secret.svg");
}

TEST_F(IconStoreTest, RefusesScalesThatMakeNoSense) {
    EXPECT_THAT(fault("home", 0), HasSubstr("icon 'home': cannot be drawn at scale 0"));
    EXPECT_NE(fault("home", std::numeric_limits<double>::quiet_NaN()), "");
    EXPECT_THAT(fault("home", 1e6), HasSubstr("icon 'home': cannot be drawn 24000000"));
}

TEST_F(IconStoreTest, ComposesABadgeOutOfItsName) {
    const auto picture = store_.picture("badge/water-landscape/completed/known", 4);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_EQ(pixel_around(**picture, 90, 10 * 4).color, *theme_color("water-landscape"));
    EXPECT_EQ(store_.size("badge/water-landscape/completed/known"), (IconSize{30, 30}));
}

TEST_F(IconStoreTest, DrawsTheIconOfTheThemeInWhite) {
    const auto picture = store_.picture("badge/energy/completed/known", 4);
    ASSERT_TRUE(picture);
    int white = 0;
    for (int y = 40; y < 100; ++y)
        for (int x = 40; x < 100; ++x) white += (*picture)->pixel(x, y)[0] > 200;
    EXPECT_GT(white, 150);
    EXPECT_LT(white, 1200);
}

TEST_F(IconStoreTest, GivesAnUnknownThemeAGreyBadgeWithADot) {
    for (const char* name :
         {"badge/unheard-of/completed/known", "badge///", "badge/", "badge/../planned/known"}) {
        const auto picture = store_.picture(name, 4);
        ASSERT_TRUE(picture) << picture.error().message();
        EXPECT_EQ(pixel_around(**picture, 0, 0).color, kWhite) << name;
        EXPECT_EQ(pixel_around(**picture, 90, 8 * 4).color, kUnknownThemeColor) << name;
    }
}

TEST_F(IconStoreTest, TakesTheIconOfAThemeThatTheDocumentBrings) {
    write_square("theme-fishery.svg", "#ff0000");
    EXPECT_EQ(middle("badge/fishery/planned/known"), (Rgb{255, 0, 0}));
}

TEST_F(IconStoreTest, DrawsADifferentBadgeForEachPhaseAndQuality) {
    const auto bytes = [&](std::string name) { return **store_.picture("badge/energy/" + name, 1); };
    EXPECT_NE(bytes("completed/known"), bytes("ongoing/known"));
    EXPECT_NE(bytes("ongoing/known"), bytes("planned/known"));
    EXPECT_NE(bytes("planned/known"), bytes("abandoned/known"));
    EXPECT_NE(bytes("planned/known"), bytes("planned/inferred"));
    EXPECT_EQ(bytes("planned/known"), bytes("planned/approximate"));
}

TEST_F(IconStoreTest, SaysHowABadgeIsNamed) {
    EXPECT_THAT(fault("badge/a/b/c/d"), HasSubstr("expected badge/<theme>/<phase>/<position_quality>"));
}

TEST_F(IconStoreTest, SaysWhichIconABadgeMisses) {
    const IconStore empty{{folder_.path()}};
    const auto picture = empty.picture("badge/energy/planned/known", 1);
    ASSERT_FALSE(picture);
    EXPECT_THAT(picture.error().message(),
                AllOf(HasSubstr("badge/energy/planned/known"), HasSubstr("theme-energy.svg")));
    EXPECT_THAT(IconStore{{}}.size("pin").error().message(), HasSubstr("in no folder"));
}

TEST_F(IconStoreTest, GivesAllThreadsTheSamePictures) {
    std::vector<std::vector<image::Image>> results(4);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results)
            threads.emplace_back([&] {
                for (const Theme& theme : themes())
                    for (const char* rest : {"/planned/known", "/ongoing/inferred"})
                        result.push_back(**store_.picture("badge/" + std::string{theme.id} + rest, 1));
            });
    }
    for (const auto& result : results) EXPECT_EQ(result, results[0]);
}

}  // namespace
}  // namespace jinsha::symbol
