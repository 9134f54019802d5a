#include "io/geojson_survey.hpp"

#include "io/text_encoding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace jinsha::io {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;

/// Characters may lie across the border of two pieces.
Result<bool> is_utf8_throughout(const GeoJsonSlices& slices) {
    std::string rest;
    for (std::uint64_t at = 0; at < slices.size(); at += kPiece) {
        auto piece = slices.bytes_at(at, kPiece);
        if (!piece) return tl::make_unexpected(piece.error());
        if (piece->empty()) break;
        rest += *piece;
        constexpr std::size_t kLongestCharacter = 4;
        std::size_t end = rest.size();
        const bool is_last = at + kPiece >= slices.size();
        const auto continues = [&](std::size_t i) {
            return (static_cast<unsigned char>(rest[i]) & 0xC0U) == 0x80U;
        };
        if (!is_last) {
            while (end > 0 && rest.size() - end < kLongestCharacter && continues(end - 1)) --end;
            if (end > 0 && static_cast<unsigned char>(rest[end - 1]) >= 0xC0U) --end;
        }
        if (!is_utf8(std::string_view{rest}.substr(0, end))) return false;
        rest.erase(0, end);
    }
    return true;
}

/// The first two numbers after a "coordinates".
std::optional<geo::SourcePoint> position_in(const std::string& text) {
    constexpr std::string_view kKey = "\"coordinates\"";
    const std::size_t key = text.find(kKey);
    if (key == std::string::npos) return std::nullopt;
    const std::size_t first = text.find_first_not_of(" \n\r\t:[", key + kKey.size());
    if (first == std::string::npos) return std::nullopt;
    char* end{};
    const double x = std::strtod(text.c_str() + first, &end);
    while (*end == ' ' || *end == '\n' || *end == '\r' || *end == '\t') ++end;
    if (*end != ',') return std::nullopt;
    char* after{};
    const double y = std::strtod(end + 1, &after);
    const bool is_position = after != end + 1 && *after != '\0' && std::isfinite(x) && std::isfinite(y);
    return is_position ? std::optional{geo::SourcePoint{x, y}} : std::nullopt;
}

/// Positions of features all over the file.
Result<void> add_positions(const GeoJsonSlices& slices, std::vector<geo::SourcePoint>& points) {
    constexpr std::uint64_t kPlaces = 256;
    constexpr std::size_t kFeature = std::size_t{16} << 10;  // most have a beginning in so many bytes
    for (std::uint64_t i = 1; i < kPlaces; ++i) {
        const auto text = slices.bytes_at(slices.size() / kPlaces * i, kFeature);
        if (!text) return tl::make_unexpected(text.error());
        if (const auto position = position_in(*text)) points.push_back(*position);
    }
    return {};
}

}  // namespace

Result<std::optional<GeoJsonSurvey>> survey_geojson(GeoJsonSlices slices) {
    const auto end = slices.bytes_at(slices.size() - std::min<std::uint64_t>(slices.size(), kPiece), kPiece);
    if (!end) return tl::make_unexpected(end.error());
    const auto frame = parse_geojson(slices.frame());
    auto first = slices.next();
    if (!frame || !first || !*first || !frame->other_type.empty()) return std::nullopt;
    const bool may_have_crs_at_end = !frame->crs && end->find("\"crs\"") != std::string::npos;
    if (may_have_crs_at_end) return std::nullopt;
    const auto is_text = is_utf8_throughout(slices);
    if (!is_text) return tl::make_unexpected(is_text.error());
    auto beginning = parse_geojson((*first)->text);
    if (!*is_text || !beginning || beginning->features.empty()) return std::nullopt;
    beginning->crs = frame->crs;
    const auto bytes_each =
        static_cast<double>((*first)->text.size()) / static_cast<double>(beginning->features.size());
    const auto features = static_cast<std::size_t>(static_cast<double>(slices.size()) / bytes_each);
    if (const auto added = add_positions(slices, beginning->points); !added)
        return tl::make_unexpected(added.error());
    return GeoJsonSurvey{*std::move(beginning), std::max(features, beginning->features.size())};
}

}  // namespace jinsha::io
