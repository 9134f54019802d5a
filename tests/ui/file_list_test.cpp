#include "ui/file_list.hpp"

#include "ui/sample_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FileList, ShowsFoldersFirstAndHidesWhatBeginsWithADot) {
    const auto folder = folder_of("/d", {"b.geojson", ".git/", "z/", ".cache", "a.geojson", "c/"});
    EXPECT_THAT(names_of(arranged(folder, {.filter = kAllFiles})),
                ElementsAre("c", "z", "a.geojson", "b.geojson"));
    EXPECT_THAT(names_of(arranged(folder, {.filter = kAllFiles, .shows_hidden = true})),
                ElementsAre(".git", "c", "z", ".cache", "a.geojson", "b.geojson"));
}

TEST(FileList, KeepsFoldersAndFilesOfTheFilterWhateverTheirCase) {
    const auto folder = folder_of("/d", {"town.MAP.JSON", "notes.txt", "roads.geojson", "old/", ".geojson"});
    EXPECT_THAT(names_of(arranged(folder, {.filter = kMaps})),
                ElementsAre("old", "roads.geojson", "town.MAP.JSON"));
}

TEST(FileList, SortsNamesByTheirKeys) {
    auto folder = folder_of("/d", {"重庆", "北京", "安康"});
    folder.entries[0].sort_key = "chong";
    folder.entries[1].sort_key = "bei";
    folder.entries[2].sort_key = "an";
    EXPECT_THAT(names_of(arranged(folder, {.filter = kAllFiles})), ElementsAre("安康", "北京", "重庆"));
    EXPECT_THAT(names_of(arranged(folder, {.filter = kAllFiles, .is_descending = true})),
                ElementsAre("重庆", "北京", "安康"));
}

TEST(FileList, SortsByTimeAndSizeAndThenByName) {
    auto folder = folder_of("/d", {"b", "a", "c"});
    folder.entries[0].modified_s = 10;
    folder.entries[1].modified_s = 20;
    folder.entries[2].modified_s = 10;
    folder.entries[0].size = folder.entries[1].size = folder.entries[2].size = 5;
    const auto by_time =
        arranged(folder, {.filter = kAllFiles, .order = FileOrder::Time, .is_descending = true});
    EXPECT_THAT(names_of(by_time), ElementsAre("a", "b", "c"));
    EXPECT_THAT(names_of(arranged(folder, {.filter = kAllFiles, .order = FileOrder::Size})),
                ElementsAre("a", "b", "c"));
}

TEST(FileList, FindsTheNextNameThatBeginsWithWhatIsTyped) {
    const auto folder = folder_of("/d", {"alpha", "Beta", "bingo", "金沙湖"});
    const auto rows = arranged(folder, {.filter = kAllFiles});
    EXPECT_EQ(names_of(rows), (std::vector<std::string>{"Beta", "alpha", "bingo", "金沙湖"}));
    EXPECT_EQ(row_beginning_with(rows, "b", 0), 0U);
    EXPECT_EQ(row_beginning_with(rows, "B", 1), 2U);
    EXPECT_EQ(row_beginning_with(rows, "b", 3), 0U) << "goes on from the top";
    EXPECT_EQ(row_beginning_with(rows, "金沙", 0), 3U);
    EXPECT_EQ(row_beginning_with(rows, "x", 0), std::nullopt);
    EXPECT_EQ(row_beginning_with({}, "x", 0), std::nullopt);
}

TEST(FileList, CompletesToWhatAllHaveInCommon) {
    const auto folder = folder_of("/d", {"金沙湖.geojson", "金沙江.geojson", "其他.txt"});
    const auto rows = completions(folder, kMaps, "金");
    EXPECT_THAT(names_of(rows), ElementsAre("金沙江.geojson", "金沙湖.geojson"));
    EXPECT_EQ(common_beginning(rows), "金沙") << "湖 and 江 begin with the same byte";
    EXPECT_EQ(common_beginning({}), "");
}

TEST(FileList, CompletesToHiddenNamesOnlyAfterADot) {
    const auto folder = folder_of("/d", {".config/", "code/"});
    EXPECT_THAT(names_of(completions(folder, kAllFiles, "")), ElementsAre("code"));
    EXPECT_THAT(names_of(completions(folder, kAllFiles, ".c")), ElementsAre(".config"));
    EXPECT_THAT(completions(folder, kAllFiles, "x"), IsEmpty());
}

}  // namespace
}  // namespace jinsha::ui
