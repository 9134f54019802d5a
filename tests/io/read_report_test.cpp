#include "io/read_report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::io {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ReadReport, CountsFaultsOfAKindAndNamesTheFirst) {
    ReadReport report;
    report.add({Fault::TooFewPoints, "exterior ring has 2 points, needs at least 4"}, 17);
    report.add({Fault::TooFewPoints, "exterior ring has 3 points, needs at least 4"}, 21);
    report.add({Fault::TooFewPoints, "exterior ring has 2 points, needs at least 4"}, 22);
    EXPECT_EQ(report.skipped(), 3u);
    EXPECT_THAT(
        report.problems("districts.geojson"),
        ElementsAre(Problem{Severity::Warning, "districts.geojson",
                            "3 features skipped: exterior ring has 2 points, needs at least 4 (first: "
                            "feature 17)"}));
}

TEST(ReadReport, DoesNotCountNotesAsSkipped) {
    ReadReport report;
    report.add({Fault::NoGeometry, "kept with their attributes, not drawn"}, 5);
    EXPECT_EQ(report.skipped(), 0u);
    EXPECT_THAT(report.problems("a.shp"),
                ElementsAre(Problem{
                    Severity::Warning, "a.shp",
                    "1 feature without geometry: kept with their attributes, not drawn (feature 5)"}));
}

TEST(ReadReport, HasNothingToSayOfSoundFeatures) {
    EXPECT_THAT(ReadReport{}.problems("a.shp"), IsEmpty());
}

}  // namespace
}  // namespace jinsha::io
