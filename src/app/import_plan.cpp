#include "app/import_plan.hpp"

#include "app/table_content.hpp"
#include "style/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

namespace jinsha::app {

namespace {

std::string small(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Equal for geometries that are equal to a centimetre.
std::string place_key(const geo::GeometryView& geometry, double centimetre) {
    std::string key = fmt::format("{}", static_cast<int>(geometry.type));
    for (const geo::MapPoint& p : geometry.points)
        key += fmt::format(" {} {}", std::llround(p.x / centimetre), std::llround(p.y / centimetre));
    for (const std::uint32_t end : geometry.part_ends) key += fmt::format("/{}", end);
    return key;
}

std::string id_key(const style::Value& id) {
    return id.is_null() ? std::string{} : style::json_text(id);
}

struct Known {
    std::unordered_map<std::string, std::uint32_t> by_id, by_place;
};

Known known(const map::FeatureSource& target, double centimetre) {
    Known known;
    visit_all(target, [&](const map::SourceFeature& feature) {
        if (const std::string id = id_key(feature.id()); !id.empty())
            known.by_id.emplace(id, feature.index());
        if (feature.geometry_type() != geo::GeometryType::None)
            known.by_place.emplace(place_key(feature.geometry(), centimetre), feature.index());
        return true;
    });
    return known;
}

map::NewFeature new_feature(const map::SourceFeature& feature, const std::vector<FieldMatch>& fields) {
    map::NewFeature made;
    const geo::GeometryView view = feature.geometry();
    made.geometry = {
        view.type, {view.points.begin(), view.points.end()}, {view.part_ends.begin(), view.part_ends.end()}};
    made.id = feature.id();
    for (const FieldMatch& field : fields)
        if (feature.has_property(field.from))
            made.attributes.push_back({field.to, feature.property(field.from)});
    return made;
}

}  // namespace

std::vector<FieldMatch> match_fields(const std::vector<map::Field>& incoming,
                                     const std::vector<ui::FormField>& target) {
    std::vector<FieldMatch> matches;
    for (const map::Field& field : incoming) matches.push_back({field.name, field.name, true});
    // A name says more than a label, whichever field comes first.
    for (const auto member : {&ui::FormField::name, &ui::FormField::label}) {
        for (FieldMatch& match : matches) {
            if (!match.is_new) continue;
            const auto fits = [&](const ui::FormField& field) {
                const auto takes_it = [&](const FieldMatch& other) {
                    return !other.is_new && other.to == field.name;
                };
                return small(field.*member) == small(match.from) && std::ranges::none_of(matches, takes_it);
            };
            const auto found = std::ranges::find_if(target, fits);
            if (found != target.end()) match = {match.from, found->name, false};
        }
    }
    return matches;
}

std::vector<Duplicate> duplicates(const map::FeatureSource& incoming, const map::FeatureSource& target,
                                  double centimetre) {
    const Known there = known(target, centimetre);
    std::vector<Duplicate> found;
    visit_all(incoming, [&](const map::SourceFeature& feature) {
        if (feature.geometry_type() == geo::GeometryType::None) return true;
        const auto same_id = there.by_id.find(id_key(feature.id()));
        if (same_id != there.by_id.end()) {
            found.push_back({feature.index(), same_id->second, true});
            return true;
        }
        const auto same_place = there.by_place.find(place_key(feature.geometry(), centimetre));
        if (same_place != there.by_place.end()) found.push_back({feature.index(), same_place->second, false});
        return true;
    });
    return found;
}

map::AddFeatures plan_import(const map::FeatureSource& incoming, const std::vector<FieldMatch>& fields,
                             const std::vector<Duplicate>& duplicates, ui::OnDuplicate on_duplicate) {
    map::AddFeatures plan;
    std::unordered_map<std::uint32_t, Duplicate> of;
    for (const Duplicate& duplicate : duplicates) of.emplace(duplicate.incoming, duplicate);
    std::unordered_map<std::uint32_t, std::size_t> replaced;  // by existing feature
    visit_all(incoming, [&](const map::SourceFeature& feature) {
        if (feature.geometry_type() == geo::GeometryType::None) return true;
        const auto duplicate = of.find(feature.index());
        const bool is_duplicate = duplicate != of.end();
        if (is_duplicate && on_duplicate == ui::OnDuplicate::Skip) return true;
        map::NewFeature made = new_feature(feature, fields);
        if (is_duplicate && on_duplicate == ui::OnDuplicate::Replace) {
            const std::uint32_t existing = duplicate->second.existing;
            const auto [at, is_first] = replaced.emplace(existing, plan.replaced.size());
            if (is_first) plan.replaced.push_back({existing, {}});
            plan.replaced[at->second].by = std::move(made);  // of several the last
            return true;
        }
        if (is_duplicate && duplicate->second.is_by_id) made.id = {};
        plan.features.push_back(std::move(made));
        return true;
    });
    return plan;
}

}  // namespace jinsha::app
