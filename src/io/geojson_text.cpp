#include "io/geojson_text.hpp"

#include "json/places.hpp"

#include <algorithm>

namespace jinsha::io {
namespace {

/// Why a text with these findings is not touched; none when it may be. Duplicate keys and odd numbers are
/// kept.
std::optional<Error> obstacle(const json::Index& index) {
    using Code = json::Finding::Code;
    const auto stops = [](const json::Finding& finding) {
        return finding.code == Code::Syntax || finding.code == Code::TrailingText ||
               finding.code == Code::NotUtf8 || finding.code == Code::BadEscape;
    };
    const auto found = std::ranges::find_if(index.findings(), stops);
    if (found == index.findings().end()) return std::nullopt;
    return Error{found->message}.in(json::to_string(json::place_in(index.text(), found->range.begin)));
}

/// The first position in an array of any depth.
std::optional<geo::SourcePoint> position_in(const json::Value& coordinates) {
    const std::vector<json::Value> elements = coordinates.elements();
    if (elements.empty()) return std::nullopt;
    if (elements[0].kind() == json::Kind::Array) return position_in(elements[0]);
    if (elements.size() < 2) return std::nullopt;
    return geo::SourcePoint{elements[0].number(), elements[1].number()};
}

}  // namespace

Result<GeoJsonText> GeoJsonText::from(std::string text) {
    if (text.size() > json::Index::kLargestText) return fail("expected at most 4 GB of text to edit");
    auto parts = std::make_unique<Parts>(std::move(text));
    if (auto error = obstacle(parts->index)) return tl::make_unexpected(*std::move(error));
    const json::Value root = *parts->index.root();
    const auto type = root.find("type");
    const auto features = root.find("features");
    if (!type || type->string() != "FeatureCollection" || !features || features->kind() != json::Kind::Array)
        return fail("expected a FeatureCollection with an array of features");
    parts->layout = json::Layout::of(parts->index);
    parts->list = features;
    parts->features = features->elements();
    return GeoJsonText{std::move(parts)};
}

std::optional<std::string> GeoJsonText::crs_name() const {
    const json::Value root = *parts_->index.root();
    const auto crs = root.find("crs");
    const auto properties = crs ? crs->find("properties") : std::nullopt;
    const auto name = properties ? properties->find("name") : std::nullopt;
    if (!name || name->kind() != json::Kind::String) return std::nullopt;
    return name->string();
}

std::optional<geo::SourcePoint> GeoJsonText::first_position() const {
    for (const json::Value& feature : features()) {
        const auto geometry = feature.find("geometry");
        const auto coordinates = geometry ? geometry->find("coordinates") : std::nullopt;
        const auto position = coordinates ? position_in(*coordinates) : std::nullopt;
        if (position) return position;
    }
    return std::nullopt;
}

}  // namespace jinsha::io
