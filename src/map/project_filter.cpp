#include "map/project_filter.hpp"

#include "map/filtered_source.hpp"
#include "map/name_fields.hpp"
#include "style/value_text.hpp"

#include <mutex>
#include <unordered_set>
#include <utility>

namespace jinsha::map {
namespace {

std::string text_of(const SourceFeature& feature, const std::string& field) {
    return field.empty() ? std::string{} : style::to_text(feature.property(field));
}

/// The ids of the projects that are held back, found out by the worker that first needs them.
class HiddenProjects {
public:
    HiddenProjects(std::vector<std::shared_ptr<const FeatureSource>> sources, ProjectsSpec spec,
                   ProjectFilter filter)
        : sources_{std::move(sources)}, spec_{std::move(spec)}, filter_{std::move(filter)} {}

    [[nodiscard]] bool contains(const std::string& id) const {
        std::call_once(once_, [this] { find(); });
        return ids_.contains(id);
    }

private:
    void find() const {
        for (const auto& source : sources_) {
            source->visit(source->extent(), 0, [&](const SourceFeature& feature) {
                if (!filter_.lets_through(feature, spec_)) ids_.insert(style::to_text(feature.id()));
                return true;
            });
        }
    }

    std::vector<std::shared_ptr<const FeatureSource>> sources_;
    ProjectsSpec spec_;
    ProjectFilter filter_;
    mutable std::once_flag once_;
    mutable std::unordered_set<std::string> ids_;
};

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
    std::vector<std::shared_ptr<const FeatureSource>> projects;
    for (std::size_t i = 0; i < map.sources.size(); ++i) {
        if (is_project_source(map, i)) projects.push_back(map.sources[i].source);
    }
    const auto hidden = std::make_shared<const HiddenProjects>(std::move(projects), spec, filter);
    std::vector<std::shared_ptr<const FeatureSource>> stand_ins(map.sources.size());
    for (std::size_t i = 0; i < map.sources.size(); ++i) {
        const LoadedSource& source = map.sources[i];
        if (is_project_source(map, i)) {
            stand_ins[i] = std::make_shared<FilteredSource>(
                source.source,
                [spec, filter](const SourceFeature& feature) { return filter.lets_through(feature, spec); });
        } else if (!spec.outline_source.empty() && source.id == spec.outline_source) {
            stand_ins[i] = std::make_shared<FilteredSource>(
                source.source, [hidden, field = spec.outline_field](const SourceFeature& feature) {
                    const std::string project = text_of(feature, field);
                    return project.empty() || !hidden->contains(project);
                });
        }
    }
    return stand_ins;
}

}  // namespace jinsha::map
