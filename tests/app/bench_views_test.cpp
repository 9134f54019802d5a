#include "app/bench_views.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace jinsha::app {
namespace {

/// A file with that text, gone with this.
class ViewsFile {
public:
    explicit ViewsFile(const std::string& text)
        : path_{std::filesystem::path{testing::TempDir()} /
                (std::string{testing::UnitTest::GetInstance()->current_test_info()->name()} + ".json")} {
        std::ofstream{path_} << text;
    }
    ~ViewsFile() { std::filesystem::remove(path_); }
    ViewsFile(const ViewsFile&) = delete;
    ViewsFile& operator=(const ViewsFile&) = delete;

    [[nodiscard]] Result<std::vector<NamedBox>> read() const { return read_views(path_); }
    [[nodiscard]] std::string complaint() const {
        const auto views = read();
        return views ? "" : views.error().message();
    }

private:
    std::filesystem::path path_;
};

TEST(BenchViews, AreReadInTheOrderOfTheFile) {
    const auto views = ViewsFile{R"({"town": [1, 2, 3, 4], "all": [-10, -20, 30, 40]})"}.read();
    ASSERT_TRUE(views);
    ASSERT_EQ(views->size(), 2);
    EXPECT_EQ(views->front().name, "town");
    EXPECT_EQ(views->front().box, (geo::Envelope{1, 2, 3, 4}));
    EXPECT_EQ(views->back().name, "all");
}

TEST(BenchViews, MustBeBoxesWithWestAndSouthFirst) {
    using testing::HasSubstr;
    EXPECT_THAT(ViewsFile{R"({"town": [3, 2, 1, 4]})"}.complaint(),
                HasSubstr("/town: expected west < east and south < north, found [3,2,1,4]"));
    EXPECT_THAT(ViewsFile{R"({"town": [1, 2, 3]})"}.complaint(),
                HasSubstr("/town: expected [west, south, east, north], found [1,2,3]"));
    EXPECT_THAT(ViewsFile{R"({"town": "all"})"}.complaint(), HasSubstr("/town: expected [west"));
    EXPECT_THAT(ViewsFile{"[]"}.complaint(), HasSubstr("expected a JSON object with at least one view"));
    EXPECT_THAT(ViewsFile{"{"}.complaint(), HasSubstr("expected a JSON object with at least one view"));
}

TEST(BenchViews, SayWhichFileIsMissing) {
    const auto views = read_views("/nowhere/views.json");
    ASSERT_FALSE(views);
    EXPECT_EQ(views.error().message(), "/nowhere/views.json: cannot be read");
}

TEST(BenchViews, AreTheWholeATwentiethAndAThousandthUnlessTheyAreNamed) {
    const geo::Envelope whole{0, 0, 2000, 1000};
    const auto views = usual_views(whole);
    ASSERT_EQ(views.size(), 3);
    EXPECT_EQ(views[0].box, whole);
    EXPECT_NEAR(views[1].box.width() * views[1].box.height(), 2e6 / 20, 1e-6);
    EXPECT_NEAR(views[2].box.width() * views[2].box.height(), 2e6 / 1000, 1e-6);
    EXPECT_EQ(views[2].box.center(), whole.center());
}

}  // namespace
}  // namespace jinsha::app
