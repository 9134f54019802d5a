#include "ui/path_line.hpp"

#include "ui/sample_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;
using Meaning = PathLine::Meaning;

PathLine typed(std::string text) {
    return PathLine{{"/data/maps", "/home/li"}, std::move(text)};
}

TEST(PathLine, StartsAtTheRootAtHomeOrInTheFolderThatIsShown) {
    EXPECT_EQ(typed("/srv/a.geojson").path(), "/srv/a.geojson");
    EXPECT_EQ(typed("~/图/a.geojson").path(), "/home/li/图/a.geojson");
    EXPECT_EQ(typed("a.geojson").path(), "/data/maps/a.geojson");
    EXPECT_EQ(typed("../b/").path(), "/data/b");
    EXPECT_EQ(typed("/").path(), "/");
    EXPECT_EQ(typed("~").path(), "/home/li");
    EXPECT_EQ(typed("~li").path(), "/data/maps/~li") << "homes of others are not known";
}

TEST(PathLine, NeedsTheListingOfTheFolderBeforeItsLastSlash) {
    EXPECT_EQ(typed("/srv/da").folder(), "/srv");
    EXPECT_EQ(typed("/srv/da/").folder(), "/srv/da");
    EXPECT_EQ(typed("da").folder(), "/data/maps");
    EXPECT_EQ(typed("/").folder(), "/");
    EXPECT_EQ(typed("~").folder(), "/home/li");
}

TEST(PathLine, KnowsWhatItMeansOnceThatFolderWasRead) {
    auto line = typed("/srv/da");
    EXPECT_EQ(line.meaning(), Meaning::NotYetKnown);
    line.take(shared_folder("/tmp", {"da/"}));
    EXPECT_EQ(line.meaning(), Meaning::NotYetKnown) << "the listing of another folder";
    line.take(shared_folder("/srv", {"da/", "town.geojson"}));
    EXPECT_EQ(line.meaning(), Meaning::Folder);
    line.text() = TextEdit{"/srv/town.geojson"};
    EXPECT_EQ(line.meaning(), Meaning::File);
    line.text() = TextEdit{"/srv/none"};
    EXPECT_EQ(line.meaning(), Meaning::Nothing);
    line.text() = TextEdit{"/srv/"};
    EXPECT_EQ(line.meaning(), Meaning::Folder);
}

TEST(PathLine, TellsAFolderThatCannotBeRead) {
    auto line = typed("/srv/closed/x");
    line.take(std::make_shared<const FolderListing>(FolderListing{"/srv/closed", {}, "Permission denied"}));
    EXPECT_EQ(line.meaning(), Meaning::Unreadable);
}

TEST(PathLine, CompletesTheLastPart) {
    auto line = typed("/srv/d");
    line.take(shared_folder("/srv", {"data/", "dark.geojson", "notes.txt"}));
    EXPECT_THAT(names_of(line.completions(kMaps)), ElementsAre("data", "dark.geojson"));
    line.complete(kMaps);
    EXPECT_EQ(line.text().text(), "/srv/da");
    line.text().insert("t");
    line.complete(kMaps);
    EXPECT_EQ(line.text().text(), "/srv/data/");
    line.complete(kMaps);
    EXPECT_EQ(line.text().text(), "/srv/data/") << "that folder was not read yet";
}

TEST(PathLine, CompletesInTheLettersOfTheName) {
    auto line = typed("/srv/DA");
    line.take(shared_folder("/srv", {"data/"}));
    line.complete(kMaps);
    EXPECT_EQ(line.text().text(), "/srv/data/");
}

}  // namespace
}  // namespace jinsha::ui
