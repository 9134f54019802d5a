#include "io/whole_file.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>

#include <filesystem>

namespace jinsha::io {
namespace {

TEST(WholeFile, KeepsItsTextWhenTheFileIsCutOff) {
    const TemporaryFolder folder;
    const auto path = folder.write("a.geojson", std::string(100'000, 'x'));
    const auto file = WholeFile::open(path).value();
    std::filesystem::resize_file(path, 10);
    EXPECT_EQ(file.text(), std::string(100'000, 'x'));
}

TEST(WholeFile, MayBeEmpty) {
    const TemporaryFolder folder;
    EXPECT_EQ(WholeFile::open(folder.write("empty", "")).value().text(), "");
}

TEST(WholeFile, SaysWhyItCannotBeRead) {
    const TemporaryFolder folder;
    EXPECT_EQ(WholeFile::open(folder.path() / "none").error().message(),
              "cannot be read: No such file or directory");
    EXPECT_EQ(WholeFile::open(folder.path()).error().message(), "cannot be read: Is a directory");
}

}  // namespace
}  // namespace jinsha::io
