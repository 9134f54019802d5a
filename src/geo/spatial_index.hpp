#pragma once

#include "geo/envelope.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::geo {

/// Finds the envelopes that meet a box: a packed Hilbert R-tree (Kamel and Faloutsos 1993), built once and
/// never changed, so any number of threads may ask at once. Needs about 40 bytes an envelope.
class SpatialIndex {
public:
    SpatialIndex() = default;
    /// Empty envelopes are never found.
    explicit SpatialIndex(std::span<const Envelope> envelopes);

    /// Of all envelopes; empty when there are none.
    [[nodiscard]] const Envelope& extent() const noexcept { return extent_; }
    /// Places in the list the index was built from of all envelopes that meet `box`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> query(const Envelope& box) const;

private:
    static constexpr std::size_t kNodeSize = 16;

    // Level by level from the leaves to the root; node i of a level covers the nodes [16 i, 16 i + 16) of the
    // level below.
    std::vector<Envelope> boxes_;
    std::vector<std::uint32_t> items_;     // for each leaf, its place in the list
    std::vector<std::size_t> level_ends_;  // in boxes_, one past the last of each level
    Envelope extent_;
};

}  // namespace jinsha::geo
