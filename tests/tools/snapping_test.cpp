#include "tools/snapping.hpp"

#include "map/memory_feature_source.hpp"
#include "style/style_layer.hpp"

#include <gtest/gtest.h>

namespace jinsha::tools {
namespace {

/// A line from 0, 0 to 100, 0, drawn by a layer.
scene::MapSnapshot snapshot_of_a_line(bool is_visible = true) {
    map::MemoryFeatureSourceBuilder builder;
    geo::Geometry line{geo::GeometryType::Line, {{0, 0}, {100, 0}}, {}};
    line.end_part();
    builder.add(line.view(), {}, map::MemoryFeatureSourceBuilder::Attributes{});
    const auto json = nlohmann::ordered_json::parse(R"({"id": "line", "type": "line", "source": "a"})");
    std::vector<Problem> problems;
    auto layer = style::StyleLayer::parse(json, "", problems);
    scene::MapSnapshot snapshot;
    snapshot.layers.push_back({*layer, builder.build({.name = "a"}), 3, is_visible});
    return snapshot;
}

TEST(Snapping, PrefersAVertexToAnEdgeThatIsNearer) {
    const auto snapshot = snapshot_of_a_line();
    EXPECT_EQ(snap(snapshot, {{6, 1}, 8, {}, {}}), (Snap{Snap::To::Vertex, {0, 0}}));
    EXPECT_EQ(snap(snapshot, {{50, 5}, 8, {}, {}}), (Snap{Snap::To::Edge, {50, 0}}));
}

TEST(Snapping, FindsNothingOutOfReach) {
    const auto snapshot = snapshot_of_a_line();
    EXPECT_FALSE(snap(snapshot, {{50, 9}, 8, {}, {}}));
    EXPECT_FALSE(snap(snapshot, {{-6, 6}, 8, {}, {}})) << "in the box around it, yet farther than 8";
    EXPECT_FALSE(snap(snapshot, {{109, 0}, 8, {}, {}}));
}

TEST(Snapping, LeavesOutWhatIsEditedAndWhatIsNotSeen) {
    EXPECT_FALSE(snap(snapshot_of_a_line(), {{1, 1}, 8, map::FeatureKey{3, 0}, {}}));
    EXPECT_FALSE(snap(snapshot_of_a_line(false), {{1, 1}, 8, {}, {}}));
}

TEST(Snapping, DrawsToItsOwnVertices) {
    EXPECT_EQ(snap(snapshot_of_a_line(), {{50, 50}, 8, {}, {{52, 50}}}), (Snap{Snap::To::Vertex, {52, 50}}));
}

}  // namespace
}  // namespace jinsha::tools
