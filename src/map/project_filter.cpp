#include "map/project_filter.hpp"

#include "map/filtered_source.hpp"
#include "map/name_fields.hpp"
#include "style/value_text.hpp"

#include <utility>

namespace jinsha::map {
namespace {

std::string text_of(const SourceFeature& feature, const std::string& field) {
    return field.empty() ? std::string{} : style::to_text(feature.property(field));
}

}  // namespace

bool ProjectFilter::lets_through(const SourceFeature& feature, const ProjectsSpec& projects) const {
    // Values are read only where they are asked for: of cached layers each has a column of its own.
    return lets_through(themes.empty() ? std::string{} : text_of(feature, projects.theme_field),
                        phases.empty() ? std::string{} : text_of(feature, projects.phase_field),
                        transformation.empty() ? std::string{} : text_of(feature, kTransformationField));
}

std::vector<std::shared_ptr<const FeatureSource>> filtered_sources(const LoadedMap& map,
                                                                   const ProjectFilter& filter) {
    if (filter.is_empty() || !map.document.projects) return {};
    const ProjectsSpec& spec = *map.document.projects;
    std::vector<std::shared_ptr<const FeatureSource>> stand_ins(map.sources.size());
    for (std::size_t i = 0; i < map.sources.size(); ++i) {
        if (!is_project_source(map, i)) continue;
        stand_ins[i] = std::make_shared<FilteredSource>(
            map.sources[i].source,
            [spec, filter](const SourceFeature& feature) { return filter.lets_through(feature, spec); });
    }
    return stand_ins;
}

}  // namespace jinsha::map
