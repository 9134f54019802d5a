#pragma once

#include "map/edit_commands.hpp"
#include "map/feature_source.hpp"
#include "map/map_document.hpp"

#include <string>

namespace jinsha::map {

/// A new feature as it begins: the next id in the way of those that are there, defaults of the fields that
/// the document defines, and `today` ("2026-03-01") in a field "updated", where the layer has one. `spec` may
/// be null.
[[nodiscard]] NewFeature new_feature(const FeatureSource& source, const SourceSpec* spec,
                                     geo::Geometry geometry, const std::string& today);

/// May a layer hold such geometry, going by what its features are? One that has none yet may hold any.
[[nodiscard]] bool may_hold(const DatasetLayer& layer, geo::GeometryType type);

/// The next id: the largest number plus one where ids are numbers; the same for the number at the end of
/// texts that begin alike ("dist-041", "dist-042"), with as many digits; null where the features have no ids,
/// or ids without numbers.
[[nodiscard]] style::Value next_id(const FeatureSource& source);

}  // namespace jinsha::map
