#include "io/nothing_to_draw.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace jinsha::io {
namespace {

/// What was skipped has told its reason already.
bool holds_nothing(const map::LoadedSource& source) {
    return source.source->size() == 0 && source.skipped == 0;
}

}  // namespace

std::vector<Problem> nothing_to_draw(const map::LoadedMap& map, const std::string& file) {
    std::vector<Problem> problems;
    const auto is_error = [](const Problem& problem) { return problem.severity == Severity::Error; };
    if (std::ranges::any_of(map.problems, is_error)) return problems;
    const bool are_all_empty = std::ranges::all_of(map.sources, holds_nothing);
    if (map.document.path.empty()) {
        for (const map::LoadedSource& source : map.sources) {
            if (!holds_nothing(source)) continue;
            const std::string layer =
                map.sources.size() == 1 ? "" : fmt::format(": layer '{}'", source.dataset_layer);
            problems.push_back(
                {Severity::Warning, file + layer, "holds no features: there is nothing to draw"});
        }
    } else if (are_all_empty && !map.sources.empty()) {
        problems.push_back(
            {Severity::Warning, file, "none of its sources holds a feature: there is nothing to draw"});
    }
    return problems;
}

}  // namespace jinsha::io
