#include "print/png_encoder.hpp"

#include "print/export_image.hpp"

#include <zlib.h>

#include <array>
#include <cassert>
#include <cmath>

namespace jinsha::print {

namespace {

constexpr double kMetresPerInch = 0.0254;
// Measured on a map of 3840 x 2160: half the time of level 6 for a file a little larger.
constexpr int kCompressionLevel = 1;

void append_number(std::string& to, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>(number >> shift & 0xFF);
}

/// What stands in front of the deflated rows of a band in the text that encode() makes: their Adler-32 and
/// their length before.
struct BandHead {
    std::uint32_t checksum{};
    std::uint64_t length{};
};

/// Deflated to a whole byte, the last band to the end of the stream.
std::string deflated(const std::string& rows, bool is_last) {
    z_stream stream{};
    // Raw (negative window bits): header and checksum of the stream stand round all bands.
    [[maybe_unused]] int state =
        deflateInit2(&stream, kCompressionLevel, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    assert(state == Z_OK);
    std::string out(deflateBound(&stream, rows.size()) + 16, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rows.data()));
    stream.avail_in = static_cast<uInt>(rows.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    state = deflate(&stream, is_last ? Z_FINISH : Z_SYNC_FLUSH);
    assert(state == (is_last ? Z_STREAM_END : Z_OK) && stream.avail_in == 0);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// B, G, R, A premultiplied to R, G, B on white.
void to_rgb(const image::Image& band, int row, char* to) {
    const std::uint8_t* from = band.pixel(0, row).data();
    for (int x = 0; x < band.width_px(); ++x, from += 4, to += 3) {
        const int white = 255 - from[3];
        to[0] = static_cast<char>(from[2] + white);
        to[1] = static_cast<char>(from[1] + white);
        to[2] = static_cast<char>(from[0] + white);
    }
}

}  // namespace

std::string rgb_rows(const image::Image& band) {
    const std::size_t stride = static_cast<std::size_t>(band.width_px()) * 3;
    std::string rows(stride * static_cast<std::size_t>(band.height_px()), '\0');
    for (int y = 0; y < band.height_px(); ++y)
        to_rgb(band, y, rows.data() + stride * static_cast<std::size_t>(y));
    return rows;
}

Result<void> PngEncoder::write_chunk(const char* type, std::string_view data) {
    std::string head;
    append_number(head, static_cast<std::uint32_t>(data.size()));
    head += type;
    unsigned long crc = crc32(0, reinterpret_cast<const Bytef*>(type), 4);
    // zlib takes a null pointer, as that of nothing may be, for the wish to begin anew.
    if (!data.empty()) crc = crc32_z(crc, reinterpret_cast<const Bytef*>(data.data()), data.size());
    std::string tail;
    append_number(tail, static_cast<std::uint32_t>(crc));
    for (const std::string_view part : {std::string_view{head}, data, std::string_view{tail}}) {
        if (auto written = sink_(part); !written) return written;
    }
    return {};
}

Result<void> PngEncoder::begin(const PictureSpec& picture) {
    if (auto written = sink_(std::string_view{"\x89PNG\r\n\x1a\n", 8}); !written) return written;
    std::string header;
    append_number(header, static_cast<std::uint32_t>(picture.width_px));
    append_number(header, static_cast<std::uint32_t>(picture.height_px));
    header += std::string_view{"\x08\x02\x00\x00\x00", 5};  // 8 bit, RGB, deflate, no interlace
    if (auto written = write_chunk("IHDR", header); !written) return written;
    std::string density;
    const auto dots_per_metre = static_cast<std::uint32_t>(std::lround(picture.dpi / kMetresPerInch));
    append_number(density, dots_per_metre);
    append_number(density, dots_per_metre);
    density += '\x01';
    return write_chunk("pHYs", density);
}

std::string PngEncoder::encode(const image::Image& band, bool is_last) const {
    const std::size_t stride = static_cast<std::size_t>(band.width_px()) * 3 + 1;
    std::string rows(stride * static_cast<std::size_t>(band.height_px()), '\0');  // each begins with filter 0
    for (int y = 0; y < band.height_px(); ++y)
        to_rgb(band, y, rows.data() + stride * static_cast<std::size_t>(y) + 1);
    const BandHead head{
        static_cast<std::uint32_t>(adler32_z(1, reinterpret_cast<const Bytef*>(rows.data()), rows.size())),
        rows.size()};
    std::string encoded(reinterpret_cast<const char*>(&head), sizeof head);
    encoded += deflated(rows, is_last);
    return encoded;
}

Result<void> PngEncoder::append(std::string encoded) {
    BandHead head;
    std::copy_n(encoded.data(), sizeof head, reinterpret_cast<char*>(&head));
    checksum_ = adler32_combine(checksum_, head.checksum, static_cast<z_off_t>(head.length));
    // The head's room is used for the header of the stream: deflate, window of 32 kB, fastest.
    std::string_view data = std::string_view{encoded}.substr(sizeof head);
    if (!has_begun_) {
        static_assert(sizeof head >= 2);
        encoded[sizeof head - 2] = '\x78';
        encoded[sizeof head - 1] = '\x01';
        data = std::string_view{encoded}.substr(sizeof head - 2);
        has_begun_ = true;
    }
    return write_chunk("IDAT", data);
}

Result<std::vector<std::uint8_t>> encode_png(const image::Image& picture, double dpi) {
    assert(!picture.is_empty() && dpi > 0);
    std::vector<std::uint8_t> bytes;
    PngEncoder encoder{[&](std::string_view more) -> Result<void> {
        bytes.insert(bytes.end(), more.begin(), more.end());
        return {};
    }};
    if (auto done = encoder.begin({picture.width_px(), picture.height_px(), dpi, {}, 0}); !done)
        return tl::make_unexpected(done.error());
    if (auto done = encoder.append(encoder.encode(picture, true)); !done)
        return tl::make_unexpected(done.error());
    return encoder.finish().map([&] { return std::move(bytes); });
}

Result<void> PngEncoder::finish() {
    std::string checksum;
    append_number(checksum, static_cast<std::uint32_t>(checksum_));
    if (auto written = write_chunk("IDAT", checksum); !written) return written;
    return write_chunk("IEND", {});
}

}  // namespace jinsha::print
