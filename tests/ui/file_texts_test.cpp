#include "ui/file_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

TEST(FileTexts, TellsSizesInTwoDigitsAtLeast) {
    EXPECT_EQ(file_size_text(0), "0 B");
    EXPECT_EQ(file_size_text(1023), "1023 B");
    EXPECT_EQ(file_size_text(1024), "1.0 KB");
    EXPECT_EQ(file_size_text(4300), "4.2 KB");
    EXPECT_EQ(file_size_text(13 * 1024 * 1024), "13 MB");
    EXPECT_EQ(file_size_text(1024 * 1024 - 1), "1.0 MB") << "never 1024 of a unit";
    EXPECT_EQ(file_size_text(5ULL << 40), "5.0 TB");
}

TEST(FileTexts, TellsTimesAsDateAndMinute) {
    EXPECT_THAT(file_time_text(1631614800), testing::MatchesRegex("2021-09-1[34567] [0-9][0-9]:[0-9][0-9]"));
    EXPECT_EQ(file_time_text(0), "");
}

}  // namespace
}  // namespace jinsha::ui
