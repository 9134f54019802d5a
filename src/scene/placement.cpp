#include "scene/placement.hpp"

#include "scene/cluster_layer.hpp"
#include "scene/symbol_layer.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace jinsha::scene {

namespace {

// Beyond this many claims all is forgotten; what is asked for next is found again, and the same.
constexpr std::size_t kMostClaims = 400'000;
// Whole pixels can be told apart, and block numbers fit, as far out as this.
constexpr double kEndOfWorldPx = 1e13;

constexpr std::uint64_t kBasis = 0xCBF2'9CE4'8422'2325u;

/// FNV-1a (Fowler, Noll, Vo), continued.
std::uint64_t mixed(std::uint64_t hash, std::string_view bytes) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3u;
    return hash;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t number) {
    for (int i = 0; i < 64; i += 8) hash = (hash ^ (number >> i & 0xFF)) * 0x100'0000'01B3u;
    return hash;
}

/// The first is drawn first. As symbol-z-order "auto" says: by sort key, then from the north.
auto drawing_order(const SymbolCandidate& c) {
    return std::make_tuple(~c.rank.layer, c.rank.sort_key, c.anchor.y, c.anchor.x, c.rank.feature,
                           c.rank.number);
}

}  // namespace

struct SymbolPlacer::State final : ClaimSupply {
    struct Layer {
        std::uint32_t index;  // in the snapshot; of clusters that of no layer
        std::unique_ptr<ClaimLayer> claims;
    };
    static constexpr std::uint32_t kClusters = 0xFFFF'FFFF;

    std::shared_ptr<const MapSnapshot> snapshot;
    std::shared_ptr<const text::FontSet> fonts;
    std::shared_ptr<const symbol::IconStore> icons;
    SymbolMaker maker;
    SymbolView view;
    std::shared_ptr<const ClusterTree> clusters;
    std::vector<Layer> layers;  // topmost first
    GridBox world{kNoBox};
    std::optional<PlacementContest> contest;   // none before the first question
    const std::atomic<bool>* cancelled_now{};  // while a question is answered

    State(std::shared_ptr<const MapSnapshot> map, double units_per_pixel,
          std::shared_ptr<const text::FontSet> font_set, std::shared_ptr<const symbol::IconStore> icon_store)
        : snapshot{std::move(map)},
          fonts{std::move(font_set)},
          icons{std::move(icon_store)},
          maker{*fonts, *icons, snapshot->pixel_ratio, contest_scale(snapshot->pixel_ratio).reach_px},
          view{snapshot->grid(units_per_pixel), snapshot->zoom(units_per_pixel), snapshot->pixel_ratio} {}

    /// False when it was cancelled.
    bool begin(const std::atomic<bool>& cancelled) {
        if (contest) return true;
        if (snapshot->clusters) {
            clusters = snapshot->clusters->tree(*snapshot, view.zoom, cancelled);
            if (!clusters) return false;
        }
        add_layers();
        forget();
        return true;
    }

    void add(std::uint32_t index, std::unique_ptr<ClaimLayer> layer) {
        world = united(world, layer->extent());
        layers.push_back({index, std::move(layer)});
    }

    void add_layers() {
        layers.clear();
        world = kNoBox;
        const auto rank = [this] { return static_cast<std::uint32_t>(layers.size()); };
        if (clusters) add(kClusters, std::make_unique<ClusterLayer>(clusters, rank(), view, maker));
        for (std::size_t i = snapshot->layers.size(); i-- > 0;) {
            const SnapshotLayer& layer = snapshot->layers[i];
            if (layer.style.type() != style::LayerType::Symbol) continue;
            if (!layer.is_visible || !layer.source || !layer.style.covers_zoom(view.zoom)) continue;
            add(static_cast<std::uint32_t>(i),
                std::make_unique<SymbolLayer>(layer, rank(), view, clusters, maker));
        }
        world = intersection(world.grown(contest_scale(view.pixel_ratio).reach_px),
                             {-kEndOfWorldPx, -kEndOfWorldPx, kEndOfWorldPx, kEndOfWorldPx});
    }

    void forget() {
        contest.emplace(*this, contest_scale(snapshot->pixel_ratio), world,
                        static_cast<std::uint32_t>(layers.size()));
    }

    std::vector<std::unique_ptr<SymbolClaim>> load(std::uint32_t layer, BlockPlace block) override {
        return layers[layer].claims->load(block, *cancelled_now);
    }
    void lay_out(SymbolClaim& claim) override {
        layers[claim.rank.layer].claims->lay_out(static_cast<SymbolCandidate&>(claim));
    }

