#include "tools/snapping.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace jinsha::tools {
namespace {

using geo::MapPoint;

double distance(MapPoint a, MapPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

MapPoint nearest_on(MapPoint a, MapPoint b, MapPoint p) {
    const double x = b.x - a.x, y = b.y - a.y;
    const double squared = x * x + y * y;
    if (squared == 0) return a;
    const double t = std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / squared, 0.0, 1.0);
    return {a.x + t * x, a.y + t * y};
}

/// Keeps the nearest of what it is shown.
class Nearest {
public:
    explicit Nearest(const SnapRequest& request)
        : request_{request},
          box_{geo::Envelope{request.at.x, request.at.y, request.at.x, request.at.y}.grown(
              request.reach_map_units)} {}

    void look_at(const geo::GeometryView& geometry) {
        for (std::size_t part = 0; part < geometry.part_count(); ++part) {
            const auto points = geometry.part(part);
            for (const MapPoint p : points) take(Snap::To::Vertex, p, vertex_, vertex_distance_);
            if (geometry.type == geo::GeometryType::Point) continue;
            for (std::size_t i = 0; i + 1 < points.size(); ++i) look_at_edge(points[i], points[i + 1]);
        }
    }
    void look_at(MapPoint own) { take(Snap::To::Vertex, own, vertex_, vertex_distance_); }

    [[nodiscard]] const geo::Envelope& box() const noexcept { return box_; }
    [[nodiscard]] std::optional<Snap> result() const { return vertex_ ? vertex_ : edge_; }

private:
    void look_at_edge(MapPoint a, MapPoint b) {
        geo::Envelope edge;
        edge.extend(a);
        edge.extend(b);
        if (edge.intersects(box_)) take(Snap::To::Edge, nearest_on(a, b, request_.at), edge_, edge_distance_);
    }
    void take(Snap::To to, MapPoint at, std::optional<Snap>& best, double& best_distance) const {
        const double there = distance(at, request_.at);
        if (there > request_.reach_map_units || (best && there >= best_distance)) return;
        best = Snap{to, at};
        best_distance = there;
    }

    const SnapRequest& request_;
    geo::Envelope box_;
    std::optional<Snap> vertex_, edge_;
    double vertex_distance_{}, edge_distance_{};
};

}  // namespace

std::optional<Snap> snap(const scene::MapSnapshot& snapshot, const SnapRequest& request) {
    Nearest nearest{request};
    for (const MapPoint own : request.own) nearest.look_at(own);
    std::set<const map::FeatureSource*> seen;
    for (const scene::SnapshotLayer& layer : snapshot.layers) {
        if (!layer.is_visible || !layer.source || !seen.insert(layer.source.get()).second) continue;
        layer.source->visit(nearest.box(), 0, [&](const map::SourceFeature& feature) {
            const map::FeatureKey key{layer.source_index, feature.index()};
            if (request.without != key) nearest.look_at(feature.geometry());
            return true;
        });
    }
    return nearest.result();
}

}  // namespace jinsha::tools
