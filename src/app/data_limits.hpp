#pragma once

#include "app/settings.hpp"
#include "io/cache/layer_cache.hpp"

#include <cstddef>

namespace jinsha::app {

/// How much room large layers get.
struct DataLimits {
    io::LayerCache cache;
    std::size_t memory_bytes{};
};

/// What the settings say, else the usual.
[[nodiscard]] DataLimits data_limits(const Settings& settings);
/// The same from the file of the settings; what is wrong with it is told on stderr.
[[nodiscard]] DataLimits data_limits();

}  // namespace jinsha::app
