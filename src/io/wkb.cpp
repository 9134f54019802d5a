#include "io/wkb.hpp"

#include <cstring>

namespace jinsha::io {
namespace {

enum Kind : std::uint32_t { Point = 1, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon };

/// A walk through the bytes; after the first fault every step does nothing.
class Walk {
public:
    Walk(std::span<const unsigned char> bytes, RawGeometry& out) : rest_{bytes}, out_{out} {}

    [[nodiscard]] bool run() {
        out_.clear();
        const std::uint32_t kind = header();
        out_.type = kind % 3 == 1   ? geo::GeometryType::Point
                    : kind % 3 == 2 ? geo::GeometryType::Line
                                    : geo::GeometryType::Polygon;
        if (kind < MultiPoint) {
            single(kind);
        } else {
            const std::uint32_t members = number();
            for (std::uint32_t i = 0; i < members && is_good_; ++i) {
                if (header() == kind - 3)
                    single(kind - 3);
                else
                    is_good_ = false;
            }
        }
        return is_good_;
    }

private:
    /// Byte order and type: the kind, with how many numbers a position has in `dimensions_`.
    std::uint32_t header() {
        constexpr unsigned char kLittleEndian = 1;
        constexpr std::uint32_t kHasZ = 0x8000'0000, kHasM = 0x4000'0000, kHasSrid = 0x2000'0000;
        unsigned char order{};
        take(&order, sizeof order);
        const std::uint32_t type = number();
        const std::uint32_t base = type & 0xFFFF, thousands = base / 1000, kind = base % 1000;
        if (order != kLittleEndian || (type & kHasSrid) != 0 || thousands > 3) is_good_ = false;
        if (kind < Point || kind > MultiPolygon) is_good_ = false;
        dimensions_ = 2 + ((type & kHasZ) != 0 ? 1 : 0) + ((type & kHasM) != 0 ? 1 : 0) +
                      (thousands == 3   ? 2
                       : thousands == 0 ? 0
                                        : 1);
        return is_good_ ? kind : Point;
    }

    void single(std::uint32_t kind) {
        if (kind == Point) {
            positions(1);
            // A point without a place has no numbers for coordinates.
            if (is_good_ && out_.points.back().x != out_.points.back().x) {
                out_.points.pop_back();
                return;
            }
            out_.end_part();
        } else if (kind == LineString) {
            positions(number());
            out_.end_part();
        } else {
            const std::uint32_t rings = number();
            for (std::uint32_t i = 0; i < rings && is_good_; ++i) {
                positions(number());
                out_.end_part(i > 0);
            }
        }
    }

    void positions(std::uint32_t count) {
        const std::size_t stride = dimensions_ * sizeof(double);
        if (count > rest_.size() / stride) is_good_ = false;
        if (!is_good_) return;
        const std::size_t begin = out_.points.size();
        out_.points.resize(begin + count);
        if (dimensions_ == 2) {
            static_assert(sizeof(geo::SourcePoint) == 2 * sizeof(double));
            if (count > 0) std::memcpy(&out_.points[begin], rest_.data(), count * stride);
        } else {
            for (std::uint32_t i = 0; i < count; ++i)
                std::memcpy(&out_.points[begin + i], rest_.data() + i * stride, sizeof(geo::SourcePoint));
        }
        rest_ = rest_.subspan(count * stride);
    }

    std::uint32_t number() {
        std::uint32_t value{};
        take(&value, sizeof value);
        return value;
    }
    void take(void* out, std::size_t size) {
        if (rest_.size() < size) is_good_ = false;
        if (!is_good_) return;
        std::memcpy(out, rest_.data(), size);
        rest_ = rest_.subspan(size);
    }

    std::span<const unsigned char> rest_;
    RawGeometry& out_;
    std::size_t dimensions_{2};
    bool is_good_{true};
};

}  // namespace

bool read_wkb(std::span<const unsigned char> bytes, RawGeometry& out) {
    return Walk{bytes, out}.run();
}

}  // namespace jinsha::io
