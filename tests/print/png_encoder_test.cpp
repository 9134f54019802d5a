#include "print/png_encoder.hpp"

#include "print/export_image.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <png.h>

#include <algorithm>
#include <string>
#include <vector>

namespace jinsha::print {
namespace {

using testing::ElementsAre;

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

std::string encoded(const image::Image& picture, double dpi = 96) {
    const auto bytes = encode_png(picture, dpi);
    EXPECT_TRUE(bytes);
    return {bytes->begin(), bytes->end()};
}

/// The same in bands of so many rows.
std::string encoded_in_bands(const image::Image& picture, int height) {
    std::string file;
    PngEncoder encoder{[&](std::string_view bytes) -> Result<void> {
        file += bytes;
        return {};
    }};
    EXPECT_TRUE(encoder.begin({picture.width_px(), picture.height_px(), 96, {}, 1}));
    for (int top = 0; top < picture.height_px(); top += height) {
        image::Image band{picture.width_px(), std::min(height, picture.height_px() - top)};
        const auto rows = picture.bytes().subspan(static_cast<std::size_t>(top * picture.stride_bytes()),
                                                  band.bytes().size());
        std::ranges::copy(rows, band.bytes().begin());
        EXPECT_TRUE(encoder.append(encoder.encode(band, top + height >= picture.height_px())));
    }
    EXPECT_TRUE(encoder.finish());
    return file;
}

/// The picture as libpng's own reader sees it: R, G, B.
std::vector<std::uint8_t> read_back(const std::string& file, int& width, int& height) {
    png_image reader{};
    reader.version = PNG_IMAGE_VERSION;
    EXPECT_TRUE(png_image_begin_read_from_memory(&reader, file.data(), file.size())) << reader.message;
    EXPECT_EQ(reader.format, static_cast<png_uint_32>(PNG_FORMAT_RGB)) << "opaque, no palette";
    width = static_cast<int>(reader.width);
    height = static_cast<int>(reader.height);
    std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(reader));
    EXPECT_TRUE(png_image_finish_read(&reader, nullptr, pixels.data(), 0, nullptr)) << reader.message;
    return pixels;
}

void expect_pixels(const std::string& file, const image::Image& picture) {
    int width{}, height{};
    const auto pixels = read_back(file, width, height);
    ASSERT_EQ(width, picture.width_px());
    ASSERT_EQ(height, picture.height_px());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto p = picture.pixel(x, y);
            const auto at = static_cast<std::size_t>(y * width + x) * 3;
            ASSERT_EQ(pixels[at], p[2]);
            ASSERT_EQ(pixels[at + 1], p[1]);
            ASSERT_EQ(pixels[at + 2], p[0]);
        }
    }
}

TEST(PngEncoder, WritesEveryPixel) {
    const image::Image picture = colourful(31, 17);
    expect_pixels(encoded(picture), picture);
}

TEST(PngEncoder, WritesThePictureInBandsOfAnyHeight) {
    const image::Image picture = colourful(301, 170);
    for (const int height : {1, 7, 64, 169, 170, 300})
        expect_pixels(encoded_in_bands(picture, height), picture);
}

TEST(PngEncoder, PutsWhatIsTransparentOnWhite) {
    image::Image picture{2, 1};
    picture.pixel(1, 0)[2] = 128;  // half transparent red, premultiplied
    picture.pixel(1, 0)[3] = 128;
    int width{}, height{};
    EXPECT_THAT(read_back(encoded(picture), width, height), ElementsAre(255, 255, 255, 255, 127, 127));
}

TEST(PngEncoder, TellsTheDensity) {
    const std::string bytes = encoded(colourful(3, 3), 300);
    const auto chunk = bytes.find("pHYs");
    ASSERT_NE(chunk, std::string::npos);
    // 300 / 0.0254 = 11811 = 0x2e23 pixels per metre both ways; unit 1 is the metre (PNG, third
    // edition, 11.3.4.3).
    EXPECT_EQ(bytes.substr(chunk + 4, 9), std::string("\0\0\x2e\x23\0\0\x2e\x23\1", 9));
}

TEST(PngEncoder, GivesTheSameBytesForTheSamePicture) {
    EXPECT_EQ(encoded(colourful(64, 40)), encoded(colourful(64, 40)));
}

TEST(PngEncoder, PassesOnWhatTheSinkHasToSay) {
    int room = 100;
    PngEncoder encoder{[&](std::string_view bytes) -> Result<void> {
        room -= static_cast<int>(bytes.size());
        if (room < 0) return fail("the disk is full");
        return {};
    }};
    const image::Image picture = colourful(100, 100);
    ASSERT_TRUE(encoder.begin({100, 100, 96, {}, 1}));
    const auto appended = encoder.append(encoder.encode(picture, true));
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().message(), "the disk is full");
}

}  // namespace
}  // namespace jinsha::print
