#include "check/fixing.hpp"

#include "check/checked.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

FixedText fixed(const std::string& text) {
    return fix_all(text, [](std::string_view now) { return test::findings(now); });
}

TEST(Fixing, ChangesOnlyTheBytesOfTheFault) {
    const std::string before = test::polygon("[ [0, 0],  [10, 0],\n [1e1,10.00] ]") + "\n";
    const FixedText after = fixed(before);
    EXPECT_EQ(after.text, before) << "too few positions: there is no fix for that";

    EXPECT_EQ(fixed(test::polygon("[[0.0,0],\n [10,0],\n [1e1,10.00],\n [0,10]]")).text,
              test::polygon("[[0.0,0],\n [10,0],\n [1e1,10.00],\n [0,10],\n [0.0,0]]"));
}

TEST(Fixing, MendsSeveralFaultsOfOneRingOneAfterTheOther) {
    const FixedText after = fixed(test::polygon("[[0,0],[0,10],[0,10],[10,10],[10,0]]"));
    EXPECT_EQ(test::codes(after.text), "");
    EXPECT_EQ(after.fixed.size(), 3u);  // closed, turned round, the doubled vertex taken out
}

TEST(Fixing, LeavesASoundTextAsItIs) {
    const std::string text = test::collection({test::point("[1.50, 2]")});
    const FixedText after = fixed(text);
    EXPECT_EQ(after.text, text);
    EXPECT_TRUE(after.fixed.empty());
}

TEST(Fixing, MendsMoreThanItTellsAtOnce) {
    std::vector<std::string> geometries;
    for (std::size_t i = 0; i < kMostFindings + 50; ++i) {
        geometries.push_back(R"({"type": "Polygon", "coordinates": [[[0,0],[9,0],[9,9],[0,9]]]})");
    }
    EXPECT_EQ(fixed(test::collection(geometries)).fixed.size(), kMostFindings + 50);
}

}  // namespace
}  // namespace jinsha::check
