#include "ui/measure_texts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <limits>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;

const std::filesystem::path kTexts = std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "i18n";

Translations chinese() {
    return *Translations::load(kTexts, Language::Chinese);
}

TEST(MeasureTexts, TellLengthsInMetresAndKilometres) {
    EXPECT_EQ(measured_length(823.456), "823.46 m");
    EXPECT_EQ(measured_length(12345.6), "12.346 km");
    EXPECT_EQ(measured_length(std::numeric_limits<double>::quiet_NaN()), "–");
}

TEST(MeasureTexts, TellAnAreaInAllUnits) {
    // 15 亩 are one hectare.
    EXPECT_EQ(measured_area(chinese(), 10'000), "10\u2009000 ㎡，1.000 公顷，15.00 亩，0.0100 平方公里");
}

TEST(MeasureTexts, TellAnAreaInShortByItsSize) {
    EXPECT_EQ(short_area(chinese(), 950.4), "950 ㎡");
    EXPECT_EQ(short_area(chinese(), 12'346), "1.235 公顷");
    EXPECT_EQ(short_area(chinese(), 2'500'000), "2.500 平方公里");
}

TEST(MeasureTexts, NameThePlaneThatTheyAreMeasuredIn) {
    const MeasureRow row = path_row(chinese(), {1000, 999.9, {1000}, 51.14}, "EPSG:4543");
    EXPECT_THAT(row.lines,
                ElementsAre("椭球面：1.000 km", "平面（EPSG:4543）：999.90 m", "末段方位角：51.1°"));
}

}  // namespace
}  // namespace jinsha::ui
