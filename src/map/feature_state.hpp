#pragma once

#include "geo/geometry.hpp"
#include "map/feature_key.hpp"
#include "map/feature_source.hpp"
#include "style/value.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::map {

struct Attribute {
    std::string name;
    style::Value value;  // null is a value; an attribute that a feature does not have is not in its list
    bool operator==(const Attribute&) const = default;
};

/// A feature by itself: what an edit makes of it. Never changed once made, so that snapshots, history and
/// journal share it.
struct FeatureState {
    std::shared_ptr<const geo::Geometry> geometry;  // in the map CRS, as GeometryView promises; never null
    style::Value id;
    std::vector<Attribute> attributes;

    [[nodiscard]] const style::Value* find(std::string_view name) const noexcept;
};
/// Null where there is no feature: before it was added, after it was deleted.
using FeatureStatePtr = std::shared_ptr<const FeatureState>;

/// A copy of that feature; null when there is none of this number.
[[nodiscard]] FeatureStatePtr state_of(const FeatureSource& source, std::uint32_t index);

/// The feature with other values; those that it does not have yet come behind the others.
[[nodiscard]] FeatureStatePtr with_attributes(const FeatureState& state,
                                              const std::vector<Attribute>& changed);
[[nodiscard]] FeatureStatePtr with_geometry(const FeatureState& state, geo::Geometry geometry);

/// Equal in all that a file holds; two that are not there are the same.
[[nodiscard]] bool are_same(const FeatureStatePtr& a, const FeatureStatePtr& b);

/// One feature before and after an edit.
struct FeatureChange {
    FeatureKey key;
    FeatureStatePtr before, after;
};

}  // namespace jinsha::map
