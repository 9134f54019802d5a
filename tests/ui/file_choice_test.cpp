#include "ui/file_choice.hpp"

#include "ui/sample_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Click = FileChoice::Click;
using Line = FileChoice::Line;

const std::vector<Place> kPlaces{{Place::Kind::Home, "/home/li", "主目录"},
                                 {Place::Kind::Volume, "/media/disk", "U盘"}};

FileRequest opening() {
    return {FileRequest::Purpose::Open, "/home/li/图", {}, {kMaps, kAllFiles}, kPlaces, "open"};
}

FileRequest saving(std::string name) {
    const FileFilter png{"png", {".png"}};
    const FileFilter tiff{"tiff", {".tif", ".tiff"}};
    return {FileRequest::Purpose::Save, "/home/li/图", std::move(name), {png, tiff}, kPlaces, "save"};
}

const auto kFolder =
    shared_folder("/home/li/图", {"a.geojson", "b.geojson", "c.geojson", "旧/", "n.txt", "x.png"});

FileChoice in_folder(FileRequest request) {
    FileChoice choice{std::move(request)};
    (void)choice.take_wishes();
    choice.take(kFolder);
    return choice;
}

FileWish listing_of(const char* folder) {
    return ListFolder{folder};
}

FileWish chosen(const std::vector<std::filesystem::path>& files) {
    return ChooseFiles{files};
}

void type(FileChoice& choice, std::string_view text) {
    choice.text(choice.line()).insert(text);
    choice.note_edit();
}

std::string key_of_refusal(const FileChoice& choice) {
    return choice.refusal().text;
}

TEST(FileChoice, AsksForTheFolderItBeginsIn) {
    FileChoice choice{opening()};
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/home/li/图")));
    EXPECT_EQ(choice.awaited(), "/home/li/图");
    EXPECT_THAT(choice.rows(), IsEmpty());
    choice.take(kFolder);
    EXPECT_TRUE(choice.awaited().empty());
    EXPECT_THAT(names_of(choice.rows()), ElementsAre("旧", "a.geojson", "b.geojson", "c.geojson"));
    EXPECT_EQ(choice.cursor(), 0U);
}

TEST(FileChoice, ShowsTheOldFolderUntilTheNewOneIsRead) {
    auto choice = in_folder(opening());
    choice.confirm();  // the cursor is on 旧
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/home/li/图/旧")));
    EXPECT_EQ(choice.folder(), "/home/li/图");
    EXPECT_EQ(choice.rows().size(), 4U);
    choice.take(shared_folder("/home/li/图/旧", {"d.geojson"}));
    EXPECT_EQ(choice.folder(), "/home/li/图/旧");
}

TEST(FileChoice, IgnoresTheListingOfAFolderThatWasLeftMeanwhile) {
    auto choice = in_folder(opening());
    choice.go_to("/slow");
    choice.go_to("/quick");
    choice.take(shared_folder("/quick", {"q.geojson"}));
    choice.take(shared_folder("/slow", {"s.geojson"}));
    EXPECT_EQ(choice.folder(), "/quick");
    EXPECT_THAT(names_of(choice.rows()), ElementsAre("q.geojson"));
}

TEST(FileChoice, KeepsTheCursorOnTheFolderItComesFrom) {
    auto choice = in_folder(opening());
    choice.go_up();
    choice.take(shared_folder("/home/li", {"a/", "图/", "文档/"}));
    EXPECT_EQ(choice.rows()[*choice.cursor()]->name, "图");
}

TEST(FileChoice, StaysAtTheRoot) {
    auto choice = in_folder(opening());
    choice.go_to("/");
    choice.take(shared_folder("/", {"home/"}));
    (void)choice.take_wishes();
    choice.go_up();
    EXPECT_THAT(choice.take_wishes(), IsEmpty());
}

TEST(FileChoice, SaysWhyAFolderCannotBeReadAndLetsGoUp) {
    auto choice = in_folder(opening());
    choice.go_to("/root");
    choice.take(std::make_shared<const FolderListing>(FolderListing{"/root", {}, "Permission denied"}));
    EXPECT_EQ(choice.folder(), "/root");
    EXPECT_EQ(choice.fault(), "Permission denied");
    EXPECT_THAT(choice.rows(), IsEmpty());
    EXPECT_FALSE(choice.can_confirm());
    choice.move_cursor(1, false);
    (void)choice.take_wishes();
    choice.go_up();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/")));
}

