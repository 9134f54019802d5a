#include "io/add_features.hpp"

#include "io/file_text.hpp"
#include "io/geojson_text.hpp"
#include "io/incoming_features.hpp"
#include "io/save_lock.hpp"
#include "io/save_text.hpp"
#include "json/patch.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace jinsha::io {
namespace {

/// The CRS of the file: the declared one, else WGS 84 if that can be.
Result<geo::Crs> crs_of(const GeoJsonText& text) {
    if (const auto name = text.crs_name()) return geo::Crs::from(*name);
    const auto position = text.first_position();
    if (position && (std::abs(position->x) > 360 || std::abs(position->y) > 90))
        return fail("expected degrees, or a declared \"crs\", found the position {}, {}", position->x,
                    position->y);
    return geo::Crs::wgs84();
}

/// Names of what RFC 7946 means; CGCS2000 agrees with it within centimetres.
bool is_wgs84(const geo::Crs& crs) {
    return crs.id() == "OGC:CRS84" || crs.id() == "EPSG:4326" || crs.id() == "EPSG:4490";
}

/// "7" and 7 are different ids, as their tokens are.
std::string id_token(const json::Tree* id) {
    if (!id) return "";
    if (const std::string* text = id->string()) return json::quoted(*text);
    const auto* number = std::get_if<json::Tree::Number>(&id->data);
    return number ? number->text : "";
}

/// Ids of the incoming features that are there already, in the file or among themselves.
std::vector<Problem> duplicate_ids(const GeoJsonText& text, const IncomingFeatures& incoming,
                                   const std::string& where) {
    std::unordered_set<std::string> ids;
    const auto has_id = [](const json::Tree& feature) { return feature.find("id") != nullptr; };
    if (std::ranges::none_of(incoming.features, has_id)) return {};
    for (const json::Value& feature : text.features())
        if (const auto id = feature.find("id")) {
            const json::Tree tree = tree_of(*id);
            ids.insert(id_token(&tree));
        }
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < incoming.features.size(); ++i) {
        const std::string token = id_token(incoming.features[i].find("id"));
        if (!token.empty() && !ids.insert(token).second)
            problems.push_back({Severity::Error, fmt::format("{}: feature {}", where, i + 1),
                                fmt::format("the id {} is there already", token)});
    }
    return problems;
}

Addition refused(const std::string& where, const Error& error) {
    return {0, {{Severity::Error, where, error.message()}}, {}};
}

std::string with_features(const GeoJsonText& text, const std::vector<json::Tree>& features) {
    json::ItemChanges changes;
    for (const json::Tree& feature : features)
        changes.inserted.push_back(
            {text.features().size(), text.layout().written(feature, GeoJsonText::kFeatureDepth)});
    std::vector<json::Patch> patches;
    json::change_items(text.list(), changes, text.layout(), GeoJsonText::kFeatureDepth - 1, patches);
    return json::patched(text.text(), patches);
}

}  // namespace

Result<Addition> add_features(const std::string& features, const std::string& where,
                              const std::filesystem::path& file, const AdditionCheck& check) {
    auto incoming = read_incoming(features);
    if (!incoming) return refused(where, incoming.error());
    const auto lock = SaveLock::take(file);
    if (!lock) return tl::make_unexpected(lock.error());
    auto old = read_file(file);
    if (!old) return tl::make_unexpected(old.error());
    auto text = GeoJsonText::from(std::move(old->text));
    if (!text) return tl::make_unexpected(text.error().in(file.string()));
    const auto crs = crs_of(*text);
    if (!crs) return tl::make_unexpected(crs.error().in(file.string()));
    Addition addition{incoming->features.size(), duplicate_ids(*text, *incoming, where), {}};
    if (!addition.faults.empty() || incoming->features.empty())
        return Addition{0, std::move(addition.faults), {}};

    const bool is_same_crs = *crs == incoming->crs || (is_wgs84(*crs) && is_wgs84(incoming->crs));
    if (auto done = is_same_crs ? Result<void>{} : transform(*incoming, *crs); !done)
        return refused(where, done.error());
    const std::string grown = with_features(*text, incoming->features);
    if (check) addition.warnings = check(grown, text->features().size());
    const auto is_error = [](const Problem& problem) { return problem.severity == Severity::Error; };
    std::ranges::copy_if(addition.warnings, std::back_inserter(addition.faults), is_error);
    if (!addition.faults.empty()) return Addition{0, std::move(addition.faults), {}};
    const auto saved = save_text(file, grown, old->stamp, *lock);
    if (!saved) return tl::make_unexpected(saved.error());
    return addition;
}

}  // namespace jinsha::io
