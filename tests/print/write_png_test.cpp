#include "print/export_image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::print {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// An empty folder for one test.
class WritePng : public testing::Test {
protected:
    void SetUp() override {
        folder_ =
            fs::path{testing::TempDir()} / testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator{folder_}) all.push_back(entry.path().filename());
        return all;
    }

    fs::path folder_;
};

image::Image colourful(int width, int height) {
    image::Image picture{width, height};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto p = picture.pixel(x, y);
            p[0] = static_cast<std::uint8_t>(x * 7);
            p[1] = static_cast<std::uint8_t>(y * 5);
            p[2] = static_cast<std::uint8_t>(x * y);
            p[3] = 255;
        }
    }
    return picture;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// The picture as libpng's own reader sees it: R, G, B.
std::vector<std::uint8_t> read_back(const fs::path& path, int& width, int& height) {
    png_image reader{};
    reader.version = PNG_IMAGE_VERSION;
    EXPECT_TRUE(png_image_begin_read_from_file(&reader, path.c_str())) << reader.message;
    EXPECT_EQ(reader.format, static_cast<png_uint_32>(PNG_FORMAT_RGB)) << "opaque, no palette";
    width = static_cast<int>(reader.width);
    height = static_cast<int>(reader.height);
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(reader));
    EXPECT_TRUE(png_image_finish_read(&reader, nullptr, pixels.data(), 0, nullptr));
    return pixels;
}

TEST_F(WritePng, WritesEveryPixel) {
    const image::Image picture = colourful(31, 17);
    ASSERT_TRUE(write_png(picture, 96, folder_ / "map.png"));
    int width{}, height{};
    const auto pixels = read_back(folder_ / "map.png", width, height);
    ASSERT_EQ(width, 31);
    ASSERT_EQ(height, 17);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto p = picture.pixel(x, y);
            const auto at = static_cast<std::size_t>(y * width + x) * 3;
            EXPECT_EQ(pixels[at], p[2]);
            EXPECT_EQ(pixels[at + 1], p[1]);
            EXPECT_EQ(pixels[at + 2], p[0]);
        }
    }
}

TEST_F(WritePng, GivesTheSameBytesInMemory) {
    const image::Image picture = colourful(301, 170);
    ASSERT_TRUE(write_png(picture, 96, folder_ / "map.png"));
    const auto bytes = encode_png(picture, 96);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(std::string(bytes->begin(), bytes->end()), bytes_of(folder_ / "map.png"));
}

TEST_F(WritePng, PutsWhatIsTransparentOnWhite) {
    image::Image picture{2, 1};
    picture.pixel(1, 0)[2] = 128;  // half transparent red, premultiplied
    picture.pixel(1, 0)[3] = 128;
    ASSERT_TRUE(write_png(picture, 96, folder_ / "map.png"));
    int width{}, height{};
    EXPECT_THAT(read_back(folder_ / "map.png", width, height), ElementsAre(255, 255, 255, 255, 127, 127));
}

TEST_F(WritePng, TellsTheDensity) {
    ASSERT_TRUE(write_png(colourful(3, 3), 300, folder_ / "map.png"));
    const std::string bytes = bytes_of(folder_ / "map.png");
    const auto chunk = bytes.find("pHYs");
    ASSERT_NE(chunk, std::string::npos);
    // 300 / 0.0254 = 11811 = 0x2e23 pixels per metre both ways; unit 1 is the metre (PNG, third
    // edition, 11.3.4.3).
    EXPECT_EQ(bytes.substr(chunk + 4, 9), std::string("\0\0\x2e\x23\0\0\x2e\x23\1", 9));
}

TEST_F(WritePng, GivesTheSameBytesForTheSamePicture) {
    ASSERT_TRUE(write_png(colourful(64, 40), 96, folder_ / "a.png"));
    ASSERT_TRUE(write_png(colourful(64, 40), 96, folder_ / "b.png"));
    EXPECT_EQ(bytes_of(folder_ / "a.png"), bytes_of(folder_ / "b.png"));
}

TEST_F(WritePng, ReplacesAnOldFileAndKeepsItsPermissions) {
    const fs::path path = folder_ / "map.png";
    std::ofstream{path} << "old";
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(write_png(colourful(3, 3), 96, path));
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(bytes_of(path).substr(1, 3), "PNG");
    EXPECT_THAT(names(), ElementsAre("map.png"));
}

TEST_F(WritePng, FollowsASymbolicLink) {
    std::ofstream{folder_ / "real.png"} << "old";
    fs::create_symlink("real.png", folder_ / "link.png");
    ASSERT_TRUE(write_png(colourful(3, 3), 96, folder_ / "link.png"));
    EXPECT_TRUE(fs::is_symlink(folder_ / "link.png"));
    EXPECT_EQ(bytes_of(folder_ / "real.png").substr(1, 3), "PNG");
}

TEST_F(WritePng, SaysThatTheFolderIsNotThere) {
    const auto written = write_png(colourful(3, 3), 96, folder_ / "nowhere" / "map.png");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message(),
                HasSubstr("nowhere/map.png: cannot write to its folder: No such file"));
}

TEST_F(WritePng, SaysThatAFolderStandsInTheWay) {
    fs::create_directory(folder_ / "map.png");
    const auto written = write_png(colourful(3, 3), 96, folder_ / "map.png");
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message(), HasSubstr("map.png: is there and is no file"));
    EXPECT_THAT(names(), ElementsAre("map.png"));
}

TEST_F(WritePng, LeavesTheOldFileWhenTheDiskIsFull) {
    const fs::path path = folder_ / "map.png";
    std::ofstream{path} << "old";
    ::rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const ::rlimit small{2000, before.rlim_max};  // stands for a full disk: writing more fails
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto written = write_png(colourful(400, 300), 96, path);
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, handler);

    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().message(), HasSubstr("map.png: cannot be written: File too large"));
    EXPECT_EQ(bytes_of(path), "old");
    EXPECT_THAT(names(), ElementsAre("map.png"));
}

}  // namespace
}  // namespace jinsha::print