TEST(FileChoice, KeepsItsCursorWhenTheFolderIsReadAgain) {
    auto choice = in_folder(opening());
    choice.move_cursor(2, false);
    EXPECT_EQ(choice.rows()[*choice.cursor()]->name, "b.geojson");
    choice.take(shared_folder("/home/li/图", {"aa.geojson", "a.geojson", "b.geojson"}));
    EXPECT_EQ(choice.rows()[*choice.cursor()]->name, "b.geojson");
}

TEST(FileChoice, EntersAPlaceAndOpensAFileThatWasOpenLately) {
    auto choice = in_folder(opening());
    choice.go_to_place({Place::Kind::Volume, "/media/disk", "U盘"});
    choice.go_to_place({Place::Kind::RecentFile, "/maps/town.map.json", {}});
    EXPECT_THAT(choice.take_wishes(),
                ElementsAre(listing_of("/media/disk"), chosen({"/maps/town.map.json"})));
}

TEST(FileChoice, BeginsItsCrumbsAtTheNearestPlace) {
    auto choice = in_folder(opening());
    EXPECT_THAT(choice.crumbs(), ElementsAre(Crumb{"主目录", Place::Kind::Home, "/home/li"},
                                             Crumb{"图", std::nullopt, "/home/li/图"}));
    choice.go_to("/srv/data");
    choice.take(shared_folder("/srv/data", {}));
    EXPECT_THAT(choice.crumbs(),
                ElementsAre(Crumb{"/", std::nullopt, "/"}, Crumb{"srv", std::nullopt, "/srv"},
                            Crumb{"data", std::nullopt, "/srv/data"}));
    choice.go_to("/home/lily");
    choice.take(shared_folder("/home/lily", {}));
    EXPECT_EQ(choice.crumbs().front().label, "/") << "/home/lily does not lie in /home/li";
}

TEST(FileChoice, OpensTheFileUnderTheCursor) {
    auto choice = in_folder(opening());
    choice.move_cursor(1, false);
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/home/li/图/a.geojson"})));
}

TEST(FileChoice, OpensSeveralFilesAtOnce) {
    auto choice = in_folder(opening());
    choice.click(1, Click::Only);
    choice.click(3, Click::Toggle);
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(),
                ElementsAre(chosen({"/home/li/图/a.geojson", "/home/li/图/c.geojson"})));
    choice.click(1, Click::Only);
    choice.move_cursor(1, true);
    choice.move_cursor(1, true);
    EXPECT_TRUE(choice.is_chosen(1) && choice.is_chosen(2) && choice.is_chosen(3));
    choice.move_cursor(-1, true);
    EXPECT_FALSE(choice.is_chosen(3));
    choice.choose_all();
    choice.confirm();
    EXPECT_THAT(
        choice.take_wishes(),
        ElementsAre(chosen({"/home/li/图/a.geojson", "/home/li/图/b.geojson", "/home/li/图/c.geojson"})));
}

TEST(FileChoice, ForgetsWhatIsChosenWhenTheFilterHidesIt) {
    auto choice = in_folder(opening());
    choice.set_filter(1);
    choice.click(4, Click::Only);
    EXPECT_EQ(choice.rows()[4]->name, "n.txt");
    choice.set_filter(0);
    EXPECT_FALSE(choice.can_confirm());
}

TEST(FileChoice, FindsNamesByTheirFirstLetters) {
    auto choice = in_folder(opening());
    choice.look_for("c", 10);
    EXPECT_EQ(choice.cursor(), 3U);
    choice.look_for("b", 12);
    EXPECT_EQ(choice.cursor(), 2U);
    choice.look_for(".", 12.5);
    choice.look_for("x", 12.6);
    EXPECT_EQ(choice.cursor(), 2U) << "nothing begins with b.x";
}

TEST(FileChoice, GoesOnToTheNextNameWithTheSameLetter) {
    FileChoice choice{opening()};
    choice.take(shared_folder("/home/li/图", {"ma.geojson", "mb.geojson", "n.geojson"}));
    choice.look_for("m", 10);
    EXPECT_EQ(choice.cursor(), 1U);
    choice.look_for("m", 10.2);
    EXPECT_EQ(choice.cursor(), 0U);
}

