#include "app/crash_report.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;

class CrashReport : public testing::Test {
protected:
    void SetUp() override {
        testing::FLAGS_gtest_death_test_style = "threadsafe";
        fs::remove_all(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    static std::string text(const fs::path& path) {
        std::ifstream file{path};
        return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    }

    fs::path folder_ =
        fs::temp_directory_path() / (std::string{"jinsha_crash_report_test_"} +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(CrashReport, IsLeftByAnAbortWithItsCallStackAndGivenOnce) {
    EXPECT_DEATH(
        {
            catch_crashes(folder_);
            std::abort();
        },
        "");
    const auto report = take_crash_report(folder_);
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->filename().string().starts_with("crash-2"));
    const std::string told = text(*report);
    EXPECT_TRUE(told.starts_with("jinsha ended by signal 06\n")) << told;
    EXPECT_NE(told.find("abort"), std::string::npos) << told;
    EXPECT_FALSE(take_crash_report(folder_));
}

TEST_F(CrashReport, IsNotThereWithoutACrash) {
    EXPECT_FALSE(take_crash_report(folder_));
    catch_crashes(folder_);
    EXPECT_FALSE(take_crash_report(folder_));
}

}  // namespace
}  // namespace jinsha::app
