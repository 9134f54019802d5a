#pragma once

namespace jinsha::print {

// A page is measured in CSS pixels (1/96 inch) from its upper left corner, x right, y down, whatever it is
// written as: a picture has `pixel ratio` physical pixels in one of them, a PDF 0.75 points.

inline constexpr double kPxPerInch = 96;
inline constexpr double kMmPerInch = 25.4;

[[nodiscard]] constexpr double px_of_mm(double mm) noexcept {
    return mm * kPxPerInch / kMmPerInch;
}
[[nodiscard]] constexpr double px_of_pt(double points) noexcept {
    return points * kPxPerInch / 72;
}

struct PagePoint {
    double x{}, y{};
    bool operator==(const PagePoint&) const = default;
};

struct PageSize {
    double width{}, height{};
    bool operator==(const PageSize&) const = default;
};

struct PageRect {
    double left{}, top{}, width{}, height{};
    bool operator==(const PageRect&) const = default;

    [[nodiscard]] double right() const noexcept { return left + width; }
    [[nodiscard]] double bottom() const noexcept { return top + height; }
    [[nodiscard]] PagePoint center() const noexcept { return {left + width / 2, top + height / 2}; }
    [[nodiscard]] bool is_empty() const noexcept { return !(width > 0 && height > 0); }
    [[nodiscard]] PageRect grown(double by) const noexcept {
        return {left - by, top - by, width + 2 * by, height + 2 * by};
    }
};

}  // namespace jinsha::print
