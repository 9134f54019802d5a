#include "app/export_memory.hpp"

#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;

class ExportMemoryOnDisk : public testing::Test {
protected:
    [[nodiscard]] fs::path file() const { return folder / "last-export.json"; }
    void write(const std::string& text) const {
        fs::create_directories(folder);
        std::ofstream{file(), std::ios::binary} << text;
    }

    TemporaryFolder own;
    fs::path folder{own.path() / "new"};
};

TEST_F(ExportMemoryOnDisk, KeepsAChoiceFromRunToRunButNotItsTitles) {
    ui::ExportChoice choice;
    choice.page = ui::ExportChoice::Page::A3;
    choice.format = ui::ExportChoice::Format::Pdf;
    choice.title = "西区";
    choice.dpi = 600;
    choice.has_grid = false;
    ExportMemory{file()}.keep(choice);
    choice.title.clear();
    EXPECT_EQ(ExportMemory{file()}.choice(), choice);
}

TEST_F(ExportMemoryOnDisk, KeepsWhereTheLastFileWasPut) {
    ExportMemory{file()}.keep_folder("/图/报告");
    EXPECT_EQ(ExportMemory{file()}.folder(), "/图/报告");
}

TEST_F(ExportMemoryOnDisk, TakesWhatItCannotReadAsItUsuallyIs) {
    for (const char* text : {"", "{", "[]", R"({"page": 7, "format": "bmp", "dpi": "many", "grid": 1})"}) {
        write(text);
        EXPECT_EQ(ExportMemory{file()}.choice(), ui::ExportChoice{}) << text;
    }
    write(R"({"page": "slide", "dpi": 299, "grid": false, "unknown": 1})");
    const ExportMemory memory{file()};
    EXPECT_EQ(memory.choice().page, ui::ExportChoice::Page::Slide);
    EXPECT_EQ(memory.choice().dpi, 150);
    EXPECT_FALSE(memory.choice().has_grid);
}

}  // namespace
}  // namespace jinsha::app
