#include "map/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jinsha::map {
namespace {

constexpr const char* kNoNumber = "–";
constexpr const char* kThinSpace = "\u2009";

constexpr double kMetresPerSecond = 30.9;  // of latitude

std::string angle(double degrees, int places, char positive, char negative) {
    const auto parts = static_cast<long long>(std::pow(10, places));  // of a second
    const auto whole = std::llround(std::abs(degrees) * 3600 * static_cast<double>(parts));
    const long long seconds = whole / parts;
    const std::string fraction = places > 0 ? fmt::format(".{:0{}}", whole % parts, places) : "";
    return fmt::format("{}°{:02}′{:02}{}″{}", seconds / 3600, seconds / 60 % 60, seconds % 60, fraction,
                       degrees < 0 ? negative : positive);
}

/// With up to `most` decimals, trailing zeros left out down to `least`.
std::string decimals(double value, int least, int most) {
    std::string text = fmt::format("{:.{}f}", value, most);
    for (int n = most; n > least && text.back() == '0'; --n) text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

bool is_position(double x, double y) {
    return std::isfinite(x) && std::isfinite(y);
}

}  // namespace

std::string grouped(double whole_number) {
    if (!std::isfinite(whole_number)) return kNoNumber;
    std::string digits = fmt::format("{:.0f}", std::abs(whole_number));
    if (digits.size() > 4) {
        for (std::size_t from_end = 3; from_end < digits.size(); from_end += 3 + 3) {
            digits.insert(digits.size() - from_end, kThinSpace);  // three bytes
        }
    }
    return whole_number <= -0.5 ? "−" + digits : digits;
}

std::string degrees_minutes_seconds(geo::LonLat position, double ground_metres_per_px) {
    if (!is_position(position.lon_deg, position.lat_deg)) return kNoNumber;
    const double wanted =
        ground_metres_per_px > 0 ? std::ceil(std::log10(kMetresPerSecond / ground_metres_per_px)) : 0;
    const int places = static_cast<int>(std::clamp(wanted, 0.0, 3.0));
    return angle(position.lat_deg, places, 'N', 'S') + " " + angle(position.lon_deg, places, 'E', 'W');
}

std::string decimal_degrees(geo::LonLat position) {
    if (!is_position(position.lon_deg, position.lat_deg)) return kNoNumber;
    const std::string lon = decimals(position.lon_deg, 4, 5), lat = decimals(position.lat_deg, 4, 5);
    const auto places = [](const std::string& text) { return text.size() - text.find('.') - 1; };
    const int both = static_cast<int>(std::max(places(lon), places(lat)));
    return decimals(position.lon_deg, both, both) + ", " + decimals(position.lat_deg, both, both);
}

std::string map_coordinates(geo::MapPoint position, double units_per_px) {
    if (!is_position(position.x, position.y)) return kNoNumber;
    const double wanted = units_per_px > 0 ? std::ceil(-std::log10(units_per_px)) : 0;
    const int places = static_cast<int>(std::clamp(wanted, 0.0, 3.0));
    return decimals(position.x, places, places) + ", " + decimals(position.y, places, places);
}

std::string scale_ratio(double denominator) {
    if (!(denominator > 0) || !std::isfinite(denominator)) return {};
    const double step = std::pow(10, std::max(0.0, std::floor(std::log10(denominator)) - 2));
    return "1:" + grouped(std::round(denominator / step) * step);
}

std::string zoom_level(double zoom) {
    return std::isfinite(zoom) ? decimals(zoom, 1, 1) : kNoNumber;
}

std::string length(double metres) {
    if (!std::isfinite(metres)) return kNoNumber;
    if (metres >= 999.5) {
        const double km = metres / 1000;
        return (km < 100 ? decimals(km, 0, 1) : grouped(km)) + " km";
    }
    return decimals(metres, 0, metres < 10 ? 1 : 0) + " m";
}

ScaleBar scale_bar(double ground_metres_per_px, double longest_px) {
    const double longest = ground_metres_per_px * longest_px;
    if (!(ground_metres_per_px > 0) || !(longest_px > 0) || !std::isfinite(longest)) return {};
    const double power = std::pow(10, std::floor(std::log10(longest)));
    const double first = longest / power;
    const int digit = first >= 5 ? 5 : first >= 2 ? 2 : 1;
    const double metres = digit * power;
    return {metres, metres / ground_metres_per_px, digit == 2 ? 4 : 5};
}

}  // namespace jinsha::map
