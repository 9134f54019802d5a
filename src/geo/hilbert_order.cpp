#include "geo/hilbert_order.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::geo {
namespace {

constexpr std::uint32_t kHilbertOrder = 16;  // the curve visits 65,536 × 65,536 cells

/// The distance of a cell along the Hilbert curve (D. Hilbert 1891, as turned into steps by J. Skilling 2004
/// for two dimensions).
std::uint32_t hilbert_distance(std::uint32_t x, std::uint32_t y) noexcept {
    std::uint32_t distance = 0;
    for (std::uint32_t half = 1U << (kHilbertOrder - 1); half > 0; half >>= 1U) {
        const bool right = (x & half) != 0, upper = (y & half) != 0;
        distance = distance * 4 + ((right ? 3U : 0U) ^ (upper ? 1U : 0U));
        if (upper) continue;
        if (right) {  // the lower quarters are turned, so that the ends meet
            x = ~x;
            y = ~y;
        }
        std::swap(x, y);
    }
    return distance;
}

std::uint32_t cell_of(double value, double low, double size) noexcept {
    constexpr double kCells = 1U << kHilbertOrder;
    return size > 0 ? static_cast<std::uint32_t>(std::min((value - low) / size * kCells, kCells - 1)) : 0;
}

}  // namespace

std::vector<std::uint32_t> hilbert_order(std::span<const Envelope> envelopes, const Envelope& extent) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // along the curve, place in the list
    order.reserve(envelopes.size());
    for (std::uint32_t i = 0; i < envelopes.size(); ++i) {
        if (envelopes[i].is_empty()) continue;
        const MapPoint c = envelopes[i].center();
        order.emplace_back(hilbert_distance(cell_of(c.x, extent.min_x, extent.width()),
                                            cell_of(c.y, extent.min_y, extent.height())),
                           i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> places;
    places.reserve(order.size());
    for (const auto& [along, place] : order) places.push_back(place);
    return places;
}

}  // namespace jinsha::geo