TEST(FileChoice, SortsTheOtherWayRoundOnTheSecondClick) {
    auto choice = in_folder(opening());
    choice.sort_by(FileOrder::Name);
    EXPECT_EQ(choice.rows().back()->name, "a.geojson");
    choice.sort_by(FileOrder::Time);
    EXPECT_TRUE(choice.rules().is_descending) << "the newest first";
}

TEST(FileChoice, GoesToATypedFolderAndOpensATypedFile) {
    auto choice = in_folder(opening());
    choice.begin_path("/srv/");
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/srv")));
    choice.take(shared_folder("/srv", {"data/", "town.geojson"}));
    type(choice, "da");
    choice.complete();
    EXPECT_EQ(choice.text(Line::Path).text(), "/srv/data/");
    choice.confirm();
    choice.take(shared_folder("/srv/data", {"road.geojson"}));
    EXPECT_EQ(choice.folder(), "/srv/data");
    EXPECT_EQ(choice.line(), Line::None);
    choice.begin_path("road.geojson");
    choice.confirm();
    choice.take(shared_folder("/srv/data", {"road.geojson"}));
    EXPECT_EQ(choice.take_wishes().back(), chosen({"/srv/data/road.geojson"}));
}

TEST(FileChoice, WaitsForTheFolderOfATypedPath) {
    auto choice = in_folder(opening());
    choice.begin_path("/slow/town.geojson");
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/slow")));
    choice.take(shared_folder("/slow", {"town.geojson"}));
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/slow/town.geojson"})));
}

TEST(FileChoice, RefusesATypedFileThatIsNotThere) {
    auto choice = in_folder(opening());
    choice.begin_path("/home/li/图/none.geojson");
    choice.take(kFolder);
    choice.confirm();
    EXPECT_EQ(key_of_refusal(choice), "files.no_such_file");
    type(choice, "x");
    EXPECT_EQ(key_of_refusal(choice), "");
    EXPECT_TRUE(choice.give_up());
    EXPECT_EQ(choice.line(), Line::None);
    EXPECT_FALSE(choice.give_up()) << "only the dialog is left to be given up";
}

TEST(FileChoice, SavesUnderTheWrittenNameWithItsEnding) {
    auto choice = in_folder(saving("西区.png"));
    EXPECT_EQ(choice.line(), Line::Name);
    EXPECT_EQ(choice.text(Line::Name).selected(), "西区") << "the ending stays when it is written over";
    type(choice, "图一");
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/home/li/图/图一.png"})));
    choice.text(Line::Name) = TextEdit{"plain"};
    choice.note_edit();
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/home/li/图/plain.png"})));
    choice.text(Line::Name) = TextEdit{"other.TIF"};
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/home/li/图/other.TIF"})))
        << "a known ending is kept";
}

TEST(FileChoice, ChangesTheEndingWithTheFilter) {
    auto choice = in_folder(saving("西区.png"));
    choice.set_filter(1);
    EXPECT_EQ(choice.text(Line::Name).text(), "西区.tif");
}

TEST(FileChoice, AsksBeforeAFileIsReplaced) {
    auto choice = in_folder(saving("x.png"));
    choice.confirm();
    EXPECT_EQ(choice.question(), "x.png");
    EXPECT_THAT(choice.take_wishes(), IsEmpty());
    EXPECT_TRUE(choice.give_up());
    EXPECT_EQ(choice.question(), "");
    choice.confirm();
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(chosen({"/home/li/图/x.png"})));
}

TEST(FileChoice, TakesTheNameOfAFileThatIsClicked) {
    auto choice = in_folder(saving("y.png"));
    choice.move_cursor(2, false);
    EXPECT_EQ(choice.text(Line::Name).text(), "x.png");
}

TEST(FileChoice, EntersAFolderThatWasPointedAtAndElseSaves) {
    auto choice = in_folder(saving("y.png"));
    choice.move_cursor(1, false);
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/home/li/图/旧")));
    choice.take(shared_folder("/home/li/图/旧", {}));
    type(choice, "z");
    choice.confirm();
    EXPECT_EQ(choice.take_wishes().size(), 1U);
}

