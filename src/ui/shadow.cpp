#include "ui/shadow.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace jinsha::ui {
namespace {

using Field = std::vector<float>;  // square, row by row

/// 1 inside the panel, 0 outside, in between at its edge.
Field panel_coverage(int side, int reach, int radius) {
    Field field(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    const float half = static_cast<float>(side) / 2 - static_cast<float>(reach);
    const auto inner = half - static_cast<float>(radius);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float dx = std::abs(static_cast<float>(x) + 0.5F - static_cast<float>(side) / 2) - inner;
            const float dy = std::abs(static_cast<float>(y) + 0.5F - static_cast<float>(side) / 2) - inner;
            const float outside = std::hypot(std::max(dx, 0.0F), std::max(dy, 0.0F));
            const float distance = outside + std::min(std::max(dx, dy), 0.0F) - static_cast<float>(radius);
            field[static_cast<std::size_t>(y * side + x)] = std::clamp(0.5F - distance, 0.0F, 1.0F);
        }
    }
    return field;
}

std::vector<float> gaussian(int reach) {
    const float deviation = static_cast<float>(reach) / 3;
    std::vector<float> weights(static_cast<std::size_t>(2 * reach + 1));
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        const float t = static_cast<float>(i) / deviation;
        sum += weights[static_cast<std::size_t>(i + reach)] = std::exp(-t * t / 2);
    }
    for (float& weight : weights) weight /= sum;
    return weights;
}

/// Along the rows; the result is transposed, so that a second call blurs along the columns.
Field blurred_and_transposed(const Field& field, int side, const std::vector<float>& weights) {
    const int reach = static_cast<int>(weights.size()) / 2;
    Field result(field.size());
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int first = std::max(-reach, -x);
            const int last = std::min(reach, side - 1 - x);
            float sum = 0;
            for (int i = first; i <= last; ++i) {
                sum += weights[static_cast<std::size_t>(i + reach)] *
                       field[static_cast<std::size_t>(y * side + x + i)];
            }
            result[static_cast<std::size_t>(x * side + y)] = sum;
        }
    }
    return result;
}

}  // namespace

ShadowPicture make_shadow(int reach_px, int radius_px) {
    // Inside, the shadow is full beyond the blur's reach from the edge and beyond the round corner.
    const int corner = 2 * reach_px + radius_px;
    ShadowPicture picture{.side_px = 2 * corner + 1, .corner_px = corner, .coverage = {}};
    const std::vector<float> weights = gaussian(reach_px);
    const Field sharp = panel_coverage(picture.side_px, reach_px, radius_px);
    const Field soft = blurred_and_transposed(blurred_and_transposed(sharp, picture.side_px, weights),
                                              picture.side_px, weights);
    picture.coverage.resize(soft.size());
    std::ranges::transform(soft, picture.coverage.begin(),
                           [](float value) { return static_cast<std::uint8_t>(value * 255 + 0.5F); });
    return picture;
}

}  // namespace jinsha::ui
