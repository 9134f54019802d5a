#include "scene/symbol_claim.hpp"

#include <cassert>

namespace jinsha::scene {

void PartClaim::add_choice(std::span<const GridBox> boxes) {
    assert(ends_.size() < kMaxChoices && !boxes.empty());
    boxes_.insert(boxes_.end(), boxes.begin(), boxes.end());
    ends_.push_back(static_cast<std::uint32_t>(boxes_.size()));
}

std::span<const GridBox> PartClaim::choice(std::size_t i) const noexcept {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span{boxes_}.subspan(begin, ends_[i] - begin);
}

}  // namespace jinsha::scene
