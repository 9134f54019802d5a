#pragma once

namespace jinsha::io {

/// Makes the drivers for vector files known to GDAL, once, from any thread. No others: nothing that reaches
/// the network, a database server or, by way of a virtual dataset, files that the user did not name.
void register_drivers();

/// Their names, null at the end, as GDALOpenEx takes them.
[[nodiscard]] const char* const* allowed_drivers() noexcept;

}  // namespace jinsha::io
