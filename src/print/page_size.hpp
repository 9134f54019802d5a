#pragma once

#include "error/error.hpp"
#include "print/page_geometry.hpp"

#include <string_view>

namespace jinsha::print {

/// The largest sides that are written: physical pixels of a picture, millimetres of a page.
inline constexpr int kMostPixels = 65'535;
inline constexpr double kMostMm = 5'000;

/// "A0" to "A5" (ISO 216, portrait), with "-landscape" or "-portrait" behind it; "297x210mm"; "1920x1080"
/// physical pixels, `dpi` of them an inch. The error says what was expected and found. A page whose picture
/// would be larger than `kMostPixels` is one too.
[[nodiscard]] Result<PageSize> read_page_size(std::string_view text, double dpi);

/// Whether `dpi` makes a picture of at least one pixel and at most `kMostPixels` on each side.
[[nodiscard]] Result<void> check_picture_size(PageSize size, double dpi);

}  // namespace jinsha::print
