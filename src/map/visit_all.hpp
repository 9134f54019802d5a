#pragma once

#include "map/feature_source.hpp"

#include <functional>

namespace jinsha::map {

/// Every feature of a source, those without geometry too. `visit` returns false to stop.
void visit_all(const FeatureSource& source, const std::function<bool(const SourceFeature&)>& visit);

}  // namespace jinsha::map
