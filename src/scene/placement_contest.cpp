#include "scene/placement_contest.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <deque>
#include <limits>

namespace jinsha::scene {

namespace {

using Choices = std::uint32_t;  // a bit for each choice of a part
static_assert(PartClaim::kMaxChoices == 32);

Choices all_choices(const PartClaim& part) {
    return static_cast<Choices>((std::uint64_t{1} << part.choice_count()) - 1);
}

/// Which parts are shown, given what is free. As the style specification says of icon-optional and
/// text-optional.
struct Shown {
    bool icon, text;
};

Shown shown(const ClaimParts& parts, Choices free_icon, Choices free_text) {
    const bool icon = free_icon != 0, text = free_text != 0;
    if (parts.icon.choice_count() == 0 || parts.text.choice_count() == 0) return {icon, text};
    return {icon && (text || parts.text.is_optional), text && (icon || parts.icon.is_optional)};
}

/// Takes those choices of `mine` that the boxes of `theirs`, placed before, lie on.
void take(const PartClaim& mine, std::span<const GridBox> theirs, style::Overlap their_overlap,
          Choices& free) {
    if (mine.overlap == style::Overlap::Always) return;
    if (mine.overlap == style::Overlap::Cooperative && their_overlap != style::Overlap::Never) return;
    for (std::size_t i = 0; i < mine.choice_count(); ++i) {
        if (!(free >> i & 1)) continue;
        const bool is_taken = std::ranges::any_of(mine.choice(i), [&](const GridBox& box) {
            return std::ranges::any_of(theirs, [&](const GridBox& other) { return meet(box, other); });
        });
        if (is_taken) free &= ~(Choices{1} << i);
    }
}

/// Calls `visit` with the boxes and the overlap of each part of a placed claim that others must keep off.
template <class Visit>
void for_each_barrier(const SymbolClaim& placed, Visit&& visit) {
    const auto part = [&](const PartClaim& claim, int choice) {
        if (choice == SymbolClaim::kNotShown || claim.ignore_placement) return;
        visit(claim.choice(static_cast<std::size_t>(choice)), claim.overlap);
    };
    part(placed.parts->icon, placed.icon_choice);
    part(placed.parts->text, placed.text_choice);
}

GridBox box_around(const PartClaim& part) {
    GridBox all = kNoBox;
    for (std::size_t i = 0; i < part.choice_count(); ++i) {
        for (const GridBox& box : part.choice(i)) all = united(all, box);
    }
    return all;
}

GridBox shown_box(const SymbolClaim& claim) {
    GridBox all = kNoBox;
    const auto add = [&](const PartClaim& part, int choice) {
        if (choice == SymbolClaim::kNotShown) return;
        for (const GridBox& box : part.choice(static_cast<std::size_t>(choice))) all = united(all, box);
    };
    add(claim.parts->icon, claim.icon_choice);
    add(claim.parts->text, claim.text_choice);
    return all;
}

bool overlaps_all(const PartClaim& part) {
    return part.choice_count() == 0 || part.overlap == style::Overlap::Always;
}

bool by_rank(const SymbolClaim* a, const SymbolClaim* b) {
    return a->rank < b->rank;
}

void sort_and_drop_doubles(std::vector<SymbolClaim*>& claims) {
    std::ranges::sort(claims, by_rank);
    const auto rest = std::ranges::unique(claims);
    claims.erase(rest.begin(), rest.end());
}

}  // namespace

/// A claim on its way to a decision.
struct PlacementContest::Bout {
    SymbolClaim* claim{};
    bool has_begun{};
    Choices free_icon{}, free_text{};
    std::vector<SymbolClaim*> rivals{};  // of smaller rank, undecided when the bout began; by rank
    std::size_t next_rival{};

