#include "print/page_size.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::print {
namespace {

using testing::HasSubstr;

TEST(PageSize, KnowsThePapersOfIso216) {
    const auto a4 = read_page_size("A4", 300);
    ASSERT_TRUE(a4);
    EXPECT_DOUBLE_EQ(a4->width, 210 / 25.4 * 96);
    EXPECT_DOUBLE_EQ(a4->height, 297 / 25.4 * 96);
    EXPECT_EQ(*read_page_size("A4-portrait", 96), *a4);
    EXPECT_EQ(*read_page_size("A3-landscape", 96), (PageSize{px_of_mm(420), px_of_mm(297)}));
}

TEST(PageSize, TakesMillimetresAndPixels) {
    const auto millimetres = read_page_size("254x127.5mm", 300);
    ASSERT_TRUE(millimetres);
    EXPECT_DOUBLE_EQ(millimetres->width, 960);
    EXPECT_DOUBLE_EQ(millimetres->height, px_of_mm(127.5));
    EXPECT_EQ(*read_page_size("1920x1080", 96), (PageSize{1920, 1080}));
    EXPECT_EQ(*read_page_size("1920x1080", 192), (PageSize{960, 540}));
}

TEST(PageSize, SaysWhatASizeLooksLike) {
    for (const char* bad : {"", "A9", "A4-sideways", "letter", "x", "12", "12x", "x12", "5x5x5", "5 x5",
                            "5x5 ", "5x5cm", "1e3x", "nanx5", "A4 "}) {
        const auto size = read_page_size(bad, 96);
        ASSERT_FALSE(size) << bad;
        EXPECT_THAT(size.error().message(), HasSubstr("found \"" + std::string{bad} + "\""));
    }
}

TEST(PageSize, RefusesAbsurdSizes) {
    for (const char* bad : {"0x600", "-5x5", "0x0mm", "-1x5mm", "1000000x1000000mm", "5001x10mm", "65536x10",
                            "10.5x10", "1e300x1e300mm", "infx5"}) {
        EXPECT_FALSE(read_page_size(bad, 96)) << bad;
    }
    EXPECT_THAT(read_page_size("1000000x10mm", 96).error().message(),
                HasSubstr("expected sides from 1 to 5000 millimetres"));
}

TEST(PageSize, RefusesAPictureThatNoFileCanHold) {
    const PageSize a0 = *read_page_size("A0", 96);
    EXPECT_TRUE(check_picture_size(a0, 300));
    EXPECT_THAT(check_picture_size(a0, 2400).error().message(),
                HasSubstr("each side must be from 1 to 65535"));
    EXPECT_FALSE(check_picture_size({0.1, 0.1}, 96));
}

}  // namespace
}  // namespace jinsha::print
