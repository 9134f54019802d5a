#include "scene/symbol_layer.hpp"

#include "geo/label_point.hpp"
#include "scene/no_feature.hpp"
#include "scene/symbol_anchor.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostFeaturesInOrder = 4096;
constexpr double kSquareBlocks = 4;  // side of the squares that large layers are divided into

// Texts are taller than 16 px, so hardly more than two of them could find room with their anchors in one
// square of a crowd; icons that may overlap hide each other there. What is left out is not seen.
constexpr CrowdLimits kLimits{8, 64}, kOverlappingLimits{16, 64};
constexpr CrowdLimits kLargeLimits{4, 3};

// Of a smaller polygon the middle of its envelope will do: no label can be seen to stand wrong by so little.
constexpr double kTinyPolygonPx = 8;
constexpr std::size_t kLongLinePoints = 256;  // from here on a line is measured once, not for each block

std::uint64_t scattered(std::uint64_t x) {  // SplitMix64 (Steele, Lea, Flood 2014)
    x += 0x9E37'79B9'7F4A'7C15u;
    x = (x ^ (x >> 30)) * 0xBF58'476D'1CE4'E5B9u;
    x = (x ^ (x >> 27)) * 0x94D0'49BB'1331'11EBu;
    return x ^ (x >> 31);
}

bool depends_on_feature(const style::StyleLayer& layer, std::string_view property) {
    return std::ranges::any_of(layer.properties(), [&](const style::PropertyUse& use) {
        return use.name == property && (use.dependence == style::Dependence::Feature ||
                                        use.dependence == style::Dependence::ZoomAndFeature);
    });
}

style::SymbolPaint usual_paint(const style::StyleLayer& layer, double zoom) {
    const NoFeature none;
    return layer.symbol_paint({zoom, &none});
}

bool may_overlap(const style::SymbolPaint& paint) {
    return paint.icon.overlap != style::Overlap::Never || paint.text.overlap != style::Overlap::Never;
}

/// A number for the place along the line that is the same however many places there are.
std::uint64_t number_on_line(std::size_t part, std::int64_t anchor) {
    const auto zigzag = static_cast<std::uint64_t>(anchor < 0 ? -2 * anchor - 1 : 2 * anchor);
    return static_cast<std::uint64_t>(part) << 40 | zigzag;
}

}  // namespace

SymbolLayer::SymbolLayer(const SnapshotLayer& layer, std::uint32_t rank, const SymbolView& view,
                         std::shared_ptr<const ClusterTree> clusters, SymbolMaker& maker)
    : layer_{layer},
      rank_{rank},
      view_{view},
      clusters_{std::move(clusters)},
      maker_{maker},
      usual_{usual_paint(layer.style, view.zoom)},
      sorts_by_feature_{depends_on_feature(layer.style, "symbol-sort-key")},
      is_large_{layer.source->size() > kMostFeaturesInOrder} {}

GridBox SymbolLayer::extent() const {
    return grid_box(view_.grid, layer_.source->extent());
}

bool SymbolLayer::is_shown(const map::SourceFeature& feature) const {
    const map::FeatureKey key{layer_.source_index, feature.index()};
    return !(clusters_ && clusters_->is_clustered(key, clusters_->level(view_.zoom))) &&
           layer_.style.matches(context(feature));
}

std::vector<std::unique_ptr<SymbolClaim>> SymbolLayer::load(BlockPlace block,
                                                            const std::atomic<bool>& cancelled) {
    const GridBox box = box_of_block(block, contest_scale(view_.pixel_ratio).block_px);
    SymbolCrowd crowd{box, limits()};
    // A pixel more, since rounding may put an anchor on the other side of the block's edge.
    layer_.source->visit(map_envelope(view_.grid, box.grown(1)), view_.grid.units_per_pixel / 2,
                         [&](const map::SourceFeature& feature) {
                             if (is_shown(feature)) add(feature, box, crowd);
                             return !cancelled.load(std::memory_order_relaxed);
                         });
    return crowd.take_all();
}

CrowdLimits SymbolLayer::limits() const {
    if (is_large_) return kLargeLimits;
    return may_overlap(usual_) ? kOverlappingLimits : kLimits;
}

void SymbolLayer::add(const map::SourceFeature& feature, const GridBox& block, SymbolCrowd& crowd) {
    if (usual_.placement == style::SymbolPlacement::Line) return add_lines(feature, block, crowd);
    const geo::GeometryView geometry = feature.geometry();
    if (geometry.type == geo::GeometryType::Point) {
        for (std::size_t i = 0; i < geometry.points.size(); ++i)
            add_point(feature, i, geometry.points[i], crowd);
    } else if (const auto anchor = single_anchor(feature, crowd)) {
        add_point(feature, 0, *anchor, crowd);
    }
}

