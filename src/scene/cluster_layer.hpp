#pragma once

#include "scene/claim_layer.hpp"
#include "scene/cluster_tree.hpp"
#include "scene/symbol_candidate.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jinsha::scene {

/// The clusters of one zoom as symbols that are always shown. SymbolRank::feature is the cluster's number.
class ClusterLayer final : public ClaimLayer {
public:
    /// `maker` must outlive this.
    ClusterLayer(std::shared_ptr<const ClusterTree> tree, std::uint32_t rank, const SymbolView& view,
                 SymbolMaker& maker);

    [[nodiscard]] GridBox extent() const override;
    [[nodiscard]] std::vector<std::unique_ptr<SymbolClaim>> load(BlockPlace block,
                                                                 const std::atomic<bool>& cancelled) override;
    void lay_out(SymbolCandidate& candidate) override;

private:
    std::shared_ptr<const ClusterTree> tree_;
    std::uint32_t rank_;
    SymbolView view_;
    SymbolMaker& maker_;
};

}  // namespace jinsha::scene
