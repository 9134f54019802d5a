#include "geo/geos_handles.hpp"
#include "geo/polygon_validity.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace jinsha::geo {
namespace {

GEOSGeometry* make_ring(GEOSContextHandle_t context, const std::vector<SourcePoint>& points) {
    auto* const sequence = make_geos_sequence(context, std::span<const SourcePoint>{points});
    return GEOSGeom_createLinearRing_r(context, sequence);  // takes the sequence
}

GeosGeometry make_polygon(GEOSContextHandle_t context, std::span<const std::vector<SourcePoint>> rings) {
    std::vector<GEOSGeometry*> parts;
    for (const auto& ring : rings) parts.push_back(make_ring(context, ring));
    GEOSGeometry* const polygon = GEOSGeom_createPolygon_r(context, parts.front(), parts.data() + 1,
                                                           static_cast<unsigned>(parts.size() - 1));
    return {polygon, GeosGeometryDeleter{context}};  // the polygon took the rings
}

Invalidity::Reason reason_of(std::string_view words) {
    using Reason = Invalidity::Reason;
    constexpr std::array<std::pair<std::string_view, Reason>, 6> kWords{{
        {"Self-intersection", Reason::SelfIntersection},
        {"Ring Self-intersection", Reason::RingSelfIntersection},
        {"Hole lies outside shell", Reason::HoleOutside},
        {"Holes are nested", Reason::NestedHoles},
        {"Interior is disconnected", Reason::DisconnectedInterior},
        {"Duplicate Rings", Reason::DuplicateRings},
    }};
    for (const auto& [begin, reason] : kWords) {
        if (words.starts_with(begin)) return reason;
    }
    return Reason::Other;
}

}  // namespace

std::optional<Invalidity> invalidity_of(std::span<const std::vector<SourcePoint>> rings) {
    if (rings.empty()) return std::nullopt;
    const GeosContext context = make_geos_context();
    const GeosGeometry polygon = make_polygon(context.get(), rings);

    char* words = nullptr;
    GEOSGeometry* place = nullptr;
    const char valid = GEOSisValidDetail_r(context.get(), polygon.get(), 0, &words, &place);
    const GeosGeometry place_owner{place, GeosGeometryDeleter{context.get()}};
    if (valid == 1) return std::nullopt;

    Invalidity invalidity{Invalidity::Reason::Other, words ? words : "no reason given", {}};
    if (words) GEOSFree_r(context.get(), words);
    invalidity.reason = reason_of(invalidity.words);
    if (place) {
        GEOSGeomGetX_r(context.get(), place, &invalidity.at.x);
        GEOSGeomGetY_r(context.get(), place, &invalidity.at.y);
    }
    return invalidity;
}

}  // namespace jinsha::geo
