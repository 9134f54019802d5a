#include "io/cache/block_head.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::io {
namespace {

constexpr double kSteps = 65'535;

/// Where `value` lies between `low` and `low + size`, in steps; what is outside is brought to the nearer end.
double steps(double value, double low, double size) {
    if (!(size > 0)) return 0;
    return std::clamp((value - low) / size * kSteps, 0.0, kSteps);
}

std::uint16_t rounded_down(double value, double low, double size) {
    return static_cast<std::uint16_t>(steps(value, low, size));
}

std::uint16_t rounded_up(double value, double low, double size) {
    return static_cast<std::uint16_t>(std::ceil(steps(value, low, size)));
}

std::array<std::uint16_t, 4> sides_of(const geo::Envelope& box, const geo::Envelope& within) {
    return {rounded_down(box.min_x, within.min_x, within.width()),
            rounded_down(box.min_y, within.min_y, within.height()),
            rounded_up(box.max_x, within.min_x, within.width()),
            rounded_up(box.max_y, within.min_y, within.height())};
}

}  // namespace

void BlockHead::pack(std::span<const Member> members, const geo::Envelope& envelope, PackedWriter& out) {
    out.number(members.size());
    for (const Member& member : members) {
        out.fixed(member.place_in_run);
        out.byte(static_cast<std::uint8_t>(member.type));
        out.fixed(member.envelope.is_empty() ? Sides{} : sides_of(member.envelope, envelope));
    }
}

std::optional<BlockHead> BlockHead::unpack(std::string_view bytes) {
    PackedReader in{bytes};
    BlockHead head;
    const std::size_t members = in.count(sizeof(std::uint16_t) + 1 + sizeof(Sides));
    for (std::size_t i = 0; i < members; ++i) {
        head.places_.push_back(in.fixed<std::uint16_t>());
        const std::uint8_t type = in.byte();
        if (type > static_cast<std::uint8_t>(geo::GeometryType::Polygon)) return std::nullopt;
        head.types_.push_back(static_cast<geo::GeometryType>(type));
        head.sides_.push_back(in.fixed<Sides>());
    }
    if (!in.is_done()) return std::nullopt;
    return head;
}

std::vector<std::uint32_t> BlockHead::meeting(const geo::Envelope& box, const geo::Envelope& envelope) const {
    std::vector<std::uint32_t> found;
    if (!box.intersects(envelope)) return found;
    const auto [left, lower, right, upper] = sides_of(box, envelope);
    for (std::uint32_t i = 0; i < sides_.size(); ++i) {
        if (types_[i] == geo::GeometryType::None) continue;
        const Sides& s = sides_[i];
        if (s[0] <= right && left <= s[2] && s[1] <= upper && lower <= s[3]) found.push_back(i);
    }
    return found;
}

}  // namespace jinsha::io
