#pragma once

#include "geo/crs.hpp"

#include <string>

namespace jinsha::geo {

/// The name of the datum a CRS stands on, "China 2000"; "" where its definition does not say.
[[nodiscard]] std::string datum_name(const Crs& crs);

}  // namespace jinsha::geo
