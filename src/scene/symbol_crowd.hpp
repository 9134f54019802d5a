#pragma once

#include "scene/symbol_candidate.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jinsha::scene {

/// How many candidates of one layer are kept. Blocks are divided into squares of 16 CSS pixels.
struct CrowdLimits {
    std::size_t in_square{};        // of those with the smallest ranks
    std::size_t texts_in_square{};  // of 64 CSS pixels: the rest of the icons that stand anyway go without
};

/// The candidates of one layer in one block. Where thousands stand on one spot, only those of the smallest
/// ranks are kept: as many in each small square as could ever find room there, and some to spare.
class SymbolCrowd {
public:
    SymbolCrowd(const GridBox& block, const CrowdLimits& limits);

    /// Is the place in the block? Left and top edge are, right and bottom are not.
    [[nodiscard]] bool owns(GridPoint anchor) const noexcept;
    /// Would a candidate there be kept, as things stand? `anchor` must be in the block. Asked first, as
    /// making one costs.
    [[nodiscard]] bool would_keep(GridPoint anchor, const SymbolRank& rank) const;
    void add(std::unique_ptr<SymbolCandidate> candidate);
    /// The crowd is empty afterwards.
    [[nodiscard]] std::vector<std::unique_ptr<SymbolClaim>> take_all();

private:
    using Cell = std::vector<std::unique_ptr<SymbolCandidate>>;
    [[nodiscard]] std::size_t cell_of(GridPoint anchor, int cells_across) const noexcept;
    void leave_texts_out();

    GridBox block_;
    CrowdLimits limits_;
    std::vector<Cell> cells_;
};

}  // namespace jinsha::scene
