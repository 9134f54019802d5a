#pragma once

#include "check/findings.hpp"
#include "check/written_geometry.hpp"

#include <string_view>

namespace jinsha::check {

/// Repeated vertices, rings that are not closed or run the wrong way (RFC 7946 §3.1.6), polygons that are not
/// valid (OGC 06-103r4). `text` is what the shape was read from.
void check_shape(const WrittenShape& shape, std::string_view text, Findings& findings);

}  // namespace jinsha::check
