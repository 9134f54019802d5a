#include "paint/stored_picture.hpp"

#include <png.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace jinsha::paint {

namespace {

namespace fs = std::filesystem;

// A pixel counts as different when a channel is off by more than this, ...
constexpr int kSameColour = 40;
// ... which one in so many pixels may be; ...
constexpr int kOneDifferentIn = 5000;
// ... and of squares of 8 pixels the mean colour may be off by this at most: a missing dot of three pixels is
// off by 20.
constexpr int kSquarePx = 8;
constexpr double kSameMean = 6;

void write(const image::Image& picture, const fs::path& path) {
    fs::create_directories(path.parent_path());
    png_image writer{};
    writer.version = PNG_IMAGE_VERSION;
    writer.width = static_cast<png_uint_32>(picture.width_px());
    writer.height = static_cast<png_uint_32>(picture.height_px());
    writer.format = PNG_FORMAT_BGRA;
    if (!png_image_write_to_file(&writer, path.c_str(), 0, picture.bytes().data(), 0, nullptr)) {
        ADD_FAILURE() << path << ": " << writer.message;
    }
}

/// Empty when there is none.
image::Image read(const fs::path& path) {
    png_image reader{};
    reader.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&reader, path.c_str())) return {};
    reader.format = PNG_FORMAT_BGRA;
    image::Image picture{static_cast<int>(reader.width), static_cast<int>(reader.height)};
    if (!png_image_finish_read(&reader, nullptr, picture.bytes().data(), 0, nullptr)) return {};
    return picture;
}

int distance(const image::Image& a, const image::Image& b, int x, int y) {
    int most = 0;
    for (std::size_t i = 0; i < 4; ++i) most = std::max(most, std::abs(a.pixel(x, y)[i] - b.pixel(x, y)[i]));
    return most;
}

int count_different(const image::Image& a, const image::Image& b) {
    int count = 0;
    for (int y = 0; y < a.height_px(); ++y) {
        for (int x = 0; x < a.width_px(); ++x) count += distance(a, b, x, y) > kSameColour;
    }
    return count;
}

/// How far the mean colour of the square at (left, top) is off in the channel that is off most.
double mean_distance(const image::Image& a, const image::Image& b, int left, int top) {
    std::array<int, 4> sums{};
    int count = 0;
    for (int y = top; y < std::min(top + kSquarePx, a.height_px()); ++y) {
        for (int x = left; x < std::min(left + kSquarePx, a.width_px()); ++x, ++count) {
            for (std::size_t i = 0; i < 4; ++i) sums[i] += a.pixel(x, y)[i] - b.pixel(x, y)[i];
        }
    }
    int most = 0;
    for (const int sum : sums) most = std::max(most, std::abs(sum));
    return static_cast<double>(most) / count;
}

double worst_square(const image::Image& a, const image::Image& b) {
    double worst = 0;
    for (int y = 0; y < a.height_px(); y += kSquarePx) {
        for (int x = 0; x < a.width_px(); x += kSquarePx) worst = std::max(worst, mean_distance(a, b, x, y));
    }
    return worst;
}

image::Image differences(const image::Image& a, const image::Image& b) {
    image::Image picture{a.width_px(), a.height_px()};
    for (int y = 0; y < a.height_px(); ++y) {
        for (int x = 0; x < a.width_px(); ++x) {
            const auto pale = static_cast<std::uint8_t>(192 + b.pixel(x, y)[1] / 4);
            const bool differs = distance(a, b, x, y) > 8;
            const std::array<std::uint8_t, 4> bgra{differs ? std::uint8_t{0} : pale,
                                                   differs ? std::uint8_t{0} : pale,
                                                   differs ? std::uint8_t{255} : pale, 255};
            std::ranges::copy(bgra, picture.pixel(x, y).begin());
        }
    }
    return picture;
}

}  // namespace

testing::AssertionResult looks_like_stored(const image::Image& picture, const std::string& name) {
    const fs::path stored_path = fs::path{JINSHA_TEST_DIR} / "pictures" / (name + ".png");
    const char* store = std::getenv("JINSHA_STORE_PICTURES");
    if (store && std::string_view{store} == "1") {
        write(picture, stored_path);
        return testing::AssertionSuccess();
    }
    const image::Image stored = read(stored_path);
    const fs::path left = fs::current_path() / "pictures";
    if (stored.width_px() != picture.width_px() || stored.height_px() != picture.height_px()) {
        write(picture, left / (name + ".png"));
        return testing::AssertionFailure()
               << stored_path << " is missing or of another size; the picture is in " << left;
    }
    const int allowed = 1 + picture.width_px() * picture.height_px() / kOneDifferentIn;
    const int different = count_different(picture, stored);
    const double worst = worst_square(picture, stored);
    if (different <= allowed && worst <= kSameMean) return testing::AssertionSuccess();
    write(picture, left / (name + ".png"));
    write(differences(picture, stored), left / (name + ".differences.png"));
    return testing::AssertionFailure()
           << different << " pixels look different (" << allowed << " may), the worst square is off by "
           << worst << " levels (" << kSameMean << " may); see " << left;
}

}  // namespace jinsha::paint
