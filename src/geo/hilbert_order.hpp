#pragma once

#include "geo/envelope.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jinsha::geo {

/// Places of the envelopes that are not empty, in the order of their middles along a Hilbert curve over
/// `extent`: what is near in this order is near on the map. Of equally placed ones the first comes first.
[[nodiscard]] std::vector<std::uint32_t> hilbert_order(std::span<const Envelope> envelopes,
                                                       const Envelope& extent);

}  // namespace jinsha::geo