    [[nodiscard]] bool is_lost() const {
        const Shown s = shown(*claim->parts, free_icon, free_text);
        return !s.icon && !s.text;
    }
    void give_way_to(const SymbolClaim& placed) {
        for_each_barrier(placed, [&](std::span<const GridBox> boxes, style::Overlap overlap) {
            take(claim->parts->icon, boxes, overlap, free_icon);
            take(claim->parts->text, boxes, overlap, free_text);
        });
    }
};

struct PlacementContest::CellRange {
    std::int64_t left{}, top{}, right{-1}, bottom{-1};  // all included
};

PlacementContest::PlacementContest(ClaimSupply& supply, const ContestScale& scale, const GridBox& world,
                                   std::uint32_t layer_count)
    : supply_{supply}, scale_{scale}, world_{world}, layer_count_{layer_count} {}

PlacementContest::~PlacementContest() = default;

PlacementContest::CellRange PlacementContest::range(const GridBox& box, double side_px) const noexcept {
    const GridBox inside = intersection(box, world_);
    if (inside.is_empty()) return {};
    const auto index = [side_px](double coordinate) {
        return static_cast<std::int64_t>(std::floor(coordinate / side_px));
    };
    return {index(inside.left), index(inside.top), index(inside.right), index(inside.bottom)};
}

template <class Visit>
void PlacementContest::for_each_cell(const GridBox& box, Visit&& visit) {
    const CellRange cells = range(box, scale_.cell_px);
    for (std::int64_t row = cells.top; row <= cells.bottom; ++row) {
        for (std::int64_t column = cells.left; column <= cells.right; ++column) visit(cells_[{column, row}]);
    }
}

void PlacementContest::load_around(const GridBox& box, std::uint32_t last_layer) {
    const CellRange blocks = range(box.grown(scale_.reach_px), scale_.block_px);
    for (std::int64_t row = blocks.top; row <= blocks.bottom; ++row) {
        for (std::int64_t column = blocks.left; column <= blocks.right && !is_cancelled(); ++column) {
            for (std::uint32_t& loaded = loaded_layers_[{column, row}]; loaded <= last_layer; ++loaded) {
                for (auto& claim : supply_.load(loaded, {column, row})) {
                    for_each_cell(claim->reach, [&](Cell& cell) { cell.claims.push_back(claim.get()); });
                    claims_.push_back(std::move(claim));
                }
            }
        }
    }
}

std::vector<const SymbolClaim*> PlacementContest::placed_in(const GridBox& rect,
                                                            const std::atomic<bool>& cancelled) {
    if (layer_count_ == 0 || rect.is_empty()) return {};
    cancelled_ = &cancelled;
    settle(rect);
    std::vector<SymbolClaim*> placed;
    for_each_cell(
        rect, [&](const Cell& cell) { placed.insert(placed.end(), cell.placed.begin(), cell.placed.end()); });
    sort_and_drop_doubles(placed);
    return {placed.begin(), placed.end()};
}

/// Decides all claims that may reach into the cells of `rect`.
void PlacementContest::settle(const GridBox& rect) {
    std::vector<Cell*> open_cells;
    for_each_cell(rect, [&](Cell& cell) {
        if (!cell.is_settled) open_cells.push_back(&cell);
    });
    if (open_cells.empty()) return;
    load_around(rect.grown(scale_.cell_px), layer_count_ - 1);
    std::vector<SymbolClaim*> claims;
    for (Cell* cell : open_cells) {
        std::ranges::copy_if(cell->claims, std::back_inserter(claims), [](const SymbolClaim* claim) {
            return claim->state == SymbolClaim::State::Open;
        });
        cell->is_settled = true;
    }
    sort_and_drop_doubles(claims);  // in their order most rivals are decided already
    for (SymbolClaim* claim : claims) {
        if (is_cancelled()) return;
        decide(*claim);
    }
}

/// Ranks only fall on the way from a claim to its rivals, so the bouts cannot run in a circle. They are kept
/// on a heap of our own, since chains may be longer than the stack of a thread.
void PlacementContest::decide(SymbolClaim& first) {
    std::deque<Bout> bouts;
    bouts.push_back({&first});
    while (!bouts.empty() && !is_cancelled()) {
        Bout& bout = bouts.back();
        if (bout.claim->state != SymbolClaim::State::Open || (!bout.has_begun && !begin(bout))) {
            bouts.pop_back();
        } else if (SymbolClaim* rival = next_undecided(bout)) {
            bouts.push_back({rival});
        } else {
            end(bout);
            bouts.pop_back();
        }
    }
}

/// False when the claim is dropped at once.
bool PlacementContest::begin(Bout& bout) {
    SymbolClaim& claim = *bout.claim;
    bout.has_begun = true;
    const auto drop = [&] {
        claim.state = SymbolClaim::State::Dropped;
        claim.parts.reset();
        return false;
    };
    if (is_crowded_out(claim)) return drop();
    supply_.lay_out(claim);
    if (!claim.parts) return drop();
    const PartClaim &icon = claim.parts->icon, &text = claim.parts->text;
    bout.free_icon = all_choices(icon);
    bout.free_text = all_choices(text);
    keep_off_fixtures(bout);
    if (bout.is_lost()) return drop();
    if (overlaps_all(icon) && overlaps_all(text)) return true;

    const GridBox box = united(box_around(icon), box_around(text));
    load_around(box, claim.rank.layer);
    for_each_cell(box, [&](const Cell& cell) {
        for (const SymbolClaim* placed : cell.placed) {
            if (placed->rank < claim.rank) bout.give_way_to(*placed);
        }
    });
    if (bout.is_lost()) return drop();
    for_each_cell(box, [&](const Cell& cell) {
        for (SymbolClaim* other : cell.claims) {
            if (other->state == SymbolClaim::State::Open && other->rank < claim.rank &&
                meet(other->reach, box)) {
                bout.rivals.push_back(other);
            }
        }
    });
    sort_and_drop_doubles(bout.rivals);
    return true;
}

bool PlacementContest::is_crowded_out(const SymbolClaim& claim) {
    claim.cores(cores_);
    return !cores_.empty() && std::ranges::all_of(cores_, [&](const GridBox& core) {
        bool is_covered = false;
        for_each_cell(core, [&](const Cell& cell) {
            for (const SymbolClaim* placed : cell.placed) {
                if (is_covered || !(placed->rank < claim.rank)) continue;
                for_each_barrier(*placed, [&](std::span<const GridBox> boxes, style::Overlap) {
                    is_covered = is_covered ||
                                 std::ranges::any_of(boxes, [&](const GridBox& b) { return meet(b, core); });
                });
            }
        });
        return is_covered;
    });
}

/// The next rival that must be decided before this claim can be; null when none is left or when the claim
/// has lost already.
SymbolClaim* PlacementContest::next_undecided(Bout& bout) {
    for (; bout.next_rival < bout.rivals.size() && !bout.is_lost(); ++bout.next_rival) {
        SymbolClaim* rival = bout.rivals[bout.next_rival];
        if (rival->state == SymbolClaim::State::Open) return rival;
        if (rival->state == SymbolClaim::State::Placed) bout.give_way_to(*rival);
    }
    return nullptr;
}

void PlacementContest::end(const Bout& bout) {
    SymbolClaim& claim = *bout.claim;
    const Shown parts = shown(*claim.parts, bout.free_icon, bout.free_text);
    if (!parts.icon && !parts.text) {
        claim.state = SymbolClaim::State::Dropped;
        claim.parts.reset();
        return;
    }
    claim.state = SymbolClaim::State::Placed;
    if (parts.icon) claim.icon_choice = std::countr_zero(bout.free_icon);
    if (parts.text) claim.text_choice = best_text(bout);
    for_each_cell(shown_box(claim), [&](Cell& cell) { cell.placed.push_back(&claim); });
}

/// How many fixtures of others a choice of the claim's text lies on. Fixtures stand whoever is placed, so
/// nothing needs to be decided for this.
std::size_t PlacementContest::fixtures_under(const SymbolClaim& claim, std::size_t text_choice) {
    std::vector<const SymbolClaim*> met;
    for (const GridBox& box : claim.parts->text.choice(text_choice)) {
        for_each_cell(box, [&](const Cell& cell) {
            for (const SymbolClaim* other : cell.claims) {
                if (other != &claim && meet(other->fixture, box)) met.push_back(other);
            }
        });
    }
    std::ranges::sort(met);
    return static_cast<std::size_t>(std::ranges::unique(met).begin() - met.begin());
}

/// A text that may be left away is not laid on fixtures at all.
void PlacementContest::keep_off_fixtures(Bout& bout) {
    const ClaimParts& parts = *bout.claim->parts;
    const bool may_go = parts.icon.choice_count() > 0 && parts.text.is_optional;
    if (!may_go || parts.text.overlap != style::Overlap::Never) return;
    load_around(box_around(parts.text), layer_count_ - 1);
    for (std::size_t i = 0; i < parts.text.choice_count(); ++i) {
        if (fixtures_under(*bout.claim, i) > 0) bout.free_text &= ~(Choices{1} << i);
    }
}

/// The first of the free choices that lie on the fewest fixtures.
int PlacementContest::best_text(const Bout& bout) {
    const PartClaim& text = bout.claim->parts->text;
    const int first = std::countr_zero(bout.free_text);
    if (std::has_single_bit(bout.free_text) || text.overlap == style::Overlap::Always) return first;
    load_around(box_around(text), layer_count_ - 1);
    int best = first;
    std::size_t fewest = std::numeric_limits<std::size_t>::max();
    for (int i = first; i < static_cast<int>(text.choice_count()) && fewest > 0; ++i) {
        if (!(bout.free_text >> i & 1)) continue;
        const std::size_t count = fixtures_under(*bout.claim, static_cast<std::size_t>(i));
        if (count < fewest) best = i;
        fewest = std::min(fewest, count);
    }
    return best;
}

}  // namespace jinsha::scene
