#pragma once

#include "map/loaded_map.hpp"
#include "map/project_filter.hpp"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace jinsha::map {

/// How many projects there are of each word.
struct FacetCounts {
    std::size_t all{}, shown{};  // shown: that the filter lets through
    /// By word; all words of the data are there. Each counts what would be shown if its kind were chosen by
    /// this word alone, the other kinds being as the filter says.
    std::map<std::string, std::size_t> themes, phases, transformations;
    bool operator==(const FacetCounts&) const = default;
};

/// Themes, phases and transformations of all projects of a map, ready to be counted. A value, immutable: any
/// thread.
class ProjectFacets {
public:
    ProjectFacets() = default;
    /// Goes through all projects; stops early, with what it has, when `cancelled` becomes true.
    [[nodiscard]] static ProjectFacets of(const LoadedMap& map, const std::atomic<bool>& cancelled);

    [[nodiscard]] FacetCounts count(const ProjectFilter& filter) const;

private:
    using Word = std::uint16_t;  // place in the words of its kind
    using Row = std::array<Word, 3>;

    std::array<std::vector<std::string>, 3> words_;  // themes, phases, transformations
    std::vector<Row> rows_;
};

}  // namespace jinsha::map
