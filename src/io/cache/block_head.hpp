#pragma once

#include "geo/envelope.hpp"
#include "geo/geometry.hpp"
#include "io/cache/packed_bytes.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace jinsha::io {

/// Who is in a block, and about where: for each feature its place in the run, its kind of geometry, and its
/// envelope in 65,536ths of the block's, rounded outwards.
class BlockHead {
public:
    struct Member {
        std::uint16_t place_in_run{};
        geo::GeometryType type{geo::GeometryType::None};
        geo::Envelope envelope;
    };
    /// @param envelope  of the block: holds those of all members
    static void pack(std::span<const Member> members, const geo::Envelope& envelope, PackedWriter& out);
    /// None when the bytes hold no head.
    [[nodiscard]] static std::optional<BlockHead> unpack(std::string_view bytes);

    [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
    [[nodiscard]] std::uint16_t place_in_run(std::size_t member) const noexcept { return places_[member]; }
    [[nodiscard]] geo::GeometryType type(std::size_t member) const noexcept { return types_[member]; }
    /// The members whose envelope meets `box`, perhaps also some that lie just beside it.
    /// @param envelope  the one it was packed with
    [[nodiscard]] std::vector<std::uint32_t> meeting(const geo::Envelope& box,
                                                     const geo::Envelope& envelope) const;

private:
    using Sides = std::array<std::uint16_t, 4>;  // left, lower, right, upper
    std::vector<std::uint16_t> places_;
    std::vector<geo::GeometryType> types_;
    std::vector<Sides> sides_;
};

}  // namespace jinsha::io
