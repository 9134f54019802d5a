#pragma once

#include "paint/painter.hpp"
#include "scene/display_list.hpp"

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace jinsha::paint {

struct Px {
    double x{}, y{};
};

inline scene::SubPixelPoint sub_pixel(Px p) {
    return {static_cast<std::int32_t>(std::lround(p.x * scene::kSubPixels)),
            static_cast<std::int32_t>(std::lround(p.y * scene::kSubPixels))};
}

inline constexpr style::Color kWhite{1, 1, 1, 1}, kBlack{0, 0, 0, 1}, kRed{1, 0, 0, 1}, kBlue{0, 0, 1, 1};

/// Writes display lists by hand, in pixels.
class ListMaker {
public:
    ListMaker(int width_px, int height_px, style::Color background = kWhite) {
        list.width_px = width_px;
        list.height_px = height_px;
        list.background = background;
    }

    /// Rings are closed by themselves.
    void fill(const std::vector<Px>& ring, style::Color color, std::uint32_t group = 0,
              bool antialias = true) {
        const std::uint32_t first = part(ring);
        list.add_fill({first, first + 1}, {color, antialias, group});
    }
    void box(Px upper_left, Px lower_right, style::Color color, std::uint32_t group = 0) {
        fill({upper_left, {upper_left.x, lower_right.y}, lower_right, {lower_right.x, upper_left.y}}, color,
             group);
    }
    void stroke(const std::vector<Px>& line, scene::StrokePaint paint, double dash_offset_px = 0,
                bool closed = false) {
        const std::uint32_t first = part(line);
        list.add_stroke({first, first + 1}, std::move(paint), std::vector{dash_offset_px}, closed);
    }
    void circle(Px center, const scene::CirclePaint& paint) { list.add_circle(sub_pixel(center), paint); }

    [[nodiscard]] image::Image painted() const {
        image::Image picture{list.width_px, list.height_px};
        const std::atomic<bool> cancelled{false};
        paint(list, picture, cancelled);
        return picture;
    }

    scene::DisplayList list;

private:
    std::uint32_t part(const std::vector<Px>& points) {
        for (const Px& p : points) list.points.push_back(sub_pixel(p));
        list.part_ends.push_back(static_cast<std::uint32_t>(list.points.size()));
        return static_cast<std::uint32_t>(list.part_ends.size() - 1);
    }
};

/// A pixel as R, G, B.
struct Rgb {
    int r{}, g{}, b{};
    bool operator==(const Rgb&) const = default;
};

inline Rgb rgb(const image::Image& picture, int x, int y) {
    const auto p = picture.pixel(x, y);
    return {p[2], p[1], p[0]};
}

/// How much black ink lies on white: the sum of missing light in whole pixels.
inline double ink(const image::Image& picture) {
    double sum = 0;
    for (int y = 0; y < picture.height_px(); ++y) {
        for (int x = 0; x < picture.width_px(); ++x) sum += (255 - picture.pixel(x, y)[1]) / 255.0;
    }
    return sum;
}

}  // namespace jinsha::paint
