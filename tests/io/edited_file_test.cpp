#include "io/edited_file.hpp"

#include "io/failing_fsync.hpp"
#include "io/odd_geojson.hpp"
#include "io/open_file.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

/// An open file in a folder of its own.
class TemporaryFile : public OpenFile {
public:
    explicit TemporaryFile(const std::string& text)
        : TemporaryFile{text, std::make_unique<TemporaryFolder>()} {}

    void apply(const map::EditCommand& command) {
        const auto done = session->apply(command);
        ASSERT_TRUE(done) << done.error().message();
    }
    [[nodiscard]] std::string saved() {
        const auto done = file->save(session->source(0));
        EXPECT_TRUE(done) << done.error().message();
        return content_of(path);
    }

private:
    TemporaryFile(const std::string& text, std::unique_ptr<TemporaryFolder> folder)
        : OpenFile{folder->write("a.geojson", text)},
          folder_{std::move(folder)},
          path{folder_->path() / "a.geojson"} {}
    std::unique_ptr<TemporaryFolder> folder_;

public:
    fs::path path;
};

std::string collection(const std::string& features) {
    return "{\n\"type\": \"FeatureCollection\",\n\"features\": [\n" + features + "\n]\n}\n";
}

const std::string kA =
    R"({ "type": "Feature", "id": 1, "properties": { "name": "甲", "area": 1200.50 }, "geometry": { "type": "Point", "coordinates": [ 101.60420, 26.5902 ] } })";
const std::string kB =
    R"({ "type": "Feature", "id": 2, "properties": { "name": "乙" }, "geometry": { "type": "Point", "coordinates": [ 101.7, 26.6, 1100.0 ] } })";
const std::string kTwo = collection(kA + ",\n" + kB);

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(EditedFile, GivesEveryOddFileBackByteForByte) {
    for (const OddGeoJson& odd : odd_geojson()) {
        SCOPED_TRACE(odd.name);
        TemporaryFile open{odd.text};
        EXPECT_EQ(open.saved(), odd.text);
    }
}

TEST(EditedFile, ChangesNothingButTheMembersOfAnEdit) {
    for (const OddGeoJson& odd : odd_geojson()) {
        SCOPED_TRACE(odd.name);
        TemporaryFile open{odd.text};
        open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"新"}}}});
        const std::string text = open.saved();
        const auto after = GeoJsonText::from(text);
        ASSERT_TRUE(after) << after.error().message();
        const auto before = GeoJsonText::from(odd.text);
        ASSERT_EQ(after->features().size(), before->features().size());
        EXPECT_EQ(after->features()[0].find("properties")->find("name")->string(), "新");
        for (std::size_t i = 1; i < before->features().size(); ++i)
            EXPECT_EQ(after->features()[i].text(), before->features()[i].text());
        const std::size_t head = before->features()[0].range().begin;
        EXPECT_EQ(text.substr(0, head), odd.text.substr(0, head));
        EXPECT_EQ(text.substr(after->features()[0].range().end),
                  odd.text.substr(before->features()[0].range().end));
    }
}

TEST(EditedFile, WritesAnAttributeInItsPlace) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"金沙湖"}}}});
    EXPECT_EQ(open.saved(), replaced(kTwo, "甲", "金沙湖"));
}

TEST(EditedFile, AppendsANewAttributeAsTheOthersStand) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 1}}, {{"phase", {"planned"}}}});
    EXPECT_EQ(open.saved(), replaced(kTwo, R"("乙" })", R"("乙", "phase": "planned" })"));
}

TEST(EditedFile, ChangesOnlyTheNumbersThatMoved) {
    TemporaryFile open{kTwo};
    open.apply(map::SetGeometry{{0, 1}, point(open.at(101.75, 26.6))});
    EXPECT_EQ(open.saved(), replaced(kTwo, "101.7, 26.6, 1100.0", "101.75, 26.6, 1100.0"))
        << "the height stays";
}

TEST(EditedFile, SetsAKeyThatComesTwiceAtBothPlaces) {
    const std::string text =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":1,"n":2},"geometry":null,)"
        R"("properties":{"m":3},"geometry":{"type":"Point","coordinates":[101,26]}}]})";
    TemporaryFile open{text};
    open.apply(map::SetAttributes{{{0, 0}}, {{"n", {5.0}}, {"m", {6.0}}, {"new", {7.0}}}});
    open.apply(map::SetGeometry{{0, 0}, point(open.at(102, 27))});
    const std::string moved = R"({"type":"Point","coordinates":[102,27]})";
    EXPECT_EQ(open.saved(), R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                            R"({"n":5,"n":5,"new":7},"geometry":)" +
                                moved + R"(,"properties":{"m":6},"geometry":)" + moved + "}]}");
}

TEST(EditedFile, AppendsANewFeatureAsTheOthersStand) {
    TemporaryFile open{kTwo};
    open.apply(map::AddFeatures{0, {{point(open.at(101.123456789, 26.5)), {}, {{"name", {"新项目"}}}}}});
    EXPECT_EQ(open.saved(),
              collection(kA + ",\n" + kB + ",\n" +
                         R"({ "type": "Feature", "properties": { "name": "新项目" }, "geometry": )"
                         R"({ "type": "Point", "coordinates": [ 101.1234568, 26.5 ] } })"));
}

