#pragma once

#include "image/image.hpp"
#include "symbol/rgb.hpp"

#include <cmath>
#include <cstdlib>
#include <numbers>
#include <ostream>

namespace jinsha::symbol {

inline void PrintTo(const Rgb& color, std::ostream* out) {
    *out << "rgb " << int{color.r} << ' ' << int{color.g} << ' ' << int{color.b};
}

/// The pixel at an angle (degrees clockwise from the top) and a distance in pixels from the picture's middle.
struct PixelAround {
    Rgb color;  // as it is, premultiplied
    int alpha{};
};

inline PixelAround pixel_around(const image::Image& picture, double angle_deg, double radius_px) {
    const double angle = angle_deg * std::numbers::pi / 180;
    const auto pixel =
        picture.pixel(static_cast<int>(picture.width_px() / 2.0 + radius_px * std::sin(angle)),
                      static_cast<int>(picture.height_px() / 2.0 - radius_px * std::cos(angle)));
    return {{pixel[2], pixel[1], pixel[0]}, pixel[3]};
}

inline bool is_near(Rgb a, Rgb b, int tolerance = 6) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance &&
           std::abs(a.b - b.b) <= tolerance;
}

/// How many pixels are more opaque than not.
inline int ink(const image::Image& picture) {
    int count = 0;
    for (int y = 0; y < picture.height_px(); ++y)
        for (int x = 0; x < picture.width_px(); ++x) count += picture.pixel(x, y)[3] > 127;
    return count;
}

}  // namespace jinsha::symbol
