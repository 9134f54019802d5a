#pragma once

#include "scene/symbol_box.hpp"
#include "style/style_layer.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace jinsha::scene {

/// The order in which symbols are given room, a total one: the smaller rank chooses first.
struct SymbolRank {
    std::uint32_t layer{};    // 0: the topmost style layer
    std::uint32_t turn{};     // which part of the world goes first; 0 in layers of ordinary size
    double sort_key{};        // never NaN
    std::uint64_t tie{};      // between equal sort keys
    std::uint32_t feature{};  // number in its source
    std::uint64_t number{};   // of the symbol among those of its feature
    auto operator<=>(const SymbolRank&) const = default;
};

/// What a symbol's icon or its text asks for: one of several choices, each a set of boxes with the padding in
/// them, the best choice first. At most kMaxChoices.
class PartClaim {
public:
    static constexpr std::size_t kMaxChoices = 32;

    style::Overlap overlap{style::Overlap::Never};
    bool ignore_placement{};  // others may lie on it
    bool is_optional{};       // the other part may be shown without it

    void add_choice(std::span<const GridBox> boxes);
    [[nodiscard]] std::size_t choice_count() const noexcept { return ends_.size(); }
    [[nodiscard]] std::span<const GridBox> choice(std::size_t i) const noexcept;

private:
    std::vector<GridBox> boxes_;
    std::vector<std::uint32_t> ends_;
};

/// A symbol laid out: its parts; one without choices is not wanted. Derived classes keep what is drawn.
struct ClaimParts {
    PartClaim icon, text;
    virtual ~ClaimParts() = default;
};

/// A symbol that asks for room.
class SymbolClaim {
public:
    enum class State : std::uint8_t { Open, Placed, Dropped };
    static constexpr int kNotShown = -1;

    SymbolRank rank;
    GridBox reach;            // around all that it may come to cover
    GridBox fixture{kNoBox};  // shown whatever happens: others' texts keep off it where they have a choice
    std::unique_ptr<ClaimParts> parts;
    State state{State::Open};
    int icon_choice{kNotShown}, text_choice{kNotShown};  // where it was placed

    virtual ~SymbolClaim() = default;
    /// Quickly known boxes, so that most claims in a crowd are dropped before their text is shaped: when all
    /// of them are covered by symbols that block, there is no room for this one. None: nothing is known.
    virtual void cores(std::vector<GridBox>& out) const { out.clear(); }
};

}  // namespace jinsha::scene