TEST(EditedFile, RemovesAFeatureAndPutsItBackAtItsPlace) {
    TemporaryFile open{kTwo};
    open.apply(map::DeleteFeatures{{{0, 0}}});
    EXPECT_EQ(open.saved(), collection(kB));
    open.session->undo();
    EXPECT_EQ(open.saved(), replaced(replaced(kTwo, "1200.50", "1200.5"), "101.60420", "101.6042"))
        << "its numbers come back in their shortest form";
}

TEST(EditedFile, SavesAgainAfterItsOwnSave) {
    TemporaryFile open{kTwo};
    open.apply(map::AddFeatures{0, {{point(open.at(101, 26)), {}, {{"name", {"丙"}}}}}});
    static_cast<void>(open.saved());
    open.apply(map::DeleteFeatures{{{0, 0}}});
    open.apply(map::SetAttributes{{{0, 2}}, {{"name", {"丁"}}}});
    open.apply(map::AddFeatures{0, {{point(open.at(101, 27)), {}, {{"name", {"戊"}}}}}});
    const std::string third =
        R"({ "type": "Feature", "properties": { "name": "丁" }, "geometry": { "type": "Point", "coordinates": [ 101, 26 ] } })";
    EXPECT_EQ(open.saved(),
              collection(kB + ",\n" + third + ",\n" + replaced(replaced(third, "丁", "戊"), "26", "27")));
}

TEST(EditedFile, WritesWhatTakingBackLeaves) {
    TemporaryFile open{kTwo};
    open.apply(map::MoveFeatures{{{0, 0}, {0, 1}}, 10, 10});
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    open.session->undo();
    open.session->undo();
    EXPECT_EQ(open.saved(), kTwo);
}

constexpr const char* kRing =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",)"
    R"("coordinates":[[[101.00,26.0,9],[101.0,27.0],[102.0,27.0],[102.0,26.0],[101.00,26.0,9]]]}}]})";

TEST(EditedFile, PutsAVertexIntoARingThatRunsTheOtherWay) {
    TemporaryFile open{kRing};  // clockwise: the map has it reversed
    geo::Geometry ring = *open.session->source(0)->state(0)->geometry;
    ASSERT_EQ(ring.points.size(), 5u);
    const auto corner = std::ranges::find(ring.points, open.at(102, 27));
    ASSERT_NE(corner, ring.points.end());
    ring.points.insert(corner, open.at(102.5, 26.5));  // between 102, 26 and 102, 27
    ring.part_ends = {6};
    open.apply(map::SetGeometry{{0, 0}, ring});
    EXPECT_EQ(open.saved(), replaced(kRing, "[102.0,26.0]", "[102.5,26.5],[102.0,26.0]"));
}

TEST(EditedFile, MovesACornerAtBothEndsOfARing) {
    TemporaryFile open{kRing};
    geo::Geometry ring = *open.session->source(0)->state(0)->geometry;
    for (geo::MapPoint& p : ring.points)
        if (p == open.at(101, 26)) p = open.at(100.5, 26);
    open.apply(map::SetGeometry{{0, 0}, ring});
    EXPECT_EQ(open.saved(), replaced(replaced(kRing, "101.00,", "100.5,"), "101.00,", "100.5,"));
}

TEST(EditedFile, WritesInTheCrsThatAFileDeclares) {
    const std::string text =
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4543"}},"features":[)"
        R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[460123.50,2942310]}}]})";
    TemporaryFile open{text};
    open.apply(map::MoveFeatures{{{0, 0}}, 1.23456, 0});
    EXPECT_EQ(open.saved(), replaced(text, "460123.50", "460124.735"));
}

TEST(EditedFile, KeepsElementsThatAreNoFeaturesOfTheMap) {
    const std::string broken =
        R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1]}})";
    const std::string text = collection(broken + ",\n" + kA + ",\n" + broken + ",\n" + kB);
    TemporaryFile open{text};
    open.apply(map::SetAttributes{{{0, 1}}, {{"name", {"丙"}}}});
    EXPECT_EQ(open.saved(), replaced(text, "乙", "丙"));
}

TEST(EditedFile, LetsABoxFollowWhatItHolds) {
    const std::string own =
        replaced(kA, R"("id": 1)", R"("id": 1, "bbox": [101.6042, 26.5902, 101.6042, 26.5902])");
    const std::string text = replaced(collection(own + ",\n" + kB), "\"features\"",
                                      "\"bbox\": [101.6, 26.50, -5, 101.70, 27, 900],\n\"features\"");
    TemporaryFile open{text};
    open.apply(map::SetGeometry{{0, 0}, point(open.at(101.5, 26.55))});
    const std::string saved = open.saved();
    EXPECT_THAT(saved, HasSubstr("\"bbox\": [101.5, 26.50, -5, 101.70, 27, 900]"))
        << "it grows to the west alone";
    EXPECT_THAT(saved, HasSubstr("\"bbox\": [101.5, 26.55, 101.5, 26.55]")) << "a feature's fits";
}

