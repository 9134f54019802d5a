#include "screen/spread_painter.hpp"

#include "paint/painter.hpp"
#include "scene/symbol_pictures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::screen {

namespace {

constexpr double kFadeSeconds = 0.15;
constexpr double kLineWidth = 1.2, kCasingWidth = 3;  // CSS pixels
constexpr double kClearOfCluster = 22;                // around its middle, so that its count is read
constexpr style::Color kLine{0.13, 0.19, 0.18, 0.75}, kCasing{1, 1, 1, 0.7};

int half_side(const scene::ClusterSpread& spread) {
    double farthest = 0;
    for (const auto& member : spread.members) {
        farthest = std::max({farthest, std::abs(member.anchor.x - spread.middle.x) + member.icons[0].width_px,
                             std::abs(member.anchor.y - spread.middle.y) + member.icons[0].height_px});
    }
    return static_cast<int>(std::ceil(farthest)) + 1;
}

/// Lines from the edge of the cluster to each member, dark on a light casing.
scene::DisplayList leader_lines(const scene::ClusterSpread& spread, int half, double pixel_ratio) {
    scene::DisplayList list;
    list.width_px = list.height_px = 2 * half;
    const auto sub_pixels = [](double px) { return static_cast<int>(std::lround(px * scene::kSubPixels)); };
    for (const auto& member : spread.members) {
        const double dx = member.anchor.x - spread.middle.x, dy = member.anchor.y - spread.middle.y;
        const double start = kClearOfCluster * pixel_ratio / std::hypot(dx, dy);
        list.points.push_back({sub_pixels(half + dx * start), sub_pixels(half + dy * start)});
        list.points.push_back({sub_pixels(half + dx), sub_pixels(half + dy)});
        list.part_ends.push_back(static_cast<std::uint32_t>(list.points.size()));
    }
    const scene::PartRange all{0, static_cast<std::uint32_t>(list.part_ends.size())};
    for (const auto& [color, width] : {std::pair{kCasing, kCasingWidth}, std::pair{kLine, kLineWidth}}) {
        scene::StrokePaint paint;
        paint.color = color;
        paint.width = width * pixel_ratio;
        list.add_stroke(all, paint);
    }
    return list;
}

image::Image picture_of(const scene::ClusterSpread& spread, double pixel_ratio,
                        const symbol::IconStore& icons) {
    const int half = half_side(spread);
    image::Image picture{2 * half, 2 * half};
    const std::atomic<bool> goes_on{false};
    paint::paint(leader_lines(spread, half, pixel_ratio), picture, goes_on);
    for (const auto& member : spread.members) {
        scene::PlacedIcon icon = member.icons[0];
        icon.center.x += half - spread.middle.x;
        icon.center.y += half - spread.middle.y;
        const auto drawn = scene::icon_picture(icon, icons, pixel_ratio);
        if (!drawn) continue;  // the window's symbols have told its fault
        image::draw_over(picture, *drawn->picture, static_cast<int>(drawn->left_px),
                         static_cast<int>(drawn->top_px), drawn->opacity);
    }
    return picture;
}

}  // namespace

void SpreadPainter::show(std::shared_ptr<const scene::ClusterSpread> spread, geo::MapPoint grid_origin,
                         double pixel_ratio, const symbol::IconStore& icons) {
    spread_ = std::move(spread);
    if (!spread_) return;
    if (spread_->members.empty()) return clear();
    const image::Image picture = picture_of(*spread_, pixel_ratio, icons);
    texture_.emplace(picture.width_px(), picture.height_px());
    texture_->update(picture);
    middle_ = scene::PixelGrid{grid_origin, spread_->units_per_pixel}.to_map(spread_->middle);
    opacity_ = 0;
}

void SpreadPainter::advance(double now_s) {
    // The first step of a fade is a frame long, however long the window slept before.
    const double step = std::clamp(now_s - last_s_, 0.0, 0.05) / kFadeSeconds;
    last_s_ = now_s;
    if (!texture_) return;
    opacity_ = std::clamp(opacity_ + (spread_ ? step : -step), 0.0, 1.0);
    if (!spread_ && opacity_ == 0) texture_.reset();
}

void SpreadPainter::draw(const map::View& view, QuadPainter& painter) const {
    if (!texture_ || opacity_ == 0) return;
    const geo::ScreenPoint middle = view.to_screen(middle_);
    const double width = texture_->width_px(), height = texture_->height_px();
    const double left = std::round(middle.x - width / 2), top = std::round(middle.y - height / 2);
    const Quad quad{left, top, left + width, top + height, 0, 0, width, height, opacity_};
    painter.draw_over(*texture_, {&quad, 1});
}

void SpreadPainter::clear() {
    spread_.reset();
    texture_.reset();
    opacity_ = 0;
}

}  // namespace jinsha::screen
