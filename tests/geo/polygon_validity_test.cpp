#include "geo/polygon_validity.hpp"

#include <gtest/gtest.h>

namespace jinsha::geo {
namespace {

using Rings = std::vector<std::vector<SourcePoint>>;
using Reason = Invalidity::Reason;

const std::vector<SourcePoint> kSquare{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};

std::vector<SourcePoint> box(double left, double bottom, double right, double top) {
    return {{left, bottom}, {right, bottom}, {right, top}, {left, top}, {left, bottom}};
}

std::optional<Reason> reason(const Rings& rings) {
    const auto invalidity = invalidity_of(rings);
    return invalidity ? std::optional{invalidity->reason} : std::nullopt;
}

TEST(PolygonValidity, FindsNothingInValidPolygons) {
    EXPECT_EQ(reason({kSquare}), std::nullopt);
    EXPECT_EQ(reason({kSquare, box(2, 2, 4, 4), box(6, 6, 8, 8)}), std::nullopt);
    EXPECT_EQ(reason({}), std::nullopt);
}

TEST(PolygonValidity, DoesNotLookWhichWayRingsRun) {
    EXPECT_EQ(reason({{kSquare.rbegin(), kSquare.rend()}}), std::nullopt);
}

TEST(PolygonValidity, SaysWhereABowTieCrosses) {
    const Rings bow_tie{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}};
    const auto invalidity = invalidity_of(bow_tie);
    ASSERT_TRUE(invalidity);
    EXPECT_EQ(invalidity->reason, Reason::SelfIntersection);
    EXPECT_EQ(invalidity->at, (SourcePoint{5, 5}));
}

TEST(PolygonValidity, TellsTheFaultsOfHolesApart) {
    EXPECT_EQ(reason({kSquare, box(20, 20, 30, 30)}), Reason::HoleOutside);
    EXPECT_EQ(reason({kSquare, box(2, 2, 8, 8), box(3, 3, 5, 5)}), Reason::NestedHoles);
    EXPECT_EQ(reason({kSquare, box(8, 4, 12, 6)}), Reason::SelfIntersection);
    EXPECT_EQ(reason({kSquare, {{0, 5}, {5, 0}, {10, 5}, {5, 10}, {0, 5}}}), Reason::DisconnectedInterior);
}

TEST(PolygonValidity, TellsARingThatTouchesItself) {
    EXPECT_EQ(reason({{{0, 0}, {5, 5}, {10, 0}, {10, 10}, {5, 5}, {0, 10}, {0, 0}}}),
              Reason::RingSelfIntersection);
}

}  // namespace
}  // namespace jinsha::geo
