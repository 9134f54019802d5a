#pragma once

#include "geo/points.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jinsha::geo {

/// Why rings make no valid polygon (OGC 06-103r4, 6.1.11.1), and where.
struct Invalidity {
    enum class Reason {
        SelfIntersection,      // the boundary crosses itself
        RingSelfIntersection,  // a ring touches itself
        HoleOutside,           // an interior ring lies outside of the exterior one
        NestedHoles,
        DisconnectedInterior,
        DuplicateRings,
        Other
    };
    Reason reason{};
    std::string words;  // what GEOS says
    SourcePoint at;     // the place it is about, in the CRS of the rings
};

/// The first fault of the polygon; none when it is valid. The first ring is the exterior one; each is closed
/// and has at least four finite points. Which way rings run does not count.
[[nodiscard]] std::optional<Invalidity> invalidity_of(std::span<const std::vector<SourcePoint>> rings);

}  // namespace jinsha::geo
