#include "app/folder_reader.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <future>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

class Folder : public testing::Test {
protected:
    TemporaryFolder own;
    fs::path folder{own.path()};
};

const ui::FolderEntry& entry(const ui::FolderListing& listing, std::string_view name) {
    const auto found = std::ranges::find(listing.entries, name, &ui::FolderEntry::name);
    if (found == listing.entries.end()) throw std::out_of_range{std::string{name}};
    return *found;
}

TEST_F(Folder, IsReadWithKindSizeAndTime) {
    fs::create_directory(folder / "子文件夹");
    std::ofstream{folder / "a.geojson"} << "12345";
    const auto listing = read_folder(folder);
    EXPECT_EQ(listing.folder, folder);
    EXPECT_EQ(listing.fault, "");
    EXPECT_EQ(listing.entries.size(), 2U);
    EXPECT_TRUE(entry(listing, "子文件夹").is_folder());
    EXPECT_EQ(entry(listing, "a.geojson").size, 5U);
    EXPECT_GT(entry(listing, "a.geojson").modified_s, 1'600'000'000);
}

TEST_F(Folder, FollowsLinksAndKeepsThoseThatLeadNowhere) {
    fs::create_directory(folder / "real");
    fs::create_directory_symlink("real", folder / "link");
    fs::create_symlink("nowhere", folder / "broken");
    const auto listing = read_folder(folder);
    EXPECT_TRUE(entry(listing, "link").is_folder());
    EXPECT_FALSE(entry(listing, "broken").is_folder());
}

TEST_F(Folder, SaysWhyItCannotBeRead) {
    EXPECT_THAT(read_folder(folder / "none").fault, HasSubstr("No such file"));
    std::ofstream{folder / "file"} << "x";
    EXPECT_THAT(read_folder(folder / "file").fault, HasSubstr("Not a directory"));
    if (geteuid() == 0) return;  // who may do everything may read every folder
    fs::create_directory(folder / "closed");
    fs::permissions(folder / "closed", fs::perms::none);
    EXPECT_THAT(read_folder(folder / "closed").fault, HasSubstr("Permission denied"));
    fs::permissions(folder / "closed", fs::perms::owner_all);
}

TEST_F(Folder, IsMadeAndRead) {
    EXPECT_EQ(make_folder(folder / "新建").fault, "");
    EXPECT_TRUE(fs::is_directory(folder / "新建"));
    EXPECT_THAT(make_folder(folder / "新建").fault, HasSubstr("File exists"));
    EXPECT_NE(make_folder(folder / "none" / "x").fault, "");
}

TEST(FolderReader, DoesNotLetASlowFolderHoldUpOthers) {
    std::promise<void> woken;
    std::promise<void> slow_may_end;
    auto gate = slow_may_end.get_future().share();
    FolderReader reader{[&] { woken.set_value(); }};
    reader.start(
        [gate](const fs::path& path) {
            gate.wait();
            return ui::FolderListing{path, {}, {}};
        },
        "/slow");
    reader.start([](const fs::path& path) { return ui::FolderListing{path, {}, {}}; }, "/quick");
    woken.get_future().wait();
    const auto first = reader.take();
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first.front()->folder, "/quick");
    woken = {};
    slow_may_end.set_value();
    woken.get_future().wait();
    EXPECT_EQ(reader.take().size(), 1U);
}

TEST(FolderReader, MayEndWhileAFolderIsStillBeingRead) {
    std::promise<void> may_end;
    auto gate = may_end.get_future().share();
    auto ended = std::make_shared<std::promise<void>>();
    {
        FolderReader reader{[] { FAIL() << "nobody is there to be woken"; }};
        reader.start(
            [gate, ended](const fs::path& path) {
                gate.wait();
                ended->set_value();
                return ui::FolderListing{path, {}, {}};
            },
            "/slow");
    }
    may_end.set_value();
    ended->get_future().wait();
}

}  // namespace
}  // namespace jinsha::app
