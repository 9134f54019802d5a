#include "symbol/icon_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace jinsha::symbol {
namespace {

using testing::HasSubstr;

TEST(IconFiles, TakesNamesOfAnyScript) {
    for (const char* name : {"pin", "theme-water-landscape", "公园", "a_b.c", "sub/pin"})
        EXPECT_TRUE(is_icon_file_name(name)) << name;
}

TEST(IconFiles, RefusesNamesThatLeadOutOfTheFolder) {
    for (const char* name : {"..", "../secret", "a/../../b", "/etc/passwd", "a//b", "a/", ".hidden", "a\\b",
                             "C:x", "file:///etc/passwd", ""})
        EXPECT_FALSE(is_icon_file_name(name)) << name;
    EXPECT_FALSE(is_icon_file_name(std::string_view{"a\0b", 3}));
    EXPECT_FALSE(is_icon_file_name("a\nb"));
}

TEST(IconFiles, SaysWhatAFolderInPlaceOfAFileIs) {
    const auto text = read_icon_file(testing::TempDir());
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message(), HasSubstr("directory"));
}

TEST(IconFiles, RefusesAFileThatIsTooLarge) {
    const auto path = std::filesystem::path{testing::TempDir()} / "jinsha-large.svg";
    std::ofstream{path} << "<svg/>";
    std::filesystem::resize_file(path, 5'000'000);
    const auto text = read_icon_file(path);
    ASSERT_FALSE(text);
    EXPECT_THAT(text.error().message(),
                HasSubstr("jinsha-large.svg: has 5000000 bytes, an icon may have 4000000"));
    std::filesystem::remove(path);
}

TEST(IconFiles, FindsNoFileWithANameThatIsTooLong) {
    const std::vector<std::filesystem::path> folders{testing::TempDir()};
    EXPECT_FALSE(find_icon_file(folders, std::string(10'000, 'a')));
}

}  // namespace
}  // namespace jinsha::symbol
