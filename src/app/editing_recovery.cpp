#include "app/editing_source.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jinsha::app {

std::vector<map::Edit> Editing::found_edits() const {
    std::vector<map::Edit> all;
    for (const auto& source : sources_) std::ranges::copy(source->found, std::back_inserter(all));
    return all;
}

std::vector<map::FeatureChange> Editing::take_up_found() {
    std::vector<map::FeatureChange> changes;
    for (std::uint32_t place = 0; place < sources_.size(); ++place) {
        Source& source = *sources_[place];
        auto found = std::exchange(source.found, {});
        if (found.empty()) continue;
        source.file->take_up();
        source.not_writable
            .clear();  // the edits are made already, and stay in the journal until they can be saved
        if (const Refusal refused = make_ready(place); !refused.key.empty()) continue;
        for (map::Edit& edit : found) {
            std::ranges::copy(edit.changes, std::back_inserter(changes));
            session_.repeat(std::move(edit));
        }
    }
    return changes;
}

void Editing::give_up_found() {
    for (const auto& source : sources_)
        if (!std::exchange(source->found, {}).empty()) source->file->give_up();
}

}  // namespace jinsha::app
