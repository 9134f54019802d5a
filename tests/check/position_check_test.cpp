#include "check/checked.hpp"

#include <gtest/gtest.h>

namespace jinsha::check {
namespace {

GeoJsonContext west_district() {
    GeoJsonContext context;
    context.area = geo::Envelope{101.44, 26.528, 101.675, 26.684};
    return context;
}

std::string at(const std::string& position) {
    return test::collection({test::point(position)});
}

TEST(PositionCheck, TellsSwappedAndProjectedPositionsFromWrongOnes) {
    EXPECT_EQ(test::codes(at("[101.6, 26.6]")), "");
    EXPECT_EQ(test::codes(at("[26.6, 101.6]")), "swapped-coordinates");
    EXPECT_EQ(test::codes(at("[460123, 2942310]")), "projected-coordinates");
    EXPECT_EQ(test::codes(at("[181, 26]")), "coordinate-range");
    EXPECT_EQ(test::codes(at("[1016, 266]")), "coordinate-range");
}

TEST(PositionCheck, LooksForFeaturesOutsideOfTheArea) {
    EXPECT_EQ(test::codes(at("[101.6, 26.6]"), west_district()), "");
    EXPECT_EQ(test::codes(at("[104.06, 30.57]"), west_district()), "outside-area");
    EXPECT_EQ(test::codes(at("[26.6, 101.6]"), west_district()), "swapped-coordinates");
}

TEST(PositionCheck, ChecksMetresAgainstTheAreaAlone) {
    GeoJsonContext context;
    context.is_geographic = false;
    EXPECT_EQ(test::codes(at("[460123, 2942310]"), context), "");
    context.area = geo::Envelope{440000, 2930000, 470000, 2950000};
    EXPECT_EQ(test::codes(at("[2942310, 460123]"), context), "swapped-coordinates");
    EXPECT_EQ(test::codes(at("[500000, 2942310]"), context), "outside-area");
}

TEST(PositionCheck, TellsAFeatureOnceHoweverManyOfItsPositionsAreWrong) {
    EXPECT_EQ(
        test::codes(test::polygon("[[104, 30], [104.1, 30], [104.1, 30.1], [104, 30]]"), west_district()),
        "outside-area");
}

TEST(PositionCheck, OffersToSwapOnlyWhenAllBecomesRight) {
    const auto swapped = test::findings(at("[26.60, 101.6]"), west_district());
    ASSERT_TRUE(swapped[0].fix);
    const std::string text = at("[26.60, 101.6]");
    auto patches = swapped[0].fix->patches;
    json::sort(patches);
    EXPECT_EQ(json::patched(text, patches), at("[101.6, 26.60]"));
    EXPECT_FALSE(test::findings(at("[30, 104]"), west_district())[0].fix);
}

}  // namespace
}  // namespace jinsha::check
