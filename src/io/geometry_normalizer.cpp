#include "io/geometry_normalizer.hpp"

#include "geo/simplify.hpp"
#include "io/antimeridian.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

using geo::GeometryType;
using geo::MapPoint;
using geo::SourcePoint;

// Larger numbers are no coordinates on earth in any unit down to a millimetre.
constexpr double kLargest = 1e11;
// What EPSG:3857 shows: its square ends here, and the pole is infinitely far away.
constexpr double kWebMercatorLatitude = 85.06;

constexpr const char* kWordsForMixed[] = {"", "", "only the lines are drawn, not the points",
                                          "only the areas are drawn, not the lines and points"};

/// Why a part cannot be drawn.
std::string too_few(GeometryType type, bool is_hole, std::size_t count, std::size_t needed) {
    const char* noun = type == GeometryType::Line ? "line" : is_hole ? "interior ring" : "exterior ring";
    return fmt::format("{} has {} point{}, needs at least {}", noun, count, count == 1 ? "" : "s", needed);
}

}  // namespace

GeometryNormalizer::GeometryNormalizer(const geo::Crs& source, const geo::Crs& map,
                                       geo::CrsTransform transform)
    : transform_{std::move(transform)},
      map_name_{map.id().empty() ? map.name() : map.id()},
      is_in_degrees_{source.is_geographic()},
      is_web_mercator_{map.id() == "EPSG:3857"} {}

Result<GeometryNormalizer> GeometryNormalizer::between(const geo::Crs& source, const geo::Crs& map) {
    auto transform = geo::CrsTransform::between(source, map);
    if (!transform) return tl::make_unexpected(transform.error());
    return GeometryNormalizer{source, map, *std::move(transform)};
}

std::optional<Finding> GeometryNormalizer::check_coordinates(std::span<const SourcePoint> points) const {
    for (const SourcePoint& p : points) {
        if (std::isnan(p.x) || std::isnan(p.y))
            return Finding{Fault::NotANumber, fmt::format("coordinate ({}, {}) is not a number", p.x, p.y)};
        if (std::abs(p.x) > kLargest || std::abs(p.y) > kLargest)
            return Finding{Fault::TooLarge,
                           fmt::format("coordinate ({}, {}) is too large to be a place", p.x, p.y)};
        if (!is_in_degrees_) continue;
        if (std::abs(p.y) > 90 + 1e-9) {
            const char* hint = std::abs(p.x) <= 90 ? " (are longitude and latitude exchanged?)" : "";
            return Finding{Fault::OutsideOfDegrees,
                           fmt::format("latitude {} is not between -90 and 90{}", p.y, hint)};
        }
        if (std::abs(p.x) > 360 + 1e-9)
            return Finding{Fault::OutsideOfDegrees,
                           fmt::format("longitude {} is not between -180 and 180", p.x)};
    }
    return std::nullopt;
}

/// Takes the parts that can be drawn into points_ and geometry_.part_ends; rings are closed.
std::optional<Finding> GeometryNormalizer::collect_parts(const RawGeometryView& raw) {
    const bool is_polygon = raw.type == GeometryType::Polygon;
    const std::size_t needed = is_polygon ? 4 : raw.type == GeometryType::Line ? 2 : 1;
    std::string left_out;
    std::uint32_t begin = 0;
    bool exterior_is_missing = false;
    for (const RawPart& part : raw.parts) {
        const auto points = raw.points.subspan(begin, part.end - begin);
        begin = part.end;
        if (points.empty()) continue;
        const bool is_open = is_polygon && points.front() != points.back();
        const std::size_t count = points.size() + (is_open ? 1 : 0);
        if (!part.is_hole) exterior_is_missing = false;
        if (count < needed) {
            if (left_out.empty()) left_out = too_few(raw.type, part.is_hole, points.size(), needed);
            if (!part.is_hole) exterior_is_missing = true;
            continue;
        }
        if (exterior_is_missing) continue;  // a hole in nothing
        points_.insert(points_.end(), points.begin(), points.end());
        if (is_open) points_.push_back(points.front());
        geometry_.part_ends.push_back(static_cast<std::uint32_t>(points_.size()));
        is_hole_.push_back(part.is_hole);
    }
    if (left_out.empty()) return std::nullopt;
    if (points_.empty()) return Finding{Fault::TooFewPoints, left_out};
    notes_.push_back({Fault::PartLeftOut, left_out});
    return std::nullopt;
}

/// Lines and polygons in degrees are cut at the 180° meridian, or they would be drawn across the whole map.
void GeometryNormalizer::cut_if_needed() {
    parts_.clear();
    for (std::size_t i = 0; i < is_hole_.size(); ++i) parts_.push_back({geometry_.part_ends[i], is_hole_[i]});
    const RawGeometryView view{geometry_.type, points_, parts_, false};
    if (!crosses_antimeridian(view)) return;

    RawGeometry cut = cut_at_antimeridian(view);
    notes_.push_back({Fault::CrossesAntimeridian, "drawn on both sides of the map"});
    points_ = std::move(cut.points);
    geometry_.part_ends.clear();
    is_hole_.clear();
    for (const RawPart& part : cut.parts) {
        geometry_.part_ends.push_back(part.end);
        is_hole_.push_back(part.is_hole);
    }
}

std::optional<Finding> GeometryNormalizer::transform_points() {
    if (is_web_mercator_ && is_in_degrees_)
        for (SourcePoint& p : points_) p.y = std::clamp(p.y, -kWebMercatorLatitude, kWebMercatorLatitude);
    geometry_.points.resize(points_.size());
    if (transform_.to_map(points_, geometry_.points) > 0) {
        const auto failed = std::find_if(geometry_.points.begin(), geometry_.points.end(),
                                         [](MapPoint p) { return std::isnan(p.x); });
        const SourcePoint p = points_[static_cast<std::size_t>(failed - geometry_.points.begin())];
        return Finding{Fault::CannotTransform,
                       fmt::format("coordinate ({}, {}) has no place in {}", p.x, p.y, map_name_)};
    }
    return std::nullopt;
}

void GeometryNormalizer::orient_rings() {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < geometry_.part_ends.size(); ++i) {
        const std::uint32_t end = geometry_.part_ends[i];
        const auto ring = std::span{geometry_.points}.subspan(begin, end - begin);
        const double area = geo::signed_area(ring);
        if (is_hole_[i] ? area > 0 : area < 0) std::reverse(ring.begin(), ring.end());
        begin = end;
    }
}

tl::expected<geo::GeometryView, Finding> GeometryNormalizer::take(const RawGeometryView& raw) {
    notes_.clear();
    points_.clear();
    is_hole_.clear();
    geometry_.points.clear();
    geometry_.part_ends.clear();
    geometry_.type = raw.type;

    if (auto finding = check_coordinates(raw.points)) return tl::make_unexpected(*std::move(finding));
    if (auto finding = collect_parts(raw)) return tl::make_unexpected(*std::move(finding));
    if (points_.empty()) {
        notes_.push_back({Fault::NoGeometry, "kept with their attributes, not drawn"});
        geometry_.type = GeometryType::None;
        return geometry_.view();
    }
    if (raw.is_mixed)
        notes_.push_back({Fault::MixedGeometry, kWordsForMixed[static_cast<std::size_t>(raw.type)]});
    if (is_in_degrees_) cut_if_needed();
    if (auto finding = transform_points()) return tl::make_unexpected(*std::move(finding));
    if (raw.type == GeometryType::Polygon) orient_rings();
    return geometry_.view();
}

}  // namespace jinsha::io