    [[nodiscard]] PlacedSymbol cluster_symbol(const SymbolCandidate& candidate) const {
        const auto members = clusters->members(candidate.rank.feature);
        const map::FeatureKey first = members.front();
        const std::uint64_t id = mixed(
            mixed(mixed(kBasis, "cluster"), std::uint64_t{first.source} << 32 | first.index), members.size());
        return {id,
                snapshot->topmost_layer_of(first.source),
                first,
                candidate.rank.feature,
                candidate.anchor,
                kNoBox,
                {},
                {}};
    }

    [[nodiscard]] PlacedSymbol feature_symbol(const SymbolCandidate& candidate, std::uint32_t index) const {
        const SnapshotLayer& layer = snapshot->layers[index];
        const std::uint64_t id =
            mixed(mixed(mixed(kBasis, layer.style.id()), std::uint64_t{candidate.rank.feature}),
                  candidate.rank.number);
        const map::FeatureKey feature{layer.source_index, candidate.rank.feature};
        return {id, index, feature, {}, candidate.anchor, kNoBox, {}, {}};
    }

    [[nodiscard]] PlacedSymbol symbol(const SymbolCandidate& candidate) const {
        const std::uint32_t index = layers[candidate.rank.layer].index;
        PlacedSymbol symbol =
            index == kClusters ? cluster_symbol(candidate) : feature_symbol(candidate, index);
        const SymbolParts& drawn = candidate.drawn();
        if (candidate.icon_choice != SymbolClaim::kNotShown) {
            symbol.icons.push_back(*drawn.icon_drawing);
            symbol.box = united(symbol.box, drawn.icon_box);
        }
        if (candidate.text_choice != SymbolClaim::kNotShown) {
            const auto& text = drawn.text_drawings[static_cast<std::size_t>(candidate.text_choice)];
            symbol.texts = text.texts;
            symbol.box = united(symbol.box, text.box);
        }
        return symbol;
    }

    /// @param below  of the layers below the topmost run, else of those in it
    std::vector<PlacedSymbol> place(const GridRect& rect, const std::atomic<bool>& cancelled, bool below) {
        cancelled_now = &cancelled;
        if (rect.width <= 0 || rect.height <= 0 || !begin(cancelled)) return {};
        if (contest->claim_count() > kMostClaims) forget();
        const GridBox box = box_of(rect);
        std::vector<const SymbolCandidate*> candidates;
        for (const SymbolClaim* claim : contest->placed_in(box, cancelled)) {
            if (is_below(*claim) == below) candidates.push_back(static_cast<const SymbolCandidate*>(claim));
        }
        if (cancelled) {  // what is half decided would be taken for the outcome
            contest.reset();
            return {};
        }
        std::ranges::sort(candidates, {}, [](const SymbolCandidate* c) { return drawing_order(*c); });
        std::vector<PlacedSymbol> symbols;
        for (const SymbolCandidate* candidate : candidates) {
            PlacedSymbol placed = symbol(*candidate);
            if (meet(placed.box, box)) symbols.push_back(std::move(placed));
        }
        return symbols;
    }

    [[nodiscard]] bool is_below(const SymbolClaim& claim) const {
        return layers[claim.rank.layer].index < snapshot->first_symbol_layer();
    }
};

SymbolPlacer::SymbolPlacer(std::shared_ptr<const MapSnapshot> snapshot, double units_per_pixel,
                           std::shared_ptr<const text::FontSet> fonts,
                           std::shared_ptr<const symbol::IconStore> icons)
    : state_{std::make_unique<State>(std::move(snapshot), units_per_pixel, std::move(fonts),
                                     std::move(icons))} {}

SymbolPlacer::~SymbolPlacer() = default;

std::vector<PlacedSymbol> SymbolPlacer::place(const GridRect& rect, const std::atomic<bool>& cancelled) {
    return state_->place(rect, cancelled, false);
}

std::vector<PlacedSymbol> SymbolPlacer::place_below(const GridRect& rect,
                                                    const std::atomic<bool>& cancelled) {
    return state_->place(rect, cancelled, true);
}

const std::shared_ptr<const ClusterTree>& SymbolPlacer::clusters() const noexcept {
    return state_->clusters;
}

const std::vector<std::string>& SymbolPlacer::faults() const noexcept {
    return state_->maker.faults().all();
}

}  // namespace jinsha::scene
