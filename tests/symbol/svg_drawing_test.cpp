#include "symbol/svg_drawing.hpp"

#include "symbol/pixels.hpp"
#include "symbol/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace jinsha::symbol {
namespace {

using testing::HasSubstr;

std::string svg(const std::string& attributes, const std::string& content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
           attributes + ">" + content + "</svg>";
}

constexpr const char* kSquare = "<rect width='10' height='10' fill='currentColor'/>";

image::Image picture_of(const std::string& text, std::optional<Rgb> tint = std::nullopt, double scale = 1) {
    const auto drawing = SvgDrawing::parse(text, tint);
    if (!drawing) {
        ADD_FAILURE() << drawing.error().message();
        return {};
    }
    return *render(**drawing, scale);
}

IconSize size_of(const std::string& text) {
    const auto drawing = SvgDrawing::parse(text, std::nullopt);
    EXPECT_TRUE(drawing) << drawing.error().message();
    return drawing ? (*drawing)->size() : IconSize{};
}

std::string fault_of(const std::string& text) {
    const auto drawing = SvgDrawing::parse(text, std::nullopt);
    return drawing ? "" : drawing.error().message();
}

TEST(SvgDrawing, HasTheSizeOfTheFile) {
    EXPECT_EQ(size_of(svg("width='12' height='8'", "")), (IconSize{12, 8}));
    EXPECT_EQ(size_of(svg("width='1in' height='6pt'", "")), (IconSize{96, 8}));
}

TEST(SvgDrawing, TakesTheSizeOfTheViewBoxWithoutAnyOther) {
    EXPECT_EQ(size_of(svg("viewBox='0 0 30 20'", kSquare)), (IconSize{30, 20}));
    EXPECT_EQ(size_of(svg("width='100%' height='100%' viewBox='0 0 30 20'", kSquare)), (IconSize{30, 20}));
}

TEST(SvgDrawing, TakesTheSizeOfWhatItDrawsWithoutSizeAndViewBox) {
    EXPECT_EQ(size_of(svg("", kSquare)), (IconSize{10, 10}));
}

TEST(SvgDrawing, DrawsAtAnyScale) {
    const image::Image picture =
        picture_of(svg("width='10' height='10' color='#ff0000'", kSquare), std::nullopt, 2.5);
    EXPECT_EQ(picture.width_px(), 25);
    EXPECT_EQ(ink(picture), 25 * 25);
}

TEST(SvgDrawing, HasItsOwnColorUnlessTinted) {
    const std::string text = svg("width='10' height='10' color='#ff0000'", kSquare);
    EXPECT_EQ(pixel_around(picture_of(text), 0, 0).color, (Rgb{255, 0, 0}));
    EXPECT_EQ(pixel_around(picture_of(text, Rgb{0, 128, 7}), 0, 0).color, (Rgb{0, 128, 7}));
    EXPECT_EQ(
        pixel_around(picture_of(svg("width='9' height='9' style='color:red'", kSquare), kWhite), 0, 0).color,
        kWhite);
}

TEST(SvgDrawing, SaysWhatIsWrongWithABrokenFile) {
    EXPECT_THAT(fault_of("this is text"), HasSubstr("is no valid SVG image"));
    EXPECT_THAT(fault_of(""), HasSubstr("is no valid SVG image"));
    EXPECT_THAT(fault_of("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><rect"),
                HasSubstr("is no valid SVG image"));
    EXPECT_THAT(fault_of("<html/>"), HasSubstr("is no valid SVG image"));
}

TEST(SvgDrawing, RefusesAnImageThatDrawsNothing) {
    EXPECT_EQ(fault_of(svg("", "")), "has no size and draws nothing");
    EXPECT_EQ(fault_of(svg("width='0' height='10'", kSquare)), "has no size and draws nothing");
}

TEST(SvgDrawing, RefusesAHugeImage) {
    EXPECT_EQ(fault_of(svg("width='100000' height='10'", kSquare)),
              "is 100000 × 10 px large, an icon may have 1024 px at most");
    // librsvg takes a number that it cannot hold for none.
    EXPECT_EQ(size_of(svg("width='1e300' height='1e300'", kSquare)), (IconSize{10, 10}));
}

TEST(SvgDrawing, LoadsNoOtherFiles) {
    const auto path = std::filesystem::path{testing::TempDir()} / "jinsha-other.svg";
    std::ofstream{path} << svg("width='10' height='10'", "<rect id='a' width='10' height='10' fill='red'/>");
    for (const std::string& reference :
         {path.string(), "file://" + path.string(), std::string{"jinsha-other.svg"}}) {
        const std::string text =
            svg("width='10' height='10'", "<image width='10' height='10' xlink:href='" + reference +
                                              "'/><use xlink:href='" + reference + "#a'/>");
        const auto drawing = SvgDrawing::parse(text, std::nullopt);
        if (!drawing) continue;
        const auto picture = render(**drawing, 1);
        EXPECT_TRUE(!picture || ink(*picture) == 0) << reference;
    }
    std::filesystem::remove(path);
}

TEST(SvgDrawing, ExpandsNoEntityBombs) {
    std::string entities = "<!ENTITY a0 'aaaaaaaaaa'>";
    for (int i = 1; i < 20; ++i) {
        const std::string inner = "&a" + std::to_string(i - 1) + ";";
        entities += "<!ENTITY a" + std::to_string(i) + " '";
        for (int k = 0; k < 10; ++k) entities += inner;
        entities += "'>";
    }
    const std::string text =
        "<!DOCTYPE svg [" + entities + "]>" + svg("width='10' height='10'", "<text>&a19;</text>");
    const auto drawing = SvgDrawing::parse(text, std::nullopt);  // an error or an image, but soon
    EXPECT_TRUE(!drawing || (*drawing)->size() == (IconSize{10, 10}));
}

TEST(SvgDrawing, DrawsTheSameFromSeveralThreads) {
    const auto drawing = SvgDrawing::parse(svg("width='10' height='10'", kSquare), kWhite);
    ASSERT_TRUE(drawing);
    std::vector<image::Image> pictures(4);
    std::vector<std::jthread> threads;
    for (auto& picture : pictures)
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) picture = *render(**drawing, 3);
        });
    threads.clear();
    for (const auto& picture : pictures) EXPECT_EQ(picture, pictures[0]);
}

}  // namespace
}  // namespace jinsha::symbol
