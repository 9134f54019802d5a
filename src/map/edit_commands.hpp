#pragma once

#include "error/error.hpp"
#include "map/edit.hpp"
#include "map/feature_key.hpp"

#include <variant>
#include <vector>

namespace jinsha::map {

// What tools, forms and tables ask for. Geometries are in the map CRS and as GeometryView promises.
struct NewFeature {
    geo::Geometry geometry;
    style::Value id;
    std::vector<Attribute> attributes;
};
/// A feature of the same source that is to be as a new one; its id, and attributes that the new one does not
/// have, stay.
struct Replacement {
    std::uint32_t index{};
    NewFeature by;
};
struct AddFeatures {
    std::uint32_t source{};
    std::vector<NewFeature> features;
    std::vector<Replacement> replaced{};
};
struct DeleteFeatures {
    std::vector<FeatureKey> keys;
};
struct MoveFeatures {
    std::vector<FeatureKey> keys;
    double east{}, north{};  // map units
};
struct SetGeometry {
    FeatureKey key;
    geo::Geometry geometry;
};
struct SetAttributes {
    std::vector<FeatureKey> keys;
    std::vector<Attribute> attributes;
};
/// Copies, moved so that they can be seen. They have no id, as an id belongs to one feature.
struct DuplicateFeatures {
    std::vector<FeatureKey> keys;
    double east{}, north{};  // map units
};
using EditCommand =
    std::variant<AddFeatures, DeleteFeatures, MoveFeatures, SetGeometry, SetAttributes, DuplicateFeatures>;

}  // namespace jinsha::map
