#pragma once

#include "scene/claim_layer.hpp"
#include "scene/cluster_tree.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/symbol_crowd.hpp"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace jinsha::scene {

/// The candidates of one symbol layer, block by block.
///
/// Their order inside the layer: symbol-sort-key, then the number of the feature. In a layer of more than
/// 4,096 features equal keys are ordered by a hash of the number instead, and the world is divided into
/// squares of 1,024 CSS pixels whose four colours (as of a chequerboard of two by two) come before the sort
/// key: both keep the chains of dependent decisions short, which numbers that run along rows, or keys that
/// rise across the world, would make as long as the world is wide.
class SymbolLayer final : public ClaimLayer {
public:
    /// `rank` counts the layers from the topmost. What a cluster of `clusters` (may be null) holds is left
    /// out. `layer` and `maker` must outlive this.
    SymbolLayer(const SnapshotLayer& layer, std::uint32_t rank, const SymbolView& view,
                std::shared_ptr<const ClusterTree> clusters, SymbolMaker& maker);

    [[nodiscard]] GridBox extent() const override;
    [[nodiscard]] std::vector<std::unique_ptr<SymbolClaim>> load(BlockPlace block,
                                                                 const std::atomic<bool>& cancelled) override;
    void lay_out(SymbolCandidate& candidate) override;

private:
    /// A line feature ready to be labelled.
    struct Lines {
        SymbolMaker::Line line;
        std::vector<LineCourse> courses;
    };

    [[nodiscard]] CrowdLimits limits() const;
    [[nodiscard]] bool is_shown(const map::SourceFeature& feature) const;
    [[nodiscard]] SymbolRank rank_at(const map::SourceFeature& feature, GridPoint anchor,
                                     std::uint64_t number, double sort_key) const;
    void add(const map::SourceFeature& feature, const GridBox& block, SymbolCrowd& crowd);
    void add_point(const map::SourceFeature& feature, std::uint64_t number, geo::MapPoint at,
                   SymbolCrowd& crowd);
    void add_lines(const map::SourceFeature& feature, const GridBox& block, SymbolCrowd& crowd);
    [[nodiscard]] std::shared_ptr<const Lines> lines_of(const map::SourceFeature& feature);
    [[nodiscard]] std::optional<geo::MapPoint> single_anchor(const map::SourceFeature& feature,
                                                             const SymbolCrowd& crowd);
    [[nodiscard]] style::EvaluationContext context(const map::SourceFeature& feature) const noexcept {
        return {view_.zoom, &feature};
    }

    const SnapshotLayer& layer_;
    std::uint32_t rank_;
    SymbolView view_;
    std::shared_ptr<const ClusterTree> clusters_;
    SymbolMaker& maker_;
    style::SymbolPaint usual_;  // of no feature in particular
    bool sorts_by_feature_;
    bool is_large_;
    std::unordered_map<std::uint32_t, std::optional<geo::MapPoint>> anchors_;  // of features in many blocks
    std::unordered_map<std::uint32_t, std::shared_ptr<const Lines>> long_lines_;  // null: nothing to set
};

}  // namespace jinsha::scene
