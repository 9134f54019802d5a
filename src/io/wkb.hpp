#pragma once

#include "io/raw_geometry.hpp"

#include <span>

namespace jinsha::io {

/// Reads well-known binary (OGC 06-103r4, 8.2, and the older kind with flags for Z and M) into `out`, which
/// is overwritten; two-dimensional. False for what is not of the usual: byte order of big endian, curves,
/// surfaces, collections, bytes that end too soon; `out` is then of no use.
[[nodiscard]] bool read_wkb(std::span<const unsigned char> bytes, RawGeometry& out);

}  // namespace jinsha::io
