#include "map/visit_all.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jinsha::map {

void visit_all(const FeatureSource& source, const std::function<bool(const SourceFeature&)>& visit) {
    std::vector<bool> is_met;
    std::size_t count = 0;
    bool goes_on = true;
    source.visit(source.extent(), 0, [&](const SourceFeature& feature) {
        if (feature.index() >= is_met.size()) is_met.resize(feature.index() + 1);
        is_met[feature.index()] = true;
        ++count;
        return goes_on = visit(feature);
    });
    // Those that lie nowhere are met by their numbers alone; numbers of deleted ones are holes.
    const std::size_t end = is_met.size() + source.size();
    for (std::size_t index = 0; goes_on && count < source.size() && index < end; ++index) {
        if (index < is_met.size() && is_met[index]) continue;
        count += source.visit(static_cast<std::uint32_t>(index),
                              [&](const SourceFeature& feature) { goes_on = visit(feature); })
                     ? 1
                     : 0;
    }
}

}  // namespace jinsha::map
