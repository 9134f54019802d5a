#include "app/recent_files.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class RecentFilesOnDisk : public testing::Test {
protected:
    TemporaryFolder own;
    fs::path folder{own.path()};
};

TEST_F(RecentFilesOnDisk, AreKeptFromRunToRunTheLastOneFirst) {
    {
        RecentFiles recent{folder / "jinsha" / "recent"};
        EXPECT_THAT(recent.files(), IsEmpty());
        recent.add("/图/西区.map.json");
        recent.add("/b/b.geojson");
        recent.add("/图/西区.map.json");
    }
    EXPECT_THAT(RecentFiles{folder / "jinsha" / "recent"}.files(),
                ElementsAre(fs::path{"/图/西区.map.json"}, fs::path{"/b/b.geojson"}));
}

TEST_F(RecentFilesOnDisk, AreTenAtMost) {
    RecentFiles recent{folder / "recent"};
    for (int i = 0; i < 14; ++i) recent.add("/m/" + std::to_string(i));
    EXPECT_EQ(recent.files().size(), 10U);
    EXPECT_EQ(recent.files().front(), "/m/13");
}

TEST_F(RecentFilesOnDisk, NameEachFolderOnce) {
    RecentFiles recent{folder / "recent"};
    recent.add("/a/1");
    recent.add("/b/2");
    recent.add("/a/3");
    EXPECT_THAT(recent.folders(), ElementsAre(fs::path{"/a"}, fs::path{"/b"}));
}

TEST_F(RecentFilesOnDisk, LeaveOutWhatIsNoPath) {
    fs::create_directories(folder);
    std::ofstream{folder / "recent"} << "nonsense\n\n/a/1\n";
    EXPECT_THAT(RecentFiles{folder / "recent"}.files(), ElementsAre(fs::path{"/a/1"}));
}

TEST_F(RecentFilesOnDisk, StayInMemoryWhereNothingCanBeWritten) {
    RecentFiles recent{"/proc/nowhere/recent"};
    recent.add("/a/1");
    EXPECT_THAT(recent.files(), ElementsAre(fs::path{"/a/1"}));
}

}  // namespace
}  // namespace jinsha::app