TEST(EditedFile, TakesInWhatOthersHaveChanged) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    const std::string others = replaced(kTwo, "乙", "other");
    ASSERT_TRUE(std::ofstream{open.path} << others);
    const auto saved = open.file->save(open.session->source(0));
    ASSERT_TRUE(saved) << saved.error().message();
    EXPECT_TRUE(saved->has_others);
    EXPECT_EQ(content_of(open.path), replaced(others, "甲", "丙"));
}

TEST(EditedFile, AsksBeforeItSavesOverTheChangesOfOthers) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 1}}, {{"name", {"丙"}}}});
    const std::string others = replaced(kTwo, "乙", "other");
    ASSERT_TRUE(std::ofstream{open.path} << others);
    for (int times = 0; times < 2; ++times) {
        const auto asked = open.file->save(open.session->source(0));
        ASSERT_TRUE(asked);
        EXPECT_THAT(asked->conflicts, ::testing::ElementsAre(1));
        EXPECT_EQ(content_of(open.path), others);
    }
    ASSERT_TRUE(open.file->save(open.session->source(0), nullptr, {{1, MergeChoice::Mine}}));
    EXPECT_EQ(content_of(open.path), replaced(kTwo, "乙", "丙"));
}

TEST(EditedFile, DoesNotSaveOverWhatIsNoGeoJsonAnyMore) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    ASSERT_TRUE(std::ofstream{open.path} << "half a fi");
    EXPECT_THAT(open.file->save(open.session->source(0)).error().message(),
                HasSubstr("a.geojson: was changed by another program and cannot be read now"));
    EXPECT_EQ(content_of(open.path), "half a fi");
}

TEST(EditedFile, SavesWhenOthersHaveWrittenTheSameTextAgain) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    fs::remove(open.path);
    ASSERT_TRUE(std::ofstream{open.path} << kTwo);
    EXPECT_EQ(open.saved(), replaced(kTwo, "甲", "丙"));
}

TEST(EditedFile, KeepsTheOldFileWhenTheFolderIsGone) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    const fs::path folder = open.path.parent_path(), aside = folder.string() + "-aside";
    fs::rename(folder, aside);
    EXPECT_THAT(open.file->save(open.session->source(0)).error().message(),
                HasSubstr("No such file or directory"));
    fs::rename(aside, folder);
    EXPECT_EQ(open.saved(), replaced(kTwo, "甲", "丙")) << "the edits are still there";
}

/// Saves while the folder cannot be made lasting: the new text has its name already.
void fail_after_the_rename(TemporaryFile& open) {
    const FailingFolderSync failing;
    const auto saved = open.file->save(open.session->source(0));
    ASSERT_FALSE(saved);
    EXPECT_THAT(saved.error().message(), HasSubstr("Input/output error"));
}

const std::string kNew =
    R"({ "type": "Feature", "properties": { "name": "丙" }, "geometry": { "type": "Point", "coordinates": [ 101, 26 ] } })";

TEST(EditedFile, KnowsItsOwnTextAgainWhenASaveFailedAfterTheRename) {
    TemporaryFile open{kTwo};
    open.apply(map::AddFeatures{0, {{point(open.at(101, 26)), {}, {{"name", {"丙"}}}}}});
    fail_after_the_rename(open);
    EXPECT_EQ(content_of(open.path), collection(kA + ",\n" + kB + ",\n" + kNew));
    open.apply(map::SetAttributes{{{0, 2}}, {{"name", {"丁"}}}});
    EXPECT_EQ(open.saved(), collection(kA + ",\n" + kB + ",\n" + replaced(kNew, "丙", "丁")));
}

TEST(EditedFile, ChangesNoByteWhenItSavesAgainWhatFailedAfterTheRename) {
    TemporaryFile open{kTwo};
    open.apply(map::AddFeatures{0, {{point(open.at(101, 26)), {}, {{"name", {"丙"}}}}}});
    fail_after_the_rename(open);
    EXPECT_EQ(open.saved(), collection(kA + ",\n" + kB + ",\n" + kNew));
}

TEST(EditedFile, TakesBackWhatFailedAfterTheRename) {
    TemporaryFile open{kTwo};
    open.apply(map::AddFeatures{0, {{point(open.at(101, 26)), {}, {{"name", {"丙"}}}}}});
    fail_after_the_rename(open);
    open.session->undo();
    EXPECT_EQ(open.saved(), kTwo);
}

TEST(EditedFile, StillTellsOfOthersWhenTheSaveThatTookThemInFailedAfterTheRename) {
    TemporaryFile open{kTwo};
    open.apply(map::SetAttributes{{{0, 0}}, {{"name", {"丙"}}}});
    const std::string others = replaced(kTwo, "乙", "other");
    ASSERT_TRUE(std::ofstream{open.path} << others);
    fail_after_the_rename(open);
    const auto again = open.file->save(open.session->source(0));
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_TRUE(again->has_others);
    EXPECT_EQ(content_of(open.path), replaced(others, "甲", "丙"));
}

}  // namespace
}  // namespace jinsha::io
