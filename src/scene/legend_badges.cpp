#include "scene/legend_badges.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jinsha::scene {

namespace {

constexpr std::string_view kBadge = "badge/";

/// The part of a name before the next '/', which is taken off.
std::string_view next_part(std::string_view& name) {
    const std::size_t end = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    return part;
}

/// The field of the projects' sources; null when the document says nothing of it.
const map::FieldSpec* project_field(const map::MapDocument& document, const std::string& name) {
    if (!document.projects || name.empty()) return nullptr;
    for (const std::string& id : document.projects->sources) {
        const map::SourceSpec* source = document.source(id);
        if (const map::FieldSpec* field = source ? source->field(name) : nullptr) return field;
    }
    return nullptr;
}

}  // namespace

void LegendBadges::count(std::vector<Class>& classes, std::string_view value) {
    const auto found = std::ranges::find(classes, value, &Class::value);
    if (found == classes.end()) {
        classes.push_back({std::string{value}, 1});
    } else {
        ++found->count;
    }
}

bool LegendBadges::take(const LegendLook& look) {
    const auto* icon = std::get_if<LegendIcon>(&look);
    if (!icon || !icon->image.starts_with(kBadge)) return false;
    std::string_view rest = std::string_view{icon->image}.substr(kBadge.size());
    const std::string_view theme = next_part(rest), phase = next_part(rest);
    count(themes_, theme);
    if (!phase.empty()) count(phases_, phase);
    ++count_;
    if (rest == "inferred") ++estimated_count_;
    return true;
}

LegendGroup LegendBadges::group(std::vector<Class>& classes, const std::string& field_name,
                                std::string_view icon_prefix) const {
    const map::FieldSpec* field = project_field(document_, field_name);
    LegendGroup group{field ? field->label.in(language_) : "", {}};
    const auto place = [&](const Class& one) {
        if (!field) return std::ptrdiff_t{0};
        return std::ranges::find(field->values, one.value, &map::FieldValue::value) - field->values.begin();
    };
    std::ranges::stable_sort(classes, {}, place);
    for (const Class& one : classes) {
        const std::string label = field ? field->label_of(one.value).in(language_) : one.value;
        group.entries.push_back(
            {label.empty() ? "–" : label, {LegendIcon{std::string{icon_prefix} + one.value}}, one.count});
    }
    return group;
}

void LegendBadges::move_into(Legend& legend) {
    legend.project_count = count_;
    legend.estimated_count = estimated_count_;
    if (count_ == 0) return;
    const map::ProjectsSpec fields = document_.projects.value_or(map::ProjectsSpec{});
    legend.groups.push_back(group(themes_, fields.theme_field, "badge/"));
    if (!phases_.empty()) legend.groups.push_back(group(phases_, fields.phase_field, "badge//"));
}

}  // namespace jinsha::scene
