#include "check/position_check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

namespace jinsha::check {
namespace {

/// A text and a place where another one stands.
json::Patch put(const json::Value& place, const json::Value& text) {
    return {place.range(), std::string{text.text()}};
}

bool is_degrees(double lon, double lat) {
    return std::abs(lon) <= 180 && std::abs(lat) <= 90;
}

template <class Visit>
void for_each_position(std::span<const WrittenShape> shapes, Visit&& visit) {
    for (const WrittenShape& shape : shapes) {
        for (const WrittenPart& part : shape.parts) {
            for (const WrittenPosition& position : part.positions) visit(position);
        }
    }
}

/// How the positions of a feature lie.
struct Whereabouts {
    const WrittenPosition* no_degrees{};  // the first one
    const WrittenPosition* outside{};     // of the area, the first one
    bool are_all_outside{true}, would_all_be_degrees{true}, would_all_be_inside{true};  // would: when swapped
};

Whereabouts look_at(std::span<const WrittenShape> shapes, const GeoJsonContext& context) {
    Whereabouts found;
    for_each_position(shapes, [&](const WrittenPosition& position) {
        const auto [x, y] = position.at;
        if (context.is_geographic && !is_degrees(x, y) && !found.no_degrees) found.no_degrees = &position;
        found.would_all_be_degrees = found.would_all_be_degrees && is_degrees(y, x);
        if (!context.area) return;
        const bool is_inside = context.area->contains({x, y});
        if (!is_inside && !found.outside) found.outside = &position;
        found.are_all_outside = found.are_all_outside && !is_inside;
        found.would_all_be_inside = found.would_all_be_inside && context.area->contains({y, x});
    });
    return found;
}

Fix swap_numbers(std::span<const WrittenShape> shapes) {
    Fix fix{"swap the two numbers of each position", {}};
    for_each_position(shapes, [&](const WrittenPosition& position) {
        const auto numbers = position.value.elements();
        if (numbers[0].text() == numbers[1].text()) return;
        fix.patches.push_back(put(numbers[0], numbers[1]));
        fix.patches.push_back(put(numbers[1], numbers[0]));
    });
    return fix;
}

std::string words(const WrittenPosition& position) {
    return std::string{position.value.text()};
}

void report_swapped(std::span<const WrittenShape> shapes, const WrittenPosition& position, bool is_sure,
                    Findings& findings) {
    findings.add({Severity::Error, "swapped-coordinates",
                  fmt::format("expected longitude before latitude, found {}", words(position)),
                  "swap the two numbers of each position", std::nullopt, position.value.range(),
                  is_sure ? std::optional{swap_numbers(shapes)} : std::nullopt});
}

void report_no_degrees(const WrittenPosition& position, Findings& findings) {
    constexpr double kSmallestMetres = 1000;
    const bool seems_projected =
        std::abs(position.at.x) > kSmallestMetres && std::abs(position.at.y) > kSmallestMetres;
    if (seems_projected) {
        findings.add(
            {Severity::Error, "projected-coordinates",
             fmt::format("expected degrees (WGS 84), found {}, which seem to be metres", words(position)),
             "transform the file to WGS 84, or say its CRS in the map document", std::nullopt,
             position.value.range(), std::nullopt});
    } else {
        findings.add({Severity::Error, "coordinate-range",
                      fmt::format("expected a longitude up to 180° and a latitude up to 90°, found {}",
                                  words(position)),
                      "look the position up again", std::nullopt, position.value.range(), std::nullopt});
    }
}

}  // namespace

void check_positions(std::span<const WrittenShape> shapes, const GeoJsonContext& context,
                     Findings& findings) {
    const Whereabouts found = look_at(shapes, context);
    if (found.outside && found.are_all_outside && found.would_all_be_inside) {
        return report_swapped(shapes, *found.outside, true, findings);
    }
    if (found.no_degrees) {
        const bool is_sure = found.would_all_be_degrees && !context.area;
        if (found.would_all_be_degrees) return report_swapped(shapes, *found.no_degrees, is_sure, findings);
        return report_no_degrees(*found.no_degrees, findings);
    }
    if (!found.outside) return;
    findings.add({Severity::Warning, "outside-area",
                  fmt::format("{} lies outside of the area of the map", words(*found.outside)),
                  "look the position up again", std::nullopt, found.outside->value.range(), std::nullopt});
}

}  // namespace jinsha::check
