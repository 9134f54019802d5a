#include "app/file_watch.hpp"

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <future>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;

class WatchedFile : public testing::Test {
protected:
    void SetUp() override {
        file = folder / "town.geojson";
        std::ofstream{file} << "old";
        watch = std::make_unique<FileWatch>(std::vector{file}, [this] { woken.set_value(); });
    }
    void TearDown() override { watch.reset(); }
    /// Half a minute is never reached, but for a fault.
    [[nodiscard]] bool is_noticed() {
        const auto waited = woken.get_future().wait_for(std::chrono::seconds{30});
        return waited == std::future_status::ready && watch->take_changed() == std::vector{file};
    }

    TemporaryFolder own;
    fs::path folder{own.path()}, file;
    std::promise<void> woken;
    std::unique_ptr<FileWatch> watch;
};

TEST_F(WatchedFile, IsNoticedWhenItIsWritten) {
    std::ofstream{file} << "newer";
    EXPECT_TRUE(is_noticed());
    EXPECT_TRUE(watch->take_changed().empty()) << "one change is told once";
}

TEST_F(WatchedFile, IsNoticedWhenAnotherTakesItsPlace) {
    std::ofstream{folder / "new"} << "old";
    fs::rename(folder / "new", file);
    EXPECT_TRUE(is_noticed());
}

TEST_F(WatchedFile, IsNoticedWhenItIsTakenAway) {
    fs::remove(file);
    EXPECT_TRUE(is_noticed());
}

TEST_F(WatchedFile, IsNotNoticedForItsNeighbours) {
    std::ofstream{folder / "other.geojson"} << "x";
    std::ofstream{file} << "newer";
    EXPECT_TRUE(is_noticed()) << "and told once, or the promise would have been kept twice";
}

}  // namespace
}  // namespace jinsha::app
