#include "scene/project_clusters.hpp"

#include "scene/map_snapshot.hpp"
#include "style/value_text.hpp"
#include "symbol/theme_palette.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::size_t kMostTrees = 4;
constexpr std::size_t kFeaturesBetweenLooks = 4096;  // at whether it was cancelled

bool has_icon(const style::StyleLayer& layer) {
    return std::ranges::find(layer.properties(), "icon-image", &style::PropertyUse::name) !=
           layer.properties().end();
}

std::uint8_t theme_place(std::string_view id) {
    const auto themes = symbol::themes();
    return static_cast<std::uint8_t>(std::ranges::find(themes, id, &symbol::Theme::id) - themes.begin());
}

std::uint8_t theme_of(const map::SourceFeature& feature, const std::string& field) {
    if (const auto text = feature.text_property(field)) return theme_place(*text);
    return theme_place(style::to_text(feature.property(field)));
}

/// Collects those who take part, source by source in the order of their numbers.
class Participants {
public:
    Participants(const MapSnapshot& snapshot, const ClusteredProjects& projects, double zoom,
                 const std::atomic<bool>& cancelled)
        : snapshot_{snapshot}, projects_{projects}, zoom_{zoom}, cancelled_{cancelled} {}

    void add_source(std::uint32_t source, std::span<const std::size_t> layers) {
        std::vector<const SnapshotLayer*> showing;
        for (const std::size_t i : layers) {
            if (snapshot_.layers[i].source_index == source) showing.push_back(&snapshot_.layers[i]);
        }
        if (showing.empty()) return;
        const map::FeatureSource& features = *showing.front()->source;
        features.visit(features.extent(), 0, [&](const map::SourceFeature& feature) {
            const auto shows = [&](const SnapshotLayer* layer) {
                return layer->style.matches({zoom_, &feature});
            };
            if (std::ranges::any_of(showing, shows)) add(feature, source);
            return ++looked_at_ % kFeaturesBetweenLooks != 0 || !cancelled_.load(std::memory_order_relaxed);
        });
    }
    [[nodiscard]] std::span<const ClusterPoint> points() const noexcept { return points_; }

private:
    void add(const map::SourceFeature& feature, std::uint32_t source) {
        const geo::GeometryView geometry = feature.geometry();
        if (geometry.type != geo::GeometryType::Point || geometry.points.size() != 1) return;
        points_.push_back(
            {geometry.points.front(), {source, feature.index()}, theme_of(feature, projects_.theme_field)});
    }

    const MapSnapshot& snapshot_;
    const ClusteredProjects& projects_;
    double zoom_;
    const std::atomic<bool>& cancelled_;
    std::vector<ClusterPoint> points_;
    std::size_t looked_at_{};
};

}  // namespace

ProjectClusters::ProjectClusters(ClusteredProjects projects) : projects_{std::move(projects)} {}

ProjectClusters::Key ProjectClusters::key(const MapSnapshot& snapshot, double zoom) const {
    Key key;
    for (std::size_t i = 0; i < snapshot.layers.size(); ++i) {
        const SnapshotLayer& layer = snapshot.layers[i];
        const bool is_project =
            layer.source && std::ranges::binary_search(projects_.sources, layer.source_index);
        if (!is_project || layer.style.type() != style::LayerType::Symbol || !layer.is_visible) continue;
        if (!layer.style.covers_zoom(zoom) || !has_icon(layer.style)) continue;
        key.layers.push_back(i);
        if (layer.style.filter_depends_on_zoom()) key.filter_zoom = std::floor(zoom);
    }
    return key;
}

std::shared_ptr<const ClusterTree> ProjectClusters::tree(const MapSnapshot& snapshot, double zoom,
                                                         const std::atomic<bool>& cancelled) const {
    Key wanted = key(snapshot, zoom);
    const std::scoped_lock lock{mutex_};
    const auto known = std::ranges::find(known_, wanted, &Known::key);
    if (known != known_.end()) return known->tree;
    Participants participants{snapshot, projects_, zoom, cancelled};
    for (const std::uint32_t source : projects_.sources) participants.add_source(source, wanted.layers);
    auto built = ClusterTree::build(participants.points(), projects_.rules, cancelled);
    if (!built) return nullptr;
    if (known_.size() >= kMostTrees) known_.erase(known_.begin());
    known_.push_back({std::move(wanted), std::make_shared<const ClusterTree>(std::move(*built))});
    return known_.back().tree;
}

}  // namespace jinsha::scene
