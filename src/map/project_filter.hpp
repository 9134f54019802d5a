#pragma once

#include "map/feature_source.hpp"
#include "map/loaded_map.hpp"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace jinsha::map {

/// The field that says to which transformation a project belongs.
inline constexpr const char* kTransformationField = "transformation";

/// Which of the projects (jinsha:projects) are shown. An empty set or text shows all.
struct ProjectFilter {
    std::set<std::string> themes, phases;  // words of the data
    std::string transformation;
    bool operator==(const ProjectFilter&) const = default;

    [[nodiscard]] bool is_empty() const noexcept {
        return themes.empty() && phases.empty() && transformation.empty();
    }
    [[nodiscard]] bool lets_through(const std::string& theme, const std::string& phase,
                                    const std::string& its_transformation) const {
        return (themes.empty() || themes.contains(theme)) && (phases.empty() || phases.contains(phase)) &&
               (transformation.empty() || transformation == its_transformation);
    }
    /// Of a source of `projects`.
    [[nodiscard]] bool lets_through(const SourceFeature& feature, const ProjectsSpec& projects) const;
};

/// What is drawn in the place of each source of the map: projects without those that the filter holds back;
/// null: the source itself. The outlines of projects stay: a lake or a park is there whatever is asked of the
/// projects. The sources may be used by any thread, also after `map` has gone. Empty when the filter is, or
/// the map has no projects.
[[nodiscard]] std::vector<std::shared_ptr<const FeatureSource>> filtered_sources(const LoadedMap& map,
                                                                                 const ProjectFilter& filter);

}  // namespace jinsha::map
