#include "map/feature_state.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::map {

const style::Value* FeatureState::find(std::string_view name) const noexcept {
    const auto found = std::ranges::find(attributes, name, &Attribute::name);
    return found == attributes.end() ? nullptr : &found->value;
}

FeatureStatePtr state_of(const FeatureSource& source, std::uint32_t index) {
    FeatureStatePtr result;
    source.visit(index, [&](const SourceFeature& feature) {
        FeatureState state;
        const geo::GeometryView view = feature.geometry();
        state.geometry = std::make_shared<const geo::Geometry>(
            geo::Geometry{view.type,
                          {view.points.begin(), view.points.end()},
                          {view.part_ends.begin(), view.part_ends.end()}});
        state.id = feature.id();
        for (const Field& field : source.layer().fields)
            if (feature.has_property(field.name))
                state.attributes.push_back({field.name, feature.property(field.name)});
        result = std::make_shared<const FeatureState>(std::move(state));
    });
    return result;
}

bool are_same(const FeatureStatePtr& a, const FeatureStatePtr& b) {
    if (a == b) return true;
    if (!a || !b) return false;
    const bool has_same_place = a->geometry == b->geometry || *a->geometry == *b->geometry;
    return has_same_place && a->id == b->id && a->attributes == b->attributes;
}

FeatureStatePtr with_attributes(const FeatureState& state, const std::vector<Attribute>& changed) {
    FeatureState result = state;
    for (const Attribute& attribute : changed) {
        const auto known = std::ranges::find(result.attributes, attribute.name, &Attribute::name);
        if (known != result.attributes.end())
            known->value = attribute.value;
        else
            result.attributes.push_back(attribute);
    }
    return std::make_shared<const FeatureState>(std::move(result));
}

FeatureStatePtr with_geometry(const FeatureState& state, geo::Geometry geometry) {
    FeatureState result = state;
    result.geometry = std::make_shared<const geo::Geometry>(std::move(geometry));
    return std::make_shared<const FeatureState>(std::move(result));
}

}  // namespace jinsha::map
