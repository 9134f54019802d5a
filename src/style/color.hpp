#pragma once

namespace jinsha::style {

/// sRGB values from 0 to 1, straight (not premultiplied) alpha.
struct Color {
    double r{}, g{}, b{}, a{1};
    bool operator==(const Color&) const = default;
};

}  // namespace jinsha::style
