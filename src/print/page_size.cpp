#include "print/page_size.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace jinsha::print {

namespace {

struct Paper {
    std::string_view name;
    double width_mm, height_mm;
};

constexpr std::array<Paper, 6> kPapers{{{"A0", 841, 1189},
                                        {"A1", 594, 841},
                                        {"A2", 420, 594},
                                        {"A3", 297, 420},
                                        {"A4", 210, 297},
                                        {"A5", 148, 210}}};

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

std::optional<PageSize> named_size(std::string_view text) {
    const bool is_landscape = take_suffix(text, "-landscape");
    if (!is_landscape) take_suffix(text, "-portrait");
    for (const Paper& paper : kPapers) {
        if (paper.name != text) continue;
        PageSize size{px_of_mm(paper.width_mm), px_of_mm(paper.height_mm)};
        if (is_landscape) std::swap(size.width, size.height);
        return size;
    }
    return std::nullopt;
}

/// "WxH", both numbers; nothing else before, between or behind.
std::optional<std::pair<double, double>> two_numbers(std::string_view text) {
    double width{}, height{};
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
    return std::pair{width, height};
}

}  // namespace

Result<void> check_picture_size(PageSize size, double dpi) {
    const double width = std::round(size.width * dpi / kPxPerInch);
    const double height = std::round(size.height * dpi / kPxPerInch);
    if (width >= 1 && height >= 1 && width <= kMostPixels && height <= kMostPixels) return {};
    return fail("a picture of {:.0f} × {:.0f} pixels cannot be made, each side must be from 1 to {}", width,
                height, kMostPixels);
}

Result<PageSize> read_page_size(std::string_view text, double dpi) {
    if (const auto size = named_size(text)) return *size;
    std::string_view numbers = text;
    const bool is_mm = take_suffix(numbers, "mm");
    const auto sides = two_numbers(numbers);
    if (!sides) {
        return fail(
            "expected A0 to A5, with -landscape behind it or not, 297x210mm, or 1920x1080 pixels, "
            "found \"{}\"",
            text);
    }
    const auto& [width, height] = *sides;
    const double most = is_mm ? kMostMm : kMostPixels;
    const bool is_whole = is_mm || (width == std::floor(width) && height == std::floor(height));
    if (!(is_whole && width >= 1 && height >= 1 && width <= most && height <= most)) {
        return fail("expected sides from 1 to {} {}, found \"{}\"", most,
                    is_mm ? "millimetres" : "whole pixels", text);
    }
    const double px = is_mm ? kPxPerInch / kMmPerInch : kPxPerInch / dpi;
    return PageSize{width * px, height * px};
}

}  // namespace jinsha::print
