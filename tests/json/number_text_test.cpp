#include "json/number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace jinsha::json {
namespace {

TEST(NumberText, IsTheShortestThatGivesTheSameNumberBack) {
    EXPECT_EQ(number_text(101.6042), "101.6042");
    EXPECT_EQ(number_text(1200), "1200");
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(-0.0), "-0");
    EXPECT_EQ(number_text(1e300), "1e+300");
    for (const double value : {1.0 / 3, 34463842.123456, 5e-324, 1.7976931348623157e308})
        EXPECT_EQ(number_of(number_text(value)), value);
}

TEST(NumberText, RoundsToDecimalsWithoutZerosAtTheEnd) {
    EXPECT_EQ(rounded_number_text(101.60420004, 7), "101.6042");
    EXPECT_EQ(rounded_number_text(460123.4567, 3), "460123.457");
    EXPECT_EQ(rounded_number_text(100, 7), "100");
    EXPECT_EQ(rounded_number_text(-0.000000001, 7), "0");
}

TEST(NumberText, ReadsWhatADoubleCannotHoldAsInfinite) {
    EXPECT_TRUE(std::isinf(number_of("1e400")));
    EXPECT_EQ(number_of("-1e-400"), 0);
    EXPECT_TRUE(std::isnan(number_of("NaN")));
}

}  // namespace
}  // namespace jinsha::json
