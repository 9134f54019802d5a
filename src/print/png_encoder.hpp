#pragma once

#include "print/page_raster.hpp"

namespace jinsha::print {

/// Writes an opaque PNG (RGB, 8 bit) with its density (pHYs), one IDAT chunk a band. Bands are deflated each
/// on its own, so that all cores can do it (PNG, third edition; RFC 1950 and 1951).
class PngEncoder final : public RowEncoder {
public:
    explicit PngEncoder(ByteSink sink) : sink_{std::move(sink)} {}

    Result<void> begin(const PictureSpec& picture) override;
    [[nodiscard]] std::string encode(const image::Image& band, bool is_last) const override;
    Result<void> append(std::string encoded) override;
    Result<void> finish() override;

private:
    [[nodiscard]] Result<void> write_chunk(const char* type, std::string_view data);

    ByteSink sink_;
    unsigned long checksum_{1};  // Adler-32 of all rows so far
    bool has_begun_{};
};

/// Pixels as rows of R, G, B.
[[nodiscard]] std::string rgb_rows(const image::Image& band);

}  // namespace jinsha::print
