#include "app/source_faults.hpp"

#include <algorithm>

namespace jinsha::app {

std::vector<Error> source_faults(const scene::MapSnapshot& snapshot) {
    std::vector<Error> faults;
    for (const scene::SnapshotLayer& layer : snapshot.layers) {
        auto fault = layer.source ? layer.source->fault() : std::nullopt;
        if (fault && std::ranges::find(faults, fault->message(), &Error::message) == faults.end())
            faults.push_back(*std::move(fault));
    }
    return faults;
}

}  // namespace jinsha::app
