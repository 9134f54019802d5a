#include "check/dates.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

TEST(Dates, AreDaysThatTheCalendarHas) {
    EXPECT_TRUE(is_date("2024-02-29"));
    for (const char* text : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/01/01", "20260101",
                             "", "-026-01-01", "2026-01-01 ", "二〇二六"}) {
        EXPECT_FALSE(is_date(text)) << text;
    }
}

TEST(Dates, HaveTimesWithAndWithoutAZone) {
    for (const char* text : {"2026-01-31T08:00:00", "2026-01-31T08:00:00Z", "2026-01-31T08:00:00.25+08:00"}) {
        EXPECT_TRUE(is_date_time(text)) << text;
    }
    for (const char* text : {"2026-01-31", "2026-01-31T25:00:00", "2026-01-31T08:00:00.",
                             "2026-01-31T08:00:00+8", "2026-01-31T08-00-00"}) {
        EXPECT_FALSE(is_date_time(text)) << text;
    }
}

TEST(Dates, ComeOneBeforeTheOther) {
    EXPECT_TRUE(is_before("2025-12-31", "2026-01-01"));
    EXPECT_FALSE(is_before("2026-01-01", "2026-01-01"));
    EXPECT_FALSE(is_before("soon", "2026-01-01"));
}

}  // namespace
}  // namespace jinsha::check
