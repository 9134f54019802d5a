#include "scene/picking.hpp"

#include "geo/distance.hpp"
#include "scene/no_feature.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <ranges>
#include <unordered_set>

namespace jinsha::scene {

namespace {

constexpr double kTolerancePx = 6;  // CSS pixels, for what is hard to hit
// Sizes that depend on features are not known before the features are found: they are looked for this far
// off (CSS pixels).
constexpr double kFarthestPx = 64;

bool depends_on_feature(const style::StyleLayer& layer, std::initializer_list<std::string_view> properties) {
    return std::ranges::any_of(layer.properties(), [&](const style::PropertyUse& use) {
        return (use.dependence == style::Dependence::Feature ||
                use.dependence == style::Dependence::ZoomAndFeature) &&
               std::ranges::find(properties, use.name) != properties.end();
    });
}

double distance_to_points(const geo::GeometryView& geometry, geo::MapPoint p) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const geo::MapPoint& q : geometry.points)
        nearest = std::min(nearest, std::hypot(q.x - p.x, q.y - p.y));
    return nearest;
}

double distance_to_parts(const geo::GeometryView& geometry, geo::MapPoint p) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < geometry.part_count(); ++i) {
        nearest = std::min(nearest, geo::distance_to_line(p, geometry.part(i)));
    }
    return nearest;
}

double circle_radius(const style::CirclePaint& paint) {
    return std::max(kTolerancePx, paint.radius + paint.stroke_width);
}

double line_radius(const style::LinePaint& paint) {
    const double outer = paint.gap_width > 0 ? paint.gap_width / 2 + paint.width : paint.width / 2;
    return std::max(kTolerancePx, outer) + std::abs(paint.offset);
}

/// A feature that was met, and what lies over what inside its layer.
struct Hit {
    double sort_key{};
    std::uint32_t index{};
    auto operator<=>(const Hit&) const = default;
};

/// The features of one layer at a place.
class LayerPick {
public:
    LayerPick(const SnapshotLayer& layer, const MapSnapshot& snapshot, const PixelGrid& grid, GridPoint at)
        : layer_{layer},
          grid_{grid},
          at_{at},
          px_units_{snapshot.pixel_ratio * grid.units_per_pixel},
          pixel_ratio_{snapshot.pixel_ratio},
          zoom_{snapshot.zoom(grid.units_per_pixel)} {}

    /// The topmost last.
    [[nodiscard]] std::vector<Hit> hits() {
        if (!layer_.is_visible || !layer_.source || !layer_.style.covers_zoom(zoom_)) return {};
        switch (layer_.style.type()) {
            case style::LayerType::Background:
                break;
            case style::LayerType::Fill:
                meet_fills();
                break;
            case style::LayerType::Line:
                meet_lines();
                break;
            case style::LayerType::Circle:
                meet_circles();
                break;
            case style::LayerType::Symbol:
                meet_anchors();
                break;
        }
        std::ranges::sort(hits_);
        return std::move(hits_);
    }

private:
    using Meets = std::function<std::optional<double>(const map::SourceFeature&)>;  // the sort key

    [[nodiscard]] style::EvaluationContext context(const style::Feature& feature) const {
        return {zoom_, &feature};
    }
    /// Where to look for what is drawn, by its translation, away from its place.
    [[nodiscard]] geo::MapPoint place(const style::Offset& translate) const {
        return grid_.to_map(
            GridPoint{at_.x - translate.x * pixel_ratio_, at_.y - translate.y * pixel_ratio_});
    }
    void visit(geo::MapPoint p, double radius_px, const Meets& meets) {
        const geo::Envelope box = geo::Envelope{p.x, p.y, p.x, p.y}.grown(radius_px * px_units_);
        layer_.source->visit(box, grid_.units_per_pixel / 2, [&](const map::SourceFeature& feature) {
            if (!layer_.style.matches(context(feature))) return true;
            if (const auto sort_key = meets(feature)) hits_.push_back({*sort_key, feature.index()});
            return true;
        });
    }

    void meet_fills() {
        const auto usual = layer_.style.fill_paint(context(none_));
        const geo::MapPoint p = place(usual.translate);
        const bool is_sorted = depends_on_feature(layer_.style, {"fill-sort-key"});
        visit(p, 0, [&](const map::SourceFeature& feature) -> std::optional<double> {
            const auto geometry = feature.geometry();
            if (geometry.type != geo::GeometryType::Polygon || !geo::contains(geometry, p)) return {};
            return is_sorted ? layer_.style.fill_paint(context(feature)).sort_key : usual.sort_key;
        });
    }

