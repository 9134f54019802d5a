#pragma once

#include <cstdint>
#include <vector>

namespace jinsha::bench {

/// A place in EPSG:4543, metres to the centimetre, x east, y north.
struct Position {
    double x{}, y{};
};
/// Closed; the first is the exterior and runs counter-clockwise, the others clockwise.
using Rings = std::vector<std::vector<Position>>;

inline constexpr double kWest = 430'000, kSouth = 2'915'000;  // near Panzhihua
inline constexpr double kCell = 100;                          // metres from parcel to parcel

/// A number from 0 to 1 that belongs to a place and a purpose (the mixing of SplitMix64, Steele, Lea, Flood
/// 2014).
[[nodiscard]] double chance(std::uint64_t a, std::uint64_t b, std::uint64_t purpose);
[[nodiscard]] double to_centimetre(double metres);

/// The parcel of a cell: 40 to 120 vertices, its borders shared with its neighbours to the last digit; one in
/// twenty has a hole.
[[nodiscard]] Rings parcel(std::uint64_t column, std::uint64_t row);

/// Point `i` of many: they gather around towns, as places do.
[[nodiscard]] Position place(std::uint64_t i);

}  // namespace jinsha::bench
