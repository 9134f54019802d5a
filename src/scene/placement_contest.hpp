#pragma once

#include "scene/symbol_claim.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace jinsha::scene {

/// A square of the world, counted from the grid's origin.
struct BlockPlace {
    std::int64_t column{}, row{};
    bool operator==(const BlockPlace&) const = default;
};

struct BlockPlaceHash {
    [[nodiscard]] std::size_t operator()(const BlockPlace& p) const noexcept {
        auto mixed = static_cast<std::uint64_t>(p.column) * 0x9E37'79B9'7F4A'7C15u;
        mixed ^= (mixed >> 32) ^ static_cast<std::uint64_t>(p.row);
        return static_cast<std::size_t>(mixed * 0xD6E8'FEB8'6659'FD93u);
    }
};

/// Lengths of the contest, in pixels of the grid.
struct ContestScale {
    double block_px{256};  // claims are loaded by squares of this side
    double reach_px{256};  // no claim reaches farther than this from the block that it is loaded with
    double cell_px{64};    // side of the squares that conflicts are searched in
};

/// Where the contest takes its claims from.
class ClaimSupply {
public:
    virtual ~ClaimSupply() = default;
    /// The claims of a layer (SymbolRank::layer) that belong to a block: the same ones whenever it is asked.
    virtual std::vector<std::unique_ptr<SymbolClaim>> load(std::uint32_t layer, BlockPlace block) = 0;
    /// Sets `parts`, inside `reach`; leaves it null when the claim cannot be shown at all.
    virtual void lay_out(SymbolClaim& claim) = 0;
};

/// Decides which symbols get room. The outcome is that of giving room to all symbols of the world one after
/// the other in the order of their ranks, each taking its first choice that meets none of those before it
/// (of several texts the first among those that lie on the fewest fixtures, and an optional text only one
/// that lies on none); but only what bears upon the rectangle asked for is worked out: a claim waits for
/// those of smaller rank that it could meet, these for theirs, and each is decided once. So the outcome
/// depends neither on the rectangle nor on the order of questions. Chains of such claims end soon where ranks
/// are scattered; SymbolRank::turn bounds them where a large layer is sorted across the whole world.
///
/// Where rivals are crowded they are asked in the order of their ranks and no further than the first that
/// stands in the way: the expected number of claims looked at is then of the order of the number of rivals
/// (Yoshida, Yamamoto, Ito 2012, "Improved constant-time approximation algorithms for maximum matchings and
/// other optimization problems").
class PlacementContest {
public:
    /// Claims lie inside `world` only. `supply` must outlive the contest.
    PlacementContest(ClaimSupply& supply, const ContestScale& scale, const GridBox& world,
                     std::uint32_t layer_count);
    ~PlacementContest();

    /// The placed claims whose boxes, taken together, may meet `rect`, each once, in the order of their
    /// ranks. They live as long as the contest. When `cancelled` becomes true it stops early, and the contest
    /// must not be asked again.
    [[nodiscard]] std::vector<const SymbolClaim*> placed_in(const GridBox& rect,
                                                            const std::atomic<bool>& cancelled);
    /// How many claims are kept.
    [[nodiscard]] std::size_t claim_count() const noexcept { return claims_.size(); }

private:
    struct Cell {
        std::vector<SymbolClaim*> claims;  // that reach into it
        std::vector<SymbolClaim*> placed;
        bool is_settled{};
    };
    struct Bout;
    struct CellRange;

    [[nodiscard]] CellRange range(const GridBox& box, double side_px) const noexcept;
    template <class Visit>
    void for_each_cell(const GridBox& box, Visit&& visit);
    void load_around(const GridBox& box, std::uint32_t last_layer);
    void settle(const GridBox& rect);
    void decide(SymbolClaim& claim);
    bool is_crowded_out(const SymbolClaim& claim);
    bool begin(Bout& bout);
    SymbolClaim* next_undecided(Bout& bout);
    void end(const Bout& bout);
    std::size_t fixtures_under(const SymbolClaim& claim, std::size_t text_choice);
    void keep_off_fixtures(Bout& bout);
    int best_text(const Bout& bout);

    [[nodiscard]] bool is_cancelled() const noexcept { return cancelled_->load(std::memory_order_relaxed); }

    ClaimSupply& supply_;
    const std::atomic<bool>* cancelled_{};  // while a question is answered
    ContestScale scale_;
    GridBox world_;
    std::uint32_t layer_count_;
    std::vector<std::unique_ptr<SymbolClaim>> claims_;
    std::unordered_map<BlockPlace, std::uint32_t, BlockPlaceHash>
        loaded_layers_;  // of each block, from the top
    std::unordered_map<BlockPlace, Cell, BlockPlaceHash> cells_;
    std::vector<GridBox> cores_;  // scratch
};

}  // namespace jinsha::scene
