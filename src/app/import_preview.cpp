#include "app/import_preview.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace jinsha::app {

namespace {

constexpr double kPointPx = 8;  // CSS pixels
constexpr double kDotPx = 3;
constexpr double kStepPx = 6;
constexpr double kHaloPx = 1;
constexpr std::size_t kMostDots = 20'000;

/// Gathers the dots of a picture.
class Dots {
public:
    Dots(const map::View& view, double pixel_ratio) : view_{view}, ratio_{pixel_ratio} {}

    [[nodiscard]] bool is_full() const noexcept { return dots_.size() >= kMostDots; }

    void add(const geo::GeometryView& geometry) {
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            if (geometry.type == geo::GeometryType::Point) {
                for (const geo::MapPoint& p : geometry.part(i)) add_dot(view_.to_screen(p), kPointPx);
            } else {
                add_line(geometry.part(i));
            }
        }
    }

    void draw(screen::QuadPainter& quads, const PreviewLook& look) const {
        std::vector<screen::Quad> halos = dots_;
        const double halo = std::max(1.0, std::round(kHaloPx * ratio_));
        for (screen::Quad& quad : halos) {
            quad.left -= halo;
            quad.top -= halo;
            quad.right += halo;
            quad.bottom += halo;
        }
        quads.draw_flat(look.halo, halos);
        quads.draw_flat(look.ink, dots_);
    }

private:
    void add_line(std::span<const geo::MapPoint> line) {
        const double step = kStepPx * ratio_;
        double left_over = 0;  // of the way to the next dot
        for (std::size_t i = 1; i < line.size() && !is_full(); ++i) {
            const geo::ScreenPoint a = view_.to_screen(line[i - 1]);
            const geo::ScreenPoint b = view_.to_screen(line[i]);
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            double at = left_over;
            for (; at < length && !is_full(); at += step) {
                const double t = at / length;
                add_dot({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}, kDotPx);
            }
            left_over = at - length;
        }
    }

    void add_dot(geo::ScreenPoint center, double side_css_px) {
        const map::ScreenSize window = view_.window();
        if (center.x < 0 || center.y < 0 || center.x > window.width || center.y > window.height) return;
        const double side = std::round(side_css_px * ratio_);
        const double left = std::round(center.x - side / 2);
        const double top = std::round(center.y - side / 2);
        screen::Quad quad;
        quad.left = left;
        quad.top = top;
        quad.right = left + side;
        quad.bottom = top + side;
        dots_.push_back(quad);
    }

    const map::View& view_;
    double ratio_;
    std::vector<screen::Quad> dots_;
};

}  // namespace

void draw_preview(screen::QuadPainter& quads, const map::FeatureSource& features, const map::View& view,
                  const PreviewLook& look) {
    Dots dots{view, look.pixel_ratio};
    features.visit(view.extent(), view.units_per_pixel(), [&](const map::SourceFeature& feature) {
        dots.add(feature.geometry());
        return !dots.is_full();
    });
    dots.draw(quads, look);
}

}  // namespace jinsha::app