    void meet_lines() {
        const auto usual = layer_.style.line_paint(context(none_));
        const bool varies = depends_on_feature(layer_.style, {"line-width", "line-gap-width", "line-offset"});
        const geo::MapPoint p = place({});
        visit(p, varies ? kFarthestPx : line_radius(usual),
              [&](const map::SourceFeature& feature) -> std::optional<double> {
                  const auto geometry = feature.geometry();
                  if (geometry.type == geo::GeometryType::Point) return {};
                  const double distance = distance_to_parts(geometry, p) / px_units_;
                  if (distance > (varies ? kFarthestPx : line_radius(usual))) return {};
                  if (varies && distance > line_radius(layer_.style.line_paint(context(feature)))) return {};
                  return 0;
              });
    }

    void meet_circles() {
        const auto usual = layer_.style.circle_paint(context(none_));
        const bool varies =
            depends_on_feature(layer_.style, {"circle-radius", "circle-stroke-width", "circle-sort-key"});
        const geo::MapPoint p = place(usual.translate);
        visit(p, varies ? kFarthestPx : circle_radius(usual),
              [&](const map::SourceFeature& feature) -> std::optional<double> {
                  const double distance = distance_to_points(feature.geometry(), p) / px_units_;
                  if (distance > (varies ? kFarthestPx : circle_radius(usual))) return {};
                  if (!varies) return usual.sort_key;
                  const auto paint = layer_.style.circle_paint(context(feature));
                  if (distance > circle_radius(paint)) return {};
                  return paint.sort_key;
              });
    }

    /// Of symbols that are painted with the layers below: where their points are.
    void meet_anchors() {
        const geo::MapPoint p = place({});
        visit(p, kTolerancePx, [&](const map::SourceFeature& feature) -> std::optional<double> {
            const auto geometry = feature.geometry();
            if (geometry.type != geo::GeometryType::Point) return {};
            if (distance_to_points(geometry, p) > kTolerancePx * px_units_) return {};
            return 0;
        });
    }

    const SnapshotLayer& layer_;
    const PixelGrid& grid_;
    GridPoint at_;
    double px_units_;  // map units in a CSS pixel
    double pixel_ratio_, zoom_;
    NoFeature none_;
    std::vector<Hit> hits_;
};

bool is_on(GridPoint at, GridPoint middle, double width_px, double height_px, double rotate_deg) {
    const GridPoint p = Turn::of_degrees(rotate_deg).undo({at.x - middle.x, at.y - middle.y});
    return std::abs(p.x) <= width_px / 2 && std::abs(p.y) <= height_px / 2;
}

bool is_on(GridPoint at, const PlacedSymbol& symbol) {
    return std::ranges::any_of(symbol.icons,
                               [&](const PlacedIcon& icon) {
                                   return is_on(at, icon.center, icon.width_px, icon.height_px,
                                                icon.rotate_deg);
                               }) ||
           std::ranges::any_of(symbol.texts, [&](const PlacedText& text) {
               const text::ShapedText& shaped = text.label->shaped;
               return is_on(at, text.origin, shaped.width_px, shaped.height_px, text.label->rotate_deg);
           });
}

/// Keeps the first pick of each feature.
class Picks {
public:
    void add(const Pick& pick) {
        const std::uint64_t key = std::uint64_t{pick.feature.source} << 32 | pick.feature.index;
        if (seen_.insert(key).second) picks_.push_back(pick);
    }
    [[nodiscard]] std::vector<Pick> take() { return std::move(picks_); }

private:
    std::vector<Pick> picks_;
    std::unordered_set<std::uint64_t> seen_;
};

}  // namespace

std::vector<Pick> pick(const MapSnapshot& snapshot, const PixelGrid& grid,
                       const std::vector<PlacedSymbol>& symbols, GridPoint at) {
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) return {};
    Picks picks;
    for (const PlacedSymbol& symbol : symbols | std::views::reverse) {
        if (is_on(at, symbol)) picks.add({symbol.feature, symbol.layer, symbol.cluster});
    }
    for (std::size_t i = snapshot.first_symbol_layer(); i-- > 0;) {
        const SnapshotLayer& layer = snapshot.layers[i];
        const auto hits = LayerPick{layer, snapshot, grid, at}.hits();
        for (const Hit& hit : hits | std::views::reverse) {
            picks.add({{layer.source_index, hit.index}, static_cast<std::uint32_t>(i)});
        }
    }
    return picks.take();
}

}  // namespace jinsha::scene