TEST(FileChoice, RefusesNamesThatNoFileCanHave) {
    auto choice = in_folder(saving(""));
    EXPECT_FALSE(choice.can_confirm());
    for (const char* bad : {".", ".."}) {
        choice.text(Line::Name) = TextEdit{bad};
        choice.confirm();
        EXPECT_EQ(key_of_refusal(choice).substr(0, 6), "files.") << bad;
    }
    choice.text(Line::Name) = TextEdit{std::string(300, 'a')};
    choice.confirm();
    EXPECT_EQ(key_of_refusal(choice), "files.long_name");
    EXPECT_THAT(choice.take_wishes(), IsEmpty());
}

TEST(FileChoice, SavesUnderAPathThatIsWrittenAsTheName) {
    for (const char* written : {"/home/li/图/旧/甲.png", "旧/甲.png", "~/图/旧/甲"}) {
        auto choice = in_folder(saving("y.png"));
        choice.text(Line::Name) = TextEdit{written};
        choice.note_edit();
        choice.confirm();
        EXPECT_THAT(choice.take_wishes(), ElementsAre(listing_of("/home/li/图/旧"))) << written;
        choice.take(shared_folder("/home/li/图/旧", {}));
        EXPECT_THAT(choice.take_wishes(), testing::Contains(chosen({"/home/li/图/旧/甲.png"}))) << written;
    }
}

TEST(FileChoice, AsksBeforeTheFileOfAWrittenPathIsReplaced) {
    auto choice = in_folder(saving("y.png"));
    choice.text(Line::Name) = TextEdit{"旧/甲.png"};
    choice.confirm();
    choice.take(shared_folder("/home/li/图/旧", {"甲.png"}));
    EXPECT_EQ(choice.question(), "甲.png");
    EXPECT_EQ(choice.folder(), "/home/li/图/旧");
}

TEST(FileChoice, SaysThatTheFolderOfAWrittenPathCannotBeRead) {
    auto choice = in_folder(saving("y.png"));
    choice.text(Line::Name) = TextEdit{"/root/a.png"};
    choice.confirm();
    choice.take(std::make_shared<const FolderListing>(FolderListing{"/root", {}, "Permission denied"}));
    EXPECT_EQ(key_of_refusal(choice), "files.cannot_read_folder");
    EXPECT_THAT(choice.take_wishes(), testing::Not(testing::Contains(chosen({"/root/a.png"}))));
}

TEST(FileChoice, SelectsThePathThatIsGoingToBeWrittenOver) {
    auto choice = in_folder(opening());
    choice.rewrite_path();
    type(choice, "/tmp/");
    EXPECT_EQ(choice.text(Line::Path).text(), "/tmp/");
}

TEST(FileChoice, RefusesTheNameOfAFolder) {
    FileChoice choice{saving("old.png")};
    (void)choice.take_wishes();
    choice.take(shared_folder("/home/li/图", {"old.png/"}));
    choice.confirm();
    EXPECT_EQ(key_of_refusal(choice), "files.name_is_folder");
}

TEST(FileChoice, MakesAFolderAndGoesThere) {
    auto choice = in_folder(saving("y.png"));
    choice.begin_new_folder();
    EXPECT_FALSE(choice.can_confirm());
    type(choice, "新图");
    choice.confirm();
    EXPECT_THAT(choice.take_wishes(), ElementsAre(FileWish{MakeFolder{"/home/li/图/新图"}}));
    choice.take(shared_folder("/home/li/图/新图", {}));
    EXPECT_EQ(choice.folder(), "/home/li/图/新图");
    EXPECT_EQ(choice.line(), Line::Name);
    EXPECT_EQ(choice.text(Line::Name).text(), "y.png");
}

TEST(FileChoice, SaysWhyAFolderCannotBeMade) {
    auto choice = in_folder(opening());
    choice.begin_new_folder();
    type(choice, "旧");
    choice.confirm();
    EXPECT_EQ(key_of_refusal(choice), "files.name_is_taken");
    type(choice, "2");
    choice.confirm();
    choice.take(
        std::make_shared<const FolderListing>(FolderListing{"/home/li/图/旧2", {}, "Read-only file system"}));
    EXPECT_EQ(key_of_refusal(choice), "files.cannot_make_folder");
    EXPECT_EQ(choice.refusal().detail, "Read-only file system");
    EXPECT_EQ(choice.folder(), "/home/li/图");
    EXPECT_EQ(choice.line(), Line::NewFolder);
}

}  // namespace
}  // namespace jinsha::ui
