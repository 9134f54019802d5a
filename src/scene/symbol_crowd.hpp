#pragma once

#include "scene/symbol_candidate.hpp"

#include <cstddef>
#include <memory>
#include <vector>

namespace jinsha::scene {

/// The candidates of one layer in one block. Where thousands stand on one spot, only those of the smallest
/// ranks are kept: as many in each small cell as could ever find room there, and some to spare.
class SymbolCrowd {
public:
    /// `block` is divided into cells_across² cells.
    SymbolCrowd(const GridBox& block, int cells_across, std::size_t most_in_cell);

    /// Is the place in the block? Left and top edge are, right and bottom are not.
    [[nodiscard]] bool owns(GridPoint anchor) const noexcept;
    /// Would a candidate there be kept, as things stand? `anchor` must be in the block. Asked first, as
    /// making one costs.
    [[nodiscard]] bool would_keep(GridPoint anchor, const SymbolRank& rank);
    void add(std::unique_ptr<SymbolCandidate> candidate);
    /// Was any left out?
    [[nodiscard]] bool is_overfull() const noexcept { return is_overfull_; }
    /// The crowd is empty afterwards.
    [[nodiscard]] std::vector<std::unique_ptr<SymbolClaim>> take_all();

private:
    using Cell = std::vector<std::unique_ptr<SymbolCandidate>>;
    [[nodiscard]] std::size_t cell_of(GridPoint anchor) const noexcept;

    GridBox block_;
    int cells_across_;
    std::size_t most_in_cell_;
    std::vector<Cell> cells_;
    bool is_overfull_{};
};

}  // namespace jinsha::scene
