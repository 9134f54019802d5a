#pragma once

#include "scene/placement_contest.hpp"
#include "scene/symbol_candidate.hpp"

#include <atomic>
#include <memory>
#include <vector>

namespace jinsha::scene {

/// The lengths of placement at that many physical pixels in a CSS pixel. A label reaches at most 256 CSS
/// pixels from its anchor.
[[nodiscard]] constexpr ContestScale contest_scale(double pixel_ratio) noexcept {
    return {256 * pixel_ratio, 256 * pixel_ratio, 64 * pixel_ratio};
}

/// Where and how symbols are looked for.
struct SymbolView {
    PixelGrid grid;
    double zoom{}, pixel_ratio{1};
};

[[nodiscard]] GridBox box_of_block(BlockPlace block, double side_px) noexcept;
[[nodiscard]] GridBox grid_box(const PixelGrid& grid, const geo::Envelope& envelope) noexcept;
[[nodiscard]] geo::Envelope map_envelope(const PixelGrid& grid, const GridBox& box) noexcept;

/// One layer of candidates, asked block by block.
class ClaimLayer {
public:
    virtual ~ClaimLayer() = default;
    /// Of all anchors, on the grid; nothing when there are no candidates.
    [[nodiscard]] virtual GridBox extent() const = 0;
    /// Some of them or none when `cancelled` became true.
    [[nodiscard]] virtual std::vector<std::unique_ptr<SymbolClaim>> load(
        BlockPlace block, const std::atomic<bool>& cancelled) = 0;
    virtual void lay_out(SymbolCandidate& candidate) = 0;
};

}  // namespace jinsha::scene
