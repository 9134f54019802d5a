#include "io/atomic_file.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

TEST(AtomicFile, WritesAFileAndLeavesNothingBesideIt) {
    const TemporaryFolder folder;
    ASSERT_TRUE(write_atomically(folder.path() / "西区.geojson", "new"));
    EXPECT_EQ(content_of(folder.path() / "西区.geojson"), "new");
    EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(AtomicFile, WritesIntoTheFolderOneIsInWhenThePathNamesNone) {
    const TemporaryFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    const auto written = write_atomically("a.json", "new");
    fs::current_path(before);
    EXPECT_TRUE(written) << written.error().message();
    EXPECT_EQ(content_of(folder.path() / "a.json"), "new");
}

TEST(AtomicFile, ReplacesAFileAndKeepsItsRights) {
    const TemporaryFolder folder;
    const fs::path path = folder.write("a.json", "old and longer");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(write_atomically(path, "new"));
    EXPECT_EQ(content_of(path), "new");
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(AtomicFile, ChangesNothingUntilItIsCommitted) {
    const TemporaryFolder folder;
    const fs::path path = folder.write("a.json", "old");
    {
        auto file = AtomicFile::create(path);
        ASSERT_TRUE(file) << file.error().message();
        ASSERT_TRUE(file->write("ne"));
        ASSERT_TRUE(file->write("w"));
        EXPECT_EQ(content_of(path), "old");
        EXPECT_EQ(content_of(file->temporary_path()), "new");
    }
    EXPECT_EQ(content_of(path), "old");
    EXPECT_EQ(files_in(folder.path()), 1u);
}

TEST(AtomicFile, ReplacesWhatASymbolicLinkPointsTo) {
    const TemporaryFolder folder;
    const fs::path path = folder.write("real.json", "old");
    fs::create_symlink(path, folder.path() / "link.json");
    ASSERT_TRUE(write_atomically(folder.path() / "link.json", "new"));
    EXPECT_TRUE(fs::is_symlink(folder.path() / "link.json"));
    EXPECT_EQ(content_of(path), "new");
}

TEST(AtomicFile, ReadsBackWhatItWrote) {
    const TemporaryFolder folder;
    auto file = AtomicFile::create(folder.path() / "a.json");
    const std::string bytes(3'000'000, 'x');
    ASSERT_TRUE(file->write(bytes));
    EXPECT_TRUE(file->verify(bytes));
    std::string different = bytes;
    different.back() = 'y';
    for (const std::string& other : {bytes + "x", bytes.substr(1), different, std::string{}})
        EXPECT_THAT(file->verify(other).error().message(),
                    HasSubstr("a.json: cannot be written: what was written"));
}

TEST(AtomicFile, LeavesAReadOnlyFileAlone) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everything";
    const TemporaryFolder folder;
    const fs::path path = folder.write("a.json", "old");
    fs::permissions(path, fs::perms::owner_read);
    EXPECT_THAT(write_atomically(path, "new").error().message(),
                HasSubstr("a.json: cannot be written: Permission"));
    EXPECT_EQ(content_of(path), "old");
}

TEST(AtomicFile, ClearsAwayWhatKilledProgramsLeft) {
    const TemporaryFolder folder;
    const fs::path path = folder.write("a.json", "data");
    folder.write(".a.json.4711-0.part", "half");
    folder.write(".a.json.old.4711-0.part", "of another file");
    remove_leftovers(path);
    EXPECT_FALSE(fs::exists(folder.path() / ".a.json.4711-0.part"));
    EXPECT_TRUE(fs::exists(folder.path() / ".a.json.old.4711-0.part"));
}

TEST(AtomicFile, SaysWhereItCannotWrite) {
    const TemporaryFolder folder;
    const auto missing = write_atomically(folder.path() / "no-such-folder" / "a.json", "x");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().message(),
                HasSubstr("no-such-folder/a.json: cannot be written: No such file"));
    const auto directory = write_atomically(folder.path(), "x");
    ASSERT_FALSE(directory);
    EXPECT_THAT(directory.error().message(), HasSubstr("is a folder"));
}

}  // namespace
}  // namespace jinsha::io
