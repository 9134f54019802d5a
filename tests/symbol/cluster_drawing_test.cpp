#include "symbol/cluster_drawing.hpp"

#include "symbol/count_figures.hpp"
#include "symbol/icon_store.hpp"
#include "symbol/pixels.hpp"
#include "symbol/render.hpp"
#include "symbol/theme_palette.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::symbol {
namespace {

using testing::ElementsAre;

constexpr Rgb kRed{200, 0, 0}, kBlue{0, 0, 200};
constexpr double kScale = 4;

image::Image drawn(std::vector<ClusterArc> arcs) {
    auto picture = render(ClusterDrawing{std::move(arcs)}, kScale);
    EXPECT_TRUE(picture) << picture.error().message();
    return *picture;
}

/// The share of the ring that has that colour.
double share(const image::Image& picture, Rgb color) {
    int colored = 0;
    for (int angle = 0; angle < 360; ++angle)
        colored += is_near(pixel_around(picture, angle, 13.5 * kScale).color, color);
    return colored / 360.0;
}

std::string fault(std::string_view name) {
    const auto arcs = read_cluster_name(name);
    return arcs ? "" : arcs.error().message();
}

TEST(ClusterDrawing, DividesItsRingByTheme) {
    const auto picture = drawn({{kRed, 3}, {kBlue, 1}});
    EXPECT_NEAR(share(picture, kRed), 0.75, 0.03);
    EXPECT_NEAR(share(picture, kBlue), 0.25, 0.03);
    EXPECT_TRUE(is_near(pixel_around(picture, 90, 13.5 * kScale).color, kRed)) << "clockwise from the top";
    EXPECT_TRUE(is_near(pixel_around(picture, 315, 13.5 * kScale).color, kBlue));
}

TEST(ClusterDrawing, IsAWholeRingForOneTheme) {
    EXPECT_DOUBLE_EQ(share(drawn({{kRed, 5}}), kRed), 1);
}

TEST(ClusterDrawing, ShowsEvenTheSmallestShare) {
    EXPECT_GT(share(drawn({{kRed, 1}, {kBlue, 8}}), kRed), 0.05);
    const auto large = render(ClusterDrawing{{{kRed, 1}, {kBlue, 9000}}}, kScale);
    int reddish = 0;
    for (int angle = -10; angle < 10; ++angle)
        reddish += pixel_around(*large, angle, 19.5 * kScale).color.r > 60;
    EXPECT_GT(reddish, 0);
}

TEST(ClusterDrawing, IsLargerForMore) {
    EXPECT_EQ(ClusterDrawing({{kRed, 9}}).size(), (IconSize{34, 34}));
    EXPECT_EQ(ClusterDrawing({{kRed, 99}}).size(), (IconSize{38, 38}));
    EXPECT_EQ(ClusterDrawing({{kRed, 999}}).size(), (IconSize{42, 42}));
    EXPECT_EQ(ClusterDrawing({{kRed, 1'000'000}}).size(), (IconSize{46, 46}));
}

TEST(ClusterDrawing, HasAnotherPictureForEveryCount) {
    EXPECT_NE(drawn({{kRed, 2}}), drawn({{kRed, 3}}));
    EXPECT_NE(drawn({{kRed, 7}}), drawn({{kRed, 9}}));
}

TEST(ClusterName, IsInTheOrderOfThemes) {
    const std::vector<ThemeCount> counts{{"ecology", 1}, {"industry", 3}, {"", 2}, {"unheard", 4}};
    EXPECT_EQ(cluster_name(counts), "cluster/industry:3/ecology:1/:6");
}

TEST(ClusterName, IsReadBack) {
    EXPECT_THAT(*read_cluster_name("cluster/industry:3/:6"),
                ElementsAre(ClusterArc{*theme_color("industry"), 3}, ClusterArc{kUnknownThemeColor, 6}));
}

TEST(ClusterName, IsRefusedWithThePartThatIsWrong) {
    EXPECT_EQ(fault("cluster/"), "icon 'cluster/': expected <theme>:<count>, found ''");
    EXPECT_EQ(fault("cluster/energy"), "icon 'cluster/energy': expected <theme>:<count>, found 'energy'");
    EXPECT_EQ(fault("cluster/energy:1/ecology:many"),
              "icon 'cluster/energy:1/ecology:many': expected <theme>:<count>, found 'ecology:many'");
    EXPECT_NE(fault("cluster/energy:0"), "");
    EXPECT_NE(fault("cluster/energy:-1"), "");
    EXPECT_NE(fault("cluster/energy:99999999999"), "");
}

TEST(ClusterName, IsAnIconOfTheStore) {
    const IconStore store{{std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "icons"}};
    EXPECT_EQ(store.size("cluster/energy:2"), (IconSize{34, 34}));
    EXPECT_FALSE(store.size("cluster/energy"));
}

TEST(ShortCount, HasAtMostFourCharacters) {
    EXPECT_EQ(short_count(2), "2");
    EXPECT_EQ(short_count(9999), "9999");
    EXPECT_EQ(short_count(10'000), "10k");
    EXPECT_EQ(short_count(999'999), "999k");
    EXPECT_EQ(short_count(1'000'000), "1M");
}

}  // namespace
}  // namespace jinsha::symbol
