#include "app/view_history.hpp"

#include <cmath>

namespace jinsha::app {

namespace {

constexpr std::size_t kMostViews = 100;
constexpr double kSameScale = 0.1;   // of a zoom level
constexpr double kSameCenter = 0.1;  // of the window's width

bool is_nearly(const map::View& a, const map::View& b) {
    const double levels = std::abs(std::log2(a.units_per_pixel() / b.units_per_pixel()));
    const double dx = std::abs(a.center().x - b.center().x) / a.units_per_pixel();
    const double dy = std::abs(a.center().y - b.center().y) / a.units_per_pixel();
    return levels < kSameScale && std::hypot(dx, dy) < kSameCenter * a.window().width;
}

}  // namespace

void ViewHistory::rest_at(const map::View& view) {
    if (views_.empty()) {
        views_.push_back(view);
        return;
    }
    if (is_nearly(views_[at_], view)) {
        views_[at_] = view;
        return;
    }
    views_.erase(views_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, views_.end());
    views_.push_back(view);
    if (views_.size() > kMostViews) views_.erase(views_.begin());
    at_ = views_.size() - 1;
}

std::optional<map::View> ViewHistory::back() {
    if (!has_back()) return std::nullopt;
    return views_[--at_];
}

std::optional<map::View> ViewHistory::forward() {
    if (!has_forward()) return std::nullopt;
    return views_[++at_];
}

}  // namespace jinsha::app
