#include "check/shape_check.hpp"

#include "geo/polygon_validity.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace jinsha::check {
namespace {

using geo::Invalidity;

/// Between two positions, comma included: what a new one is set in with.
std::string_view gap_before_last(const WrittenPart& part, std::string_view text) {
    const auto& positions = part.positions;
    const std::size_t last = positions.size() - 1;
    const std::size_t begin = positions[last - 1].value.range().end;
    return text.substr(begin, positions[last].value.range().begin - begin);
}

void check_repeated(const WrittenPart& part, std::size_t least, Findings& findings) {
    const auto& positions = part.positions;
    std::size_t left = positions.size();
    for (std::size_t i = 1; i < positions.size(); ++i) {
        // Equal in every number, heights included.
        if (positions[i].at != positions[i - 1].at ||
            positions[i].value.text() != positions[i - 1].value.text())
            continue;
        Finding finding{Severity::Warning,
                        "repeated-vertex",
                        "the position is the same as the one before it",
                        "take one of them out",
                        std::nullopt,
                        positions[i].value.range(),
                        std::nullopt};
        if (left > least) {
            --left;
            const json::Range doubled{positions[i - 1].value.range().end, positions[i].value.range().end};
            finding.fix = Fix{"take the second one out", {{doubled, ""}}};
        }
        findings.add(std::move(finding));
    }
}

bool is_closed(const WrittenPart& ring) {
    return ring.positions.front().at == ring.positions.back().at;
}

void check_closed(const WrittenPart& ring, std::string_view text, Findings& findings) {
    if (is_closed(ring)) return;
    const std::size_t end = ring.positions.back().value.range().end;
    const std::string first{ring.positions.front().value.text()};
    findings.add({Severity::Error, "ring-not-closed", "the ring does not end where it begins",
                  "repeat its first position at its end", std::nullopt, ring.positions.back().value.range(),
                  Fix{"repeat the first position at the end",
                      {{{end, end}, std::string{gap_before_last(ring, text)} + first}}}});
}

/// Twice the area, positive counter-clockwise; of a ring that need not be closed. Counted from the first
/// point, as projected coordinates are large and rings small.
double doubled_area(const WrittenPart& ring) {
    const auto& p = ring.positions;
    double sum = 0;
    for (std::size_t i = 1; i + 1 < p.size(); ++i) {
        sum += (p[i].at.x - p[0].at.x) * (p[i + 1].at.y - p[0].at.y) -
               (p[i + 1].at.x - p[0].at.x) * (p[i].at.y - p[0].at.y);
    }
    return sum;
}

void check_direction(const WrittenPart& ring, bool is_exterior, Findings& findings) {
    const double area = doubled_area(ring);
    if (area == 0 || (area > 0) == is_exterior) return;
    Fix fix{"turn the ring round", {}};
    const auto& positions = ring.positions;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const std::string_view mirrored = positions[positions.size() - 1 - i].value.text();
        if (positions[i].value.text() == mirrored) continue;
        fix.patches.push_back({positions[i].value.range(), std::string{mirrored}});
    }
    findings.add({Severity::Warning, "ring-direction",
                  is_exterior ? "the exterior ring runs clockwise" : "the hole runs counter-clockwise",
                  "turn it round, as RFC 7946 wants exterior rings counter-clockwise and holes clockwise",
                  std::nullopt, ring.value.range(), std::move(fix)});
}

std::string_view code_of(Invalidity::Reason reason) {
    switch (reason) {
        case Invalidity::Reason::SelfIntersection:
            return "self-intersection";
        case Invalidity::Reason::RingSelfIntersection:
            return "ring-touches-itself";
        case Invalidity::Reason::HoleOutside:
            return "hole-outside";
        case Invalidity::Reason::NestedHoles:
            return "nested-holes";
        case Invalidity::Reason::DisconnectedInterior:
            return "disconnected-interior";
        case Invalidity::Reason::DuplicateRings:
            return "duplicate-rings";
        case Invalidity::Reason::Other:
            break;
    }
    return "invalid-polygon";
}

std::string_view words_of(Invalidity::Reason reason) {
    switch (reason) {
        case Invalidity::Reason::SelfIntersection:
            return "the boundary of the polygon crosses itself";
        case Invalidity::Reason::RingSelfIntersection:
            return "a ring touches itself";
        case Invalidity::Reason::HoleOutside:
            return "a hole lies outside of the exterior ring";
        case Invalidity::Reason::NestedHoles:
            return "a hole lies inside another one";
        case Invalidity::Reason::DisconnectedInterior:
            return "holes cut the polygon into pieces";
        case Invalidity::Reason::DuplicateRings:
            return "two rings are the same";
        case Invalidity::Reason::Other:
            break;
    }
    return "the polygon is not valid";
}

/// The position nearest to a place, to point at.
json::Range nearest(const WrittenShape& shape, geo::SourcePoint at) {
    const WrittenPosition* best = nullptr;
    double best_distance = 0;
    for (const WrittenPart& part : shape.parts) {
        for (const WrittenPosition& position : part.positions) {
            const double dx = position.at.x - at.x, dy = position.at.y - at.y;
            const double distance = dx * dx + dy * dy;
            if (best && distance >= best_distance) continue;
            best = &position;
            best_distance = distance;
        }
    }
    return best->value.range();
}

void check_validity(const WrittenShape& shape, Findings& findings) {
    std::vector<std::vector<geo::SourcePoint>> rings;
    for (const WrittenPart& part : shape.parts) {
        auto& ring = rings.emplace_back();
        for (const WrittenPosition& position : part.positions) ring.push_back(position.at);
        if (!is_closed(part)) ring.push_back(ring.front());
    }
    const auto invalidity = geo::invalidity_of(rings);
    if (!invalidity) return;
    const auto [x, y] = invalidity->at;
    findings.add({Severity::Error, std::string{code_of(invalidity->reason)},
                  fmt::format("{} at {:.7g}, {:.7g}", words_of(invalidity->reason), x, y),
                  "move the vertices there apart", std::nullopt, nearest(shape, invalidity->at),
                  std::nullopt});
}

}  // namespace

void check_shape(const WrittenShape& shape, std::string_view text, Findings& findings) {
    if (shape.type == geo::GeometryType::Point) return;
    const bool is_polygon = shape.type == geo::GeometryType::Polygon;
    for (const WrittenPart& part : shape.parts) {
        check_repeated(part, is_polygon ? 4 : 2, findings);
        if (!is_polygon) continue;
        check_closed(part, text, findings);
        check_direction(part, &part == &shape.parts.front(), findings);
    }
    if (is_polygon) check_validity(shape, findings);
}

}  // namespace jinsha::check
