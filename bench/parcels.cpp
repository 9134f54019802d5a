#include "parcels.hpp"

#include <cmath>
#include <numbers>

namespace jinsha::bench {

namespace {

/// The corner where four parcels meet.
Position corner(std::uint64_t column, std::uint64_t row) {
    return {kWest + kCell * (static_cast<double>(column) + 0.5 * (chance(column, row, 1) - 0.5)),
            kSouth + kCell * (static_cast<double>(row) + 0.5 * (chance(column, row, 2) - 0.5))};
}

/// The border from one corner to the next, without its last point: 10 to 30 vertices on a winding line.
/// Depends on the border alone, so both parcels beside it get the same points.
std::vector<Position> border(std::uint64_t column, std::uint64_t row, bool is_horizontal) {
    const Position from = corner(column, row);
    const Position to = is_horizontal ? corner(column + 1, row) : corner(column, row + 1);
    const std::uint64_t purpose = is_horizontal ? 10 : 20;
    const int count = 10 + static_cast<int>(chance(column, row, purpose) * 21);
    const double waves = 1 + std::floor(chance(column, row, purpose + 1) * 4);
    const double height = 0.03 + 0.06 * chance(column, row, purpose + 2);
    std::vector<Position> points{from};
    for (int i = 1; i < count; ++i) {
        const double t = static_cast<double>(i) / count;
        const double aside =
            height * std::sin(waves * std::numbers::pi * t) +
            0.01 * (chance(column * 64 + static_cast<std::uint64_t>(i), row, purpose + 3) - 0.5);
        points.push_back({from.x + t * (to.x - from.x) - aside * (to.y - from.y),
                          from.y + t * (to.y - from.y) + aside * (to.x - from.x)});
    }
    return points;
}

std::vector<Position> reversed(std::vector<Position> border_points, Position end) {
    border_points.push_back(end);
    return {border_points.rbegin(), border_points.rend() - 1};
}

/// A pond or a building plot that is left out, in the middle of the parcel.
std::vector<Position> hole(std::uint64_t column, std::uint64_t row) {
    std::vector<Position> ring;
    const double middle_x = kWest + kCell * (static_cast<double>(column) + 0.5);
    const double middle_y = kSouth + kCell * (static_cast<double>(row) + 0.5);
    const double radius = 8 + 6 * chance(column, row, 40);
    for (int i = 0; i < 12; ++i) {
        const double angle = -2 * std::numbers::pi * i / 12;
        ring.push_back({to_centimetre(middle_x + radius * std::cos(angle)),
                        to_centimetre(middle_y + radius * std::sin(angle))});
    }
    ring.push_back(Position{ring.front()});
    return ring;
}

void append(std::vector<Position>& ring, const std::vector<Position>& positions) {
    for (const Position& p : positions) ring.push_back({to_centimetre(p.x), to_centimetre(p.y)});
}

}  // namespace

double chance(std::uint64_t a, std::uint64_t b, std::uint64_t purpose) {
    std::uint64_t z = a * 0x9E3779B97F4A7C15ULL + b * 0xC2B2AE3D27D4EB4FULL + purpose * 0x165667B19E3779F9ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1.0p-53;
}

double to_centimetre(double metres) {
    return std::round(metres * 100) / 100;
}

Rings parcel(std::uint64_t column, std::uint64_t row) {
    Rings rings(1);
    auto& exterior = rings.front();
    append(exterior, border(column, row, true));
    append(exterior, border(column + 1, row, false));
    append(exterior, reversed(border(column, row + 1, true), corner(column + 1, row + 1)));
    append(exterior, reversed(border(column, row, false), corner(column, row + 1)));
    exterior.push_back(Position{exterior.front()});
    if (chance(column, row, 30) < 0.05) rings.push_back(hole(column, row));
    return rings;
}

Position place(std::uint64_t i) {
    const auto town = static_cast<std::uint64_t>(chance(i, 0, 50) * 200);
    const double angle = 2 * std::numbers::pi * chance(i, 0, 51);
    const double distance = 6000 * std::pow(chance(i, 0, 52), 2);
    return {to_centimetre(kWest + 55'000 * chance(town, 0, 53) + distance * std::cos(angle)),
            to_centimetre(kSouth + 55'000 * chance(town, 0, 54) + distance * std::sin(angle))};
}

}  // namespace jinsha::bench
