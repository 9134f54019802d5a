#include "check/checked.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

std::string line(const std::string& positions) {
    return test::collection({R"({"type": "LineString", "coordinates": [)" + positions + "]}"});
}

TEST(ShapeCheck, FindsNothingInARingAsRfc7946WantsIt) {
    EXPECT_EQ(
        test::codes(test::polygon("[[0,0],[10,0],[10,10],[0,10],[0,0]], [[2,2],[2,4],[4,4],[4,2],[2,2]]")),
        "");
}

TEST(ShapeCheck, FindsRingsThatAreOpenOrRunTheWrongWay) {
    EXPECT_EQ(test::codes(test::polygon("[[0,0],[10,0],[10,10],[0,10]]")), "ring-not-closed");
    EXPECT_EQ(test::codes(test::polygon("[[0,0],[0,10],[10,10],[10,0],[0,0]]")), "ring-direction");
    EXPECT_EQ(
        test::codes(test::polygon("[[0,0],[10,0],[10,10],[0,10],[0,0]], [[2,2],[4,2],[4,4],[2,4],[2,2]]")),
        "ring-direction");
}

TEST(ShapeCheck, PointsAtTheVertexNearestToAnIntersection) {
    const std::string text = test::polygon("[[0,0],[10,10],[10,1],[0,10],[0,0]]");
    const auto found = test::findings(text);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].code, "self-intersection");
    EXPECT_EQ(found[0].message, "the boundary of the polygon crosses itself at 5.263158, 5.263158");
    EXPECT_FALSE(found[0].fix);
}

TEST(ShapeCheck, FindsRepeatedVerticesAndKeepsEnoughOfThem) {
    EXPECT_EQ(test::codes(line("[0,0],[1,1],[1,1],[2,2]")), "repeated-vertex");
    EXPECT_TRUE(test::findings(line("[0,0],[1,1],[1,1]"))[0].fix);
    EXPECT_FALSE(test::findings(line("[1,1],[1,1]"))[0].fix) << "a line keeps two positions";
    EXPECT_EQ(test::codes(line("[1,1,5],[1,1,6]")), "") << "the heights differ";
}

TEST(ShapeCheck, WantsEnoughPositions) {
    EXPECT_EQ(test::findings(line("[0,0]"))[0].message, "the line has 1 positions, needs at least 2");
    EXPECT_EQ(test::findings(test::polygon("[[0,0],[1,1],[0,0]]"))[0].message,
              "the ring has 3 positions, needs at least 4");
    EXPECT_EQ(test::codes(test::collection({R"({"type": "Polygon", "coordinates": []})"})), "empty-geometry");
}

TEST(ShapeCheck, NamesHolesThatLieWrong) {
    EXPECT_EQ(test::codes(test::polygon(
                  "[[0,0],[10,0],[10,10],[0,10],[0,0]], [[20,20],[20,30],[30,30],[30,20],[20,20]]")),
              "hole-outside");
}

}  // namespace
}  // namespace jinsha::check
