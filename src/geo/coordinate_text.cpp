#include "geo/coordinate_text.hpp"

#include "geo/coordinate_tokens.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace jinsha::geo {
namespace {

using Kind = CoordinateToken::Kind;

/// One of the two numbers, put together from its degrees, minutes and seconds.
struct Value {
    double number{};
    char hemisphere{};  // 0: not said
    bool is_angle{};    // marked as degrees, or with a hemisphere

    [[nodiscard]] bool is_latitude() const { return hemisphere == 'N' || hemisphere == 'S'; }
    [[nodiscard]] bool is_longitude() const { return hemisphere == 'E' || hemisphere == 'W'; }
};

/// Collects numbers and marks until a value is complete.
class ValueReader {
public:
    Result<std::vector<Value>> read(std::span<const CoordinateToken> tokens) {
        for (const CoordinateToken& token : tokens) {
            if (auto taken = take(token); !taken) return tl::make_unexpected(taken.error());
        }
        finish_value();
        if (prefix_ != 0) return fail("expected a number after '{}', found nothing", prefix_);
        return std::move(values_);
    }

private:
    Result<void> take(const CoordinateToken& token) {
        switch (token.kind) {
            case Kind::Number:
                return take_number(token);
            case Kind::Hemisphere:
                take_hemisphere(token.hemisphere);
                return {};
            case Kind::Separator:
                finish_value();
                return {};
            case Kind::Degrees:
                return take_mark(1);
            case Kind::Minutes:
                return take_mark(60);
            case Kind::Seconds:
                return take_mark(3600);
        }
        return {};
    }

    Result<void> take_number(const CoordinateToken& token) {
        if (pending_) add_pending();
        // Only a marked value goes on with minutes and seconds.
        if (value_ && (last_divisor_ == 0 || last_divisor_ == 3600)) finish_value();
        if (value_ && (token.is_negative || token.number >= 60)) {
            return fail("expected minutes or seconds below 60, found {}", token.number);
        }
        if (!value_) {
            value_ = Value{0, std::exchange(prefix_, char{}), false};
            value_->is_angle = value_->hemisphere != 0;
            is_negative_ = token.is_negative;
            last_divisor_ = 0;
        }
        pending_ = token.number;
        return {};
    }

    Result<void> take_mark(double divisor) {
        if (!pending_ || divisor <= last_divisor_) return fail("expected a number before a mark of degrees");
        value_->number += *pending_ / divisor;
        value_->is_angle = true;
        last_divisor_ = divisor;
        pending_.reset();
        return {};
    }

    /// A number without a mark: after degrees the minutes, after minutes the seconds.
    void add_pending() {
        const double divisor = last_divisor_ == 0 ? 1 : last_divisor_ * 60;
        value_->number += *pending_ / divisor;
        if (last_divisor_ != 0) last_divisor_ = divisor;
        pending_.reset();
    }

    void take_hemisphere(char hemisphere) {
        if (value_ && value_->hemisphere == 0) {
            value_->hemisphere = hemisphere;
            value_->is_angle = true;
            finish_value();
        } else {
            finish_value();
            prefix_ = hemisphere;
        }
    }

    void finish_value() {
        if (!value_) return;
        if (pending_) add_pending();
        const bool is_south_or_west = value_->hemisphere == 'S' || value_->hemisphere == 'W';
        if (is_negative_ != is_south_or_west) value_->number = -value_->number;
        values_.push_back(*value_);
        value_.reset();
    }

