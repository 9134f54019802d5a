#pragma once

#include "error/error.hpp"
#include "scene/map_snapshot.hpp"

#include <vector>

namespace jinsha::app {

/// Why what is drawn of a snapshot may lack features (FeatureSource::fault), each reason once.
[[nodiscard]] std::vector<Error> source_faults(const scene::MapSnapshot& snapshot);

}  // namespace jinsha::app
