#include "app/export_request.hpp"

#include "io/open_map.hpp"
#include "scene/project_clusters.hpp"
#include "style/value_text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace jinsha::app {
namespace {

constexpr double kFarZoom = 9;  // where the projects of the district are a few clusters

const map::LoadedMap& west_district() {
    static const map::LoadedMap kMap = [] {
        auto map =
            io::open_map(std::filesystem::path{JINSHA_SOURCE_DIR} / "geodata" / "west-district.map.json", {});
        EXPECT_TRUE(map);
        return *std::move(map);
    }();
    return kMap;
}

/// The projects of one theme, as the sources have them.
std::set<map::FeatureKey> projects_of(const std::string& theme) {
    std::set<map::FeatureKey> projects;
    const map::LoadedMap& map = west_district();
    for (std::uint32_t i = 0; i < map.sources.size(); ++i) {
        const auto& sources = map.document.projects->sources;
        if (std::ranges::find(sources, map.sources[i].id) == sources.end()) continue;
        const auto& source = *map.sources[i].source;
        source.visit(source.extent(), 0, [&](const map::SourceFeature& feature) {
            const auto value = feature.property(map.document.projects->theme_field);
            if (style::to_text(value) == theme) projects.insert({i, feature.index()});
            return true;
        });
    }
    return projects;
}

TEST(ExportRequest, ClustersOnlyWhatTheFilterLetsThrough) {
    ExportCommand command;
    command.filter = {{"theme", {"industry"}}};
    const auto snapshot = snapshot_for(west_district(), command);
    ASSERT_TRUE(snapshot) << snapshot.error().message();
    ASSERT_TRUE((*snapshot)->clusters);
    const auto tree = (*snapshot)->clusters->tree(**snapshot, kFarZoom, {});
    ASSERT_TRUE(tree);

    const auto expected = projects_of("industry");
    const geo::Envelope everywhere = west_district().extent.grown(1e6);
    std::set<map::FeatureKey> clustered;
    for (const std::uint32_t number : tree->find(tree->level(kFarZoom), everywhere)) {
        for (const auto& member : tree->members(number)) clustered.insert(member);
    }
    EXPECT_GT(clustered.size(), 5U);
    EXPECT_TRUE(std::ranges::includes(expected, clustered)) << "a cluster holds what is filtered out";
}

TEST(ExportRequest, NamesAFieldThatNoLayerHas) {
    ExportCommand command;
    command.filter = {{"colour", {"red"}}};
    const auto snapshot = snapshot_for(west_district(), command);
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().message(), "--filter: no layer has a field 'colour'");
}

}  // namespace
}  // namespace jinsha::app
