#pragma once

#include "scene/display_list.hpp"

#include <atomic>
#include <cstddef>

namespace jinsha::scene {

/// Layers [first, last) of a snapshot.
struct LayerRange {
    std::size_t first{}, last{};
};

/// build_display_list of those layers alone. A range from 0 has the ground as its background: white where the
/// map says nothing; others are transparent.
[[nodiscard]] DisplayList build_layer_list(const MapSnapshot& snapshot, LayerRange layers,
                                           double units_per_pixel, const GridRect& rect,
                                           const std::atomic<bool>& cancelled,
                                           const LowerSymbols* symbols = nullptr);

/// What a list needs of memory, about.
[[nodiscard]] std::size_t size_bytes(const DisplayList& list) noexcept;

}  // namespace jinsha::scene
