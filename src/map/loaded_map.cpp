#include "map/loaded_map.hpp"

namespace jinsha::map {

std::optional<std::uint32_t> LoadedMap::source_of(const style::StyleLayer& layer) const {
    if (layer.source().empty()) return std::nullopt;
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
        if (sources[i].id != layer.source()) continue;
        if (layer.source_layer().empty() || layer.source_layer() == sources[i].dataset_layer) return i;
    }
    return std::nullopt;
}

}  // namespace jinsha::map
