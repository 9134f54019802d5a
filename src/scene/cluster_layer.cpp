#include "scene/cluster_layer.hpp"

#include <utility>

namespace jinsha::scene {

namespace {

style::SymbolPaint paint_of(const ClusterTree& tree, std::uint32_t number) {
    style::SymbolPaint paint;
    paint.icon.image = symbol::cluster_name(tree.theme_counts(number));
    paint.icon.overlap = style::Overlap::Always;
    return paint;
}

/// Left and top edge belong to a block, right and bottom do not.
bool owns(const GridBox& block, GridPoint p) {
    return p.x >= block.left && p.x < block.right && p.y >= block.top && p.y < block.bottom;
}

}  // namespace

ClusterLayer::ClusterLayer(std::shared_ptr<const ClusterTree> tree, std::uint32_t rank,
                           const SymbolView& view, SymbolMaker& maker)
    : tree_{std::move(tree)}, rank_{rank}, view_{view}, maker_{maker} {}

GridBox ClusterLayer::extent() const {
    return grid_box(view_.grid, tree_->extent());
}

std::vector<std::unique_ptr<SymbolClaim>> ClusterLayer::load(BlockPlace block,
                                                             const std::atomic<bool>& cancelled) {
    std::vector<std::unique_ptr<SymbolClaim>> claims;
    const GridBox box = box_of_block(block, contest_scale(view_.pixel_ratio).block_px);
    // A pixel more, since rounding may put an anchor on the other side of the block's edge.
    const auto envelope = map_envelope(view_.grid, box.grown(1));
    for (const std::uint32_t number : tree_->find(tree_->level(view_.zoom), envelope)) {
        if (cancelled.load(std::memory_order_relaxed)) break;
        const Cluster& cluster = tree_->cluster(number);
        const GridPoint anchor = view_.grid.to_grid(cluster.at);
        if (!owns(box, anchor)) continue;
        auto candidate = maker_.at_point(paint_of(*tree_, number), anchor, "jinsha:projects");
        if (!candidate) continue;
        candidate->rank = {rank_, 0, -static_cast<double>(cluster.count), 0, number, 0};
        claims.push_back(std::move(candidate));
    }
    return claims;
}

void ClusterLayer::lay_out(SymbolCandidate& candidate) {
    if (candidate.parts) return;
    maker_.lay_out(candidate, paint_of(*tree_, candidate.rank.feature), "jinsha:projects");
}

}  // namespace jinsha::scene