    std::vector<Value> values_;
    std::optional<Value> value_;     // being put together
    std::optional<double> pending_;  // a number whose mark may follow
    bool is_negative_{};
    double last_divisor_{};  // of the last mark: 1, 60, 3600; 0: none yet
    char prefix_{};          // a hemisphere that stands before its value
};

/// "26 35 12 101 37 40" and "26 35.2 101 37.67", where nothing says so but the count.
Result<std::vector<Value>> fold_plain_groups(std::vector<Value> values) {
    const std::size_t each = values.size() / 2;
    if (values.size() != 4 && values.size() != 6) return values;
    std::vector<Value> folded;
    for (std::size_t first = 0; first < values.size(); first += each) {
        const double sign = std::signbit(values[first].number) ? -1 : 1;
        Value value{0, values[first + each - 1].hemisphere, true};
        if (value.hemisphere == 0) value.hemisphere = values[first].hemisphere;
        double divisor = 1;
        for (std::size_t i = first; i < first + each; ++i, divisor *= 60) {
            const double part = std::abs(values[i].number);
            if (i > first && part >= 60) return fail("expected minutes or seconds below 60, found {}", part);
            value.number += part / divisor;
        }
        value.number *= value.hemisphere == 'S' || value.hemisphere == 'W' ? -1 : sign;
        folded.push_back(value);
    }
    return folded;
}

bool is_longitude_latitude(double lon, double lat) {
    return std::abs(lon) <= 180 && std::abs(lat) <= 90;
}

Result<WrittenCoordinates> degrees(const Value& a, const Value& b, const LonLat& near) {
    const bool is_said = a.is_latitude() || a.is_longitude() || b.is_latitude() || b.is_longitude();
    bool is_lon_first = a.is_longitude() || b.is_latitude();
    if ((a.is_latitude() && b.is_latitude()) || (a.is_longitude() && b.is_longitude())) {
        return fail("expected a longitude and a latitude, found two of one kind");
    }
    if (!is_said) {
        const bool may_be_lon_lat = is_longitude_latitude(a.number, b.number);
        const bool may_be_lat_lon = is_longitude_latitude(b.number, a.number);
        const double off_lon_lat = std::hypot(a.number - near.lon_deg, b.number - near.lat_deg);
        const double off_lat_lon = std::hypot(b.number - near.lon_deg, a.number - near.lat_deg);
        is_lon_first = may_be_lon_lat && (!may_be_lat_lon || off_lon_lat <= off_lat_lon);
    }
    const double lon = is_lon_first ? a.number : b.number, lat = is_lon_first ? b.number : a.number;
    if (!is_longitude_latitude(lon, lat)) {
        return fail("expected a longitude up to 180° and a latitude up to 90°, found {} and {}", lon, lat);
    }
    return WrittenCoordinates{"OGC:CRS84", {lon, lat}};
}

/// The Gauss-Kruger zone of CGCS2000 whose number stands before the easting; "" when there is no such zone.
std::string crs_of_zone(int zone) {
    if (zone >= 13 && zone <= 23) return fmt::format("EPSG:{}", 4491 + zone - 13);
    if (zone >= 25 && zone <= 45) return fmt::format("EPSG:{}", 4513 + zone - 25);
    return {};
}

Result<WrittenCoordinates> metres(double a, double b, const std::string& map_crs) {
    constexpr double kZoneStep = 1e6;  // an easting with its zone before it has eight digits
    for (const auto& [easting, northing] : {std::pair{a, b}, std::pair{b, a}}) {
        if (easting < 10 * kZoneStep || northing < 0 || northing >= 10 * kZoneStep) continue;
        const double zone = std::floor(easting / kZoneStep);
        const std::string crs = zone < 100 ? crs_of_zone(static_cast<int>(zone)) : std::string{};
        if (crs.empty()) {
            return fail("expected a Gauss-Kruger zone from 13 to 23 or 25 to 45 before the easting, found {}",
                        zone);
        }
        return WrittenCoordinates{crs, {easting, northing}};
    }
    if (map_crs.empty()) {
        return fail(
            "expected degrees, or an easting with its zone before it, found metres of an unknown CRS");
    }
    // In China every northing is larger than every easting without a zone.
    return WrittenCoordinates{map_crs, {std::min(a, b), std::max(a, b)}};
}

}  // namespace

Result<WrittenCoordinates> read_coordinates(std::string_view text, const CoordinateHints& hints) {
    const auto tokens = coordinate_tokens(text);
    if (!tokens) return tl::make_unexpected(tokens.error());
    auto read = ValueReader{}.read(*tokens);
    if (!read) return tl::make_unexpected(read.error());
    const auto values = fold_plain_groups(std::move(*read));
    if (!values) return tl::make_unexpected(values.error());
    if (values->size() != 2) {
        return fail("expected two numbers, found {}", values->size());
    }
    const Value &a = (*values)[0], &b = (*values)[1];
    const bool fits_degrees =
        is_longitude_latitude(a.number, b.number) || is_longitude_latitude(b.number, a.number);
    if (a.is_angle || b.is_angle || fits_degrees) return degrees(a, b, hints.near);
    return metres(a.number, b.number, hints.map_crs);
}

}  // namespace jinsha::geo
