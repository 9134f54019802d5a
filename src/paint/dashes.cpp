#include "paint/dashes.hpp"

#include <cassert>
#include <cmath>

namespace jinsha::paint {

using scene::SubPixelPoint;

DashCutter::DashCutter(std::span<const double> dashes) {
    assert(!dashes.empty() && dashes.size() % 2 == 0);
    for (const double length : dashes) ends_.push_back(period_ += length);
    assert(period_ > 0);
}

SubPixelPoint DashCutter::Segment::point_at(double along_px) const {
    const double share = (along_px - start_px) / length_px;
    return {from.x + static_cast<std::int32_t>(std::lround((to.x - from.x) * share)),
            from.y + static_cast<std::int32_t>(std::lround((to.y - from.y) * share))};
}

/// Goes to the dash or gap that `along_px` lies in, to the earlier one where two meet: so a dot at the very
/// beginning is not passed by.
void DashCutter::seek(double along_px) {
    repeat_ = std::floor(along_px / period_);
    while (repeat_ * period_ > along_px) repeat_ -= 1;
    index_ = 0;
    while (next_change_px() < along_px) advance();
}

void DashCutter::advance() {
    if (++index_ == ends_.size()) {
        index_ = 0;
        repeat_ += 1;
    }
}

}  // namespace jinsha::paint
