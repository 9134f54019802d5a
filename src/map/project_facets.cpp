#include "map/project_facets.hpp"

#include "map/name_fields.hpp"
#include "style/value_text.hpp"

#include <limits>
#include <unordered_map>

namespace jinsha::map {
namespace {

constexpr std::size_t kKinds = 3;

/// Numbers for words.
class Words {
public:
    std::uint16_t number(const std::string& word) {
        const auto known = numbers_.find(word);
        if (known != numbers_.end()) return known->second;
        // What has more words than a filter could list goes to the last one.
        if (list.size() > std::numeric_limits<std::uint16_t>::max())
            return std::numeric_limits<std::uint16_t>::max();
        const auto number = static_cast<std::uint16_t>(list.size());
        numbers_.emplace(word, number);
        list.push_back(word);
        return number;
    }
    std::vector<std::string> list;

private:
    std::unordered_map<std::string, std::uint16_t> numbers_;
};

/// Which words of a kind a filter lets through.
std::vector<bool> passing(const std::vector<std::string>& words, const std::set<std::string>& chosen) {
    std::vector<bool> passes(words.size(), true);
    for (std::size_t i = 0; i < words.size() && !chosen.empty(); ++i) passes[i] = chosen.contains(words[i]);
    return passes;
}

}  // namespace

ProjectFacets ProjectFacets::of(const LoadedMap& map, const std::atomic<bool>& cancelled) {
    ProjectFacets facets;
    if (!map.document.projects) return facets;
    const ProjectsSpec& spec = *map.document.projects;
    const std::array<std::string, kKinds> fields{spec.theme_field, spec.phase_field, kTransformationField};
    std::array<Words, kKinds> words;
    for (std::size_t i = 0; i < map.sources.size(); ++i) {
        if (!is_project_source(map, i)) continue;
        const FeatureSource& source = *map.sources[i].source;
        source.visit(source.extent(), 0, [&](const SourceFeature& feature) {
            Row row{};
            for (std::size_t kind = 0; kind < kKinds; ++kind) {
                const std::string& field = fields[kind];
                row[kind] = words[kind].number(field.empty() ? std::string{}
                                                             : style::to_text(feature.property(field)));
            }
            facets.rows_.push_back(row);
            return !cancelled.load(std::memory_order_relaxed);
        });
    }
    for (std::size_t kind = 0; kind < kKinds; ++kind) facets.words_[kind] = std::move(words[kind].list);
    return facets;
}

FacetCounts ProjectFacets::count(const ProjectFilter& filter) const {
    const std::set<std::string> transformation = filter.transformation.empty()
                                                     ? std::set<std::string>{}
                                                     : std::set<std::string>{filter.transformation};
    const std::array<std::vector<bool>, kKinds> passes{passing(words_[0], filter.themes),
                                                       passing(words_[1], filter.phases),
                                                       passing(words_[2], transformation)};
    std::array<std::vector<std::size_t>, kKinds> counts;
    for (std::size_t kind = 0; kind < kKinds; ++kind) counts[kind].resize(words_[kind].size());
    FacetCounts result;
    result.all = rows_.size();
    for (const Row& row : rows_) {
        const std::array<bool, kKinds> fits{passes[0][row[0]], passes[1][row[1]], passes[2][row[2]]};
        if (fits[0] && fits[1] && fits[2]) ++result.shown;
        if (fits[1] && fits[2]) ++counts[0][row[0]];
        if (fits[0] && fits[2]) ++counts[1][row[1]];
        if (fits[0] && fits[1]) ++counts[2][row[2]];
    }
    const std::array<std::map<std::string, std::size_t>*, kKinds> into{&result.themes, &result.phases,
                                                                       &result.transformations};
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
        for (std::size_t word = 0; word < words_[kind].size(); ++word) {
            if (!words_[kind][word].empty()) into[kind]->emplace(words_[kind][word], counts[kind][word]);
        }
    }
    return result;
}

}  // namespace jinsha::map