/// Of a line or polygon. Those that lie in more than one block are asked about again and again.
std::optional<geo::MapPoint> SymbolLayer::single_anchor(const map::SourceFeature& feature,
                                                        const SymbolCrowd& crowd) {
    const auto known = anchors_.find(feature.index());
    if (known != anchors_.end()) return known->second;
    const geo::GeometryView geometry = feature.geometry();
    const geo::Envelope box = geo::envelope(geometry);
    if (box.is_empty()) return {};
    const double tiny = kTinyPolygonPx * view_.pixel_ratio * view_.grid.units_per_pixel;
    if (box.width() <= tiny && box.height() <= tiny) return box.center();
    const auto anchor =
        geometry.type == geo::GeometryType::Polygon ? polygon_anchor(geometry) : geo::label_point(geometry);
    const bool is_in_one_block = crowd.owns(view_.grid.to_grid({box.min_x, box.max_y})) &&
                                 crowd.owns(view_.grid.to_grid({box.max_x, box.min_y}));
    if (!is_in_one_block) anchors_.emplace(feature.index(), anchor);
    return anchor;
}

void SymbolLayer::add_point(const map::SourceFeature& feature, std::uint64_t number, geo::MapPoint at,
                            SymbolCrowd& crowd) {
    const GridPoint anchor = view_.grid.to_grid(at);
    if (!crowd.owns(anchor)) return;
    std::optional<style::SymbolPaint> paint;
    if (sorts_by_feature_) paint = layer_.style.symbol_paint(context(feature));
    const SymbolRank rank = rank_at(feature, anchor, number, paint ? paint->sort_key : usual_.sort_key);
    if (!crowd.would_keep(anchor, rank)) return;
    if (!paint) paint = layer_.style.symbol_paint(context(feature));
    if (auto candidate = maker_.at_point(*paint, anchor, layer_.style.id())) {
        candidate->rank = rank;
        crowd.add(std::move(candidate));
    }
}

std::shared_ptr<const SymbolLayer::Lines> SymbolLayer::lines_of(const map::SourceFeature& feature) {
    const auto known = long_lines_.find(feature.index());
    if (known != long_lines_.end()) return known->second;
    std::shared_ptr<Lines> lines;
    const geo::GeometryView geometry = feature.geometry();
    if (auto line = maker_.line(layer_.style.symbol_paint(context(feature)), layer_.style.id())) {
        lines = std::make_shared<Lines>();
        lines->line = std::move(*line);
        for (std::size_t i = 0; i < geometry.part_count(); ++i) {
            lines->courses.push_back(LineCourse::of(geometry.part(i), view_.grid));
        }
    }
    if (geometry.points.size() > kLongLinePoints) long_lines_.emplace(feature.index(), lines);
    return lines;
}

void SymbolLayer::add_lines(const map::SourceFeature& feature, const GridBox& block, SymbolCrowd& crowd) {
    if (feature.geometry().type == geo::GeometryType::Point) return;
    const auto lines = lines_of(feature);
    if (!lines) return;
    const SymbolMaker::Line& line = lines->line;
    for (std::size_t part = 0; part < lines->courses.size(); ++part) {
        const LineCourse& course = lines->courses[part];
        for (const LineAnchor& anchor : anchors_along(course, line.spacing_px, line.margin_px, block)) {
            const SymbolRank rank =
                rank_at(feature, anchor.point, number_on_line(part, anchor.number), line.paint.sort_key);
            if (!crowd.would_keep(anchor.point, rank)) continue;
            if (auto candidate = maker_.on_line(line, course, anchor, layer_.style.id())) {
                candidate->rank = rank;
                crowd.add(std::move(candidate));
            }
        }
    }
}

SymbolRank SymbolLayer::rank_at(const map::SourceFeature& feature, GridPoint anchor, std::uint64_t number,
                                double sort_key) const {
    SymbolRank rank{rank_, 0, std::isnan(sort_key) ? 0 : sort_key, 0, feature.index(), number};
    if (is_large_) {
        const double side = kSquareBlocks * contest_scale(view_.pixel_ratio).block_px;
        const auto odd = [side](double x) {
            return static_cast<std::uint32_t>(std::llround(std::floor(x / side)) & 1);
        };
        rank.turn = odd(anchor.x) + 2 * odd(anchor.y);
        rank.tie = scattered(feature.index());
    }
    return rank;
}

void SymbolLayer::lay_out(SymbolCandidate& candidate) {
    if (candidate.parts) return;
    layer_.source->visit(candidate.rank.feature, [&](const map::SourceFeature& feature) {
        maker_.lay_out(candidate, layer_.style.symbol_paint(context(feature)), layer_.style.id());
    });
}

}  // namespace jinsha::scene
