#include "scene/symbol_crowd.hpp"

#include <algorithm>

namespace jinsha::scene {

namespace {

constexpr int kCellsAcross = 16;       // of 16 CSS pixels
constexpr int kTextSquaresAcross = 4;  // of 64

auto last_of(auto& cell) {
    return std::ranges::max_element(cell, [](const auto& a, const auto& b) { return a->rank < b->rank; });
}

}  // namespace

SymbolCrowd::SymbolCrowd(const GridBox& block, const CrowdLimits& limits)
    : block_{block}, limits_{limits}, cells_(kCellsAcross * kCellsAcross) {}

bool SymbolCrowd::owns(GridPoint p) const noexcept {
    return p.x >= block_.left && p.x < block_.right && p.y >= block_.top && p.y < block_.bottom;
}

std::size_t SymbolCrowd::cell_of(GridPoint p, int cells_across) const noexcept {
    const auto index = [cells_across](double offset, double side) {
        return std::clamp(static_cast<int>(offset / side * cells_across), 0, cells_across - 1);
    };
    const int column = index(p.x - block_.left, block_.right - block_.left);
    const int row = index(p.y - block_.top, block_.bottom - block_.top);
    return static_cast<std::size_t>(row * cells_across + column);
}

bool SymbolCrowd::would_keep(GridPoint anchor, const SymbolRank& rank) const {
    const Cell& cell = cells_[cell_of(anchor, kCellsAcross)];
    return cell.size() < limits_.in_square || rank < (*last_of(cell))->rank;
}

void SymbolCrowd::add(std::unique_ptr<SymbolCandidate> candidate) {
    Cell& cell = cells_[cell_of(candidate->anchor, kCellsAcross)];
    if (cell.size() < limits_.in_square) {
        cell.push_back(std::move(candidate));
        return;
    }
    const auto last = last_of(cell);
    if (candidate->rank < (*last)->rank) *last = std::move(candidate);
}

/// Of icons that are shown whatever becomes of their text.
void SymbolCrowd::leave_texts_out() {
    std::vector<std::vector<SymbolCandidate*>> squares(kTextSquaresAcross * kTextSquaresAcross);
    for (const Cell& cell : cells_) {
        for (const auto& candidate : cell) {
            if (candidate->fixture.is_empty() || candidate->icon_reach.is_empty()) continue;
            squares[cell_of(candidate->anchor, kTextSquaresAcross)].push_back(candidate.get());
        }
    }
    for (auto& square : squares) {
        if (square.size() <= limits_.texts_in_square) continue;
        std::ranges::sort(square, {}, &SymbolCandidate::rank);
        for (std::size_t i = limits_.texts_in_square; i < square.size(); ++i) square[i]->leave_text_out();
    }
}

std::vector<std::unique_ptr<SymbolClaim>> SymbolCrowd::take_all() {
    leave_texts_out();
    std::vector<std::unique_ptr<SymbolClaim>> all;
    for (Cell& cell : cells_) {
        for (auto& candidate : cell) all.push_back(std::move(candidate));
        cell.clear();
    }
    return all;
}

}  // namespace jinsha::scene
