#include "print/export_image.hpp"
#include "print/file_replacement.hpp"

#include <png.h>

#include <cassert>
#include <cerrno>
#include <cmath>
#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace jinsha::print {

namespace {

constexpr double kMetresPerInch = 0.0254;
// Measured on a map of 3840 x 2160: half the time of level 6 for a file a little larger.
constexpr int kCompressionLevel = 1;

/// libpng's structs, freed together.
struct PngWriter {
    png_structp png{};
    png_infop info{};

    PngWriter() {
        png = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, remember,
                                      [](png_structp, png_const_charp) {});
        if (png) info = png_create_info_struct(png);
    }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;
    ~PngWriter() { png_destroy_write_struct(&png, &info); }

    std::string message;

private:
    [[noreturn]] static void remember(png_structp png, png_const_charp message) {
        static_cast<PngWriter*>(png_get_error_ptr(png))->message = message;
        png_longjmp(png, 1);
    }
};

/// B, G, R, A premultiplied to R, G, B on white.
void to_opaque_row(const std::uint8_t* from, int width, std::uint8_t* to) {
    for (int x = 0; x < width; ++x, from += 4, to += 3) {
        const int white = 255 - from[3];
        to[0] = static_cast<std::uint8_t>(from[2] + white);
        to[1] = static_cast<std::uint8_t>(from[1] + white);
        to[2] = static_cast<std::uint8_t>(from[0] + white);
    }
}

/// False when libpng gave up; its message is in `writer`. libpng leaves by longjmp, so nothing in here may
/// need to be destroyed.
bool write_picture(PngWriter& writer, const image::Image& picture, double dpi, std::FILE* stream,
                   std::uint8_t* row) {
    if (setjmp(png_jmpbuf(writer.png)) != 0) return false;
    png_init_io(writer.png, stream);
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(picture.width_px()),
                 static_cast<png_uint_32>(picture.height_px()), 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto dots_per_metre = static_cast<png_uint_32>(std::lround(dpi / kMetresPerInch));
    png_set_pHYs(writer.png, writer.info, dots_per_metre, dots_per_metre, PNG_RESOLUTION_METER);
    png_set_compression_level(writer.png, kCompressionLevel);
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(writer.png, writer.info);
    for (int y = 0; y < picture.height_px(); ++y) {
        to_opaque_row(picture.pixel(0, y).data(), picture.width_px(), row);
        png_write_row(writer.png, row);
    }
    png_write_end(writer.png, nullptr);
    return true;
}

/// The error says what the system or libpng said.
Result<void> encode(const image::Image& picture, double dpi, std::FILE* stream) {
    assert(!picture.is_empty() && dpi > 0);
    PngWriter writer;
    if (!writer.info) return fail("no memory to write a PNG");
    std::vector<std::uint8_t> row(static_cast<std::size_t>(picture.width_px()) * 3);
    errno = 0;
    if (write_picture(writer, picture, dpi, stream, row.data())) return {};
    const char* reason = errno != 0 ? std::strerror(errno) : writer.message.c_str();
    return fail("cannot be written: {}", reason);
}

/// A stream into memory.
class MemoryStream {
public:
    MemoryStream() : stream_{open_memstream(&bytes_, &size_)} {}
    MemoryStream(const MemoryStream&) = delete;
    MemoryStream& operator=(const MemoryStream&) = delete;
    ~MemoryStream() {
        if (stream_ != nullptr) std::fclose(stream_);
        std::free(bytes_);
    }
    [[nodiscard]] std::FILE* get() const noexcept { return stream_; }  // null: there is no memory
    [[nodiscard]] std::vector<std::uint8_t> bytes() const {
        std::fflush(stream_);
        return {bytes_, bytes_ + size_};
    }

private:
    char* bytes_{};
    std::size_t size_{};
    std::FILE* stream_;
};

}  // namespace

Result<void> write_png(const image::Image& picture, double dpi, const std::filesystem::path& path) {
    const auto with_name = [&](const Error& error) { return error.in(path.string()); };
    auto file = FileReplacement::of(path);
    if (!file) return tl::make_unexpected(with_name(file.error()));
    if (const auto written = encode(picture, dpi, file->stream()); !written) {
        return tl::make_unexpected(with_name(written.error()));
    }
    return file->commit().map_error(with_name);
}

Result<std::vector<std::uint8_t>> encode_png(const image::Image& picture, double dpi) {
    const MemoryStream memory;
    if (memory.get() == nullptr) return fail("no memory to write a PNG");
    return encode(picture, dpi, memory.get()).map([&] { return memory.bytes(); });
}

}  // namespace jinsha::print
