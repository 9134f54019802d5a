#pragma once

#include <compare>
#include <cstdint>

namespace jinsha::map {

/// A feature of the open map: which source (place in `LoadedMap::sources`), and its number there. Numbers of
/// features stay the same while the map is open; added features get new ones.
struct FeatureKey {
    std::uint32_t source{};
    std::uint32_t index{};
    auto operator<=>(const FeatureKey&) const = default;
};

}  // namespace jinsha::map
