#include "scene/symbol_crowd.hpp"

#include <algorithm>

namespace jinsha::scene {

namespace {

auto last_of(auto& cell) {
    return std::ranges::max_element(cell, [](const auto& a, const auto& b) { return a->rank < b->rank; });
}

}  // namespace

SymbolCrowd::SymbolCrowd(const GridBox& block, int cells_across, std::size_t most_in_cell)
    : block_{block},
      cells_across_{cells_across},
      most_in_cell_{most_in_cell},
      cells_(static_cast<std::size_t>(cells_across) * static_cast<std::size_t>(cells_across)) {}

bool SymbolCrowd::owns(GridPoint p) const noexcept {
    return p.x >= block_.left && p.x < block_.right && p.y >= block_.top && p.y < block_.bottom;
}

std::size_t SymbolCrowd::cell_of(GridPoint p) const noexcept {
    const auto index = [this](double offset, double side) {
        return std::clamp(static_cast<int>(offset / side * cells_across_), 0, cells_across_ - 1);
    };
    const int column = index(p.x - block_.left, block_.right - block_.left);
    const int row = index(p.y - block_.top, block_.bottom - block_.top);
    return static_cast<std::size_t>(row * cells_across_ + column);
}

bool SymbolCrowd::would_keep(GridPoint anchor, const SymbolRank& rank) {
    const Cell& cell = cells_[cell_of(anchor)];
    if (cell.size() < most_in_cell_) return true;
    is_overfull_ = true;
    return rank < (*last_of(cell))->rank;
}

void SymbolCrowd::add(std::unique_ptr<SymbolCandidate> candidate) {
    Cell& cell = cells_[cell_of(candidate->anchor)];
    if (cell.size() < most_in_cell_) {
        cell.push_back(std::move(candidate));
        return;
    }
    is_overfull_ = true;
    const auto last = last_of(cell);
    if (candidate->rank < (*last)->rank) *last = std::move(candidate);
}

std::vector<std::unique_ptr<SymbolClaim>> SymbolCrowd::take_all() {
    std::vector<std::unique_ptr<SymbolClaim>> all;
    for (Cell& cell : cells_) {
        for (auto& candidate : cell) all.push_back(std::move(candidate));
        cell.clear();
    }
    return all;
}

}  // namespace jinsha::scene
