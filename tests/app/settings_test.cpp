#include "app/settings.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace jinsha::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Settings all() {
    Settings settings;
    settings.language = "en";
    settings.is_dark = true;
    settings.interface_scale = 1.5;
    settings.reduced_motion = true;
    settings.panels_hidden = false;
    settings.window = map::ScreenSize{1600, 900};
    settings.memory_mb = 512;
    settings.cache_mb = 2000;
    settings.cache_folder = "/data/cache";
    settings.maps["/maps/town.map.json"] = {geo::MapPoint{460'123.5, 2'942'310},
                                            12.25,
                                            {{"river", false}},
                                            {{"parcels", 0.35}},
                                            {{"industry"}, {"planned", "ongoing"}, "transform-city"},
                                            {{"湖边", {458'000, 2'941'000}, 14.5}}};
    return settings;
}

class SettingsFile : public testing::Test {
protected:
    void write(const std::string& text) const { std::ofstream{path_} << text; }
    [[nodiscard]] static std::string read(const fs::path& path) {
        std::ifstream file{path};
        return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    }

    TemporaryFolder folder_;
    fs::path path_{folder_.path() / "settings.json"};
};

TEST(Settings, ComeBackAsTheyWereWritten) {
    const auto back = parse_settings(to_json(all()));
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(*back, all());
}

TEST(Settings, WhatWasNotChosenIsNotWritten) {
    EXPECT_EQ(to_json({}), "{}\n");
    EXPECT_EQ(parse_settings("{}").value(), Settings{});
}

TEST(Settings, WhatANewerProgramWroteIsLeftAlone) {
    EXPECT_EQ(parse_settings(R"({"language": "en", "sound": true})")->language, "en");
}

TEST(Settings, WhatTheyCannotBeIsToldWithItsPlace) {
    const auto complaint = [](const char* text) {
        const auto settings = parse_settings(text);
        return settings ? std::string{} : settings.error().message();
    };
    EXPECT_THAT(complaint(R"({"maps": {"/m": {"filter": {"themes": "all"}}}})"),
                HasSubstr("/maps//m/filter/themes: expected a list of texts, found \"all\""));
    EXPECT_THAT(complaint(R"({"maps": {"/m": {"views": [{"name": "x", "center": [1, 2]}]}}})"),
                HasSubstr("/maps//m/views/0: expected name, center and zoom"));
    EXPECT_EQ(complaint("[]"), "expected a JSON object");
    EXPECT_EQ(complaint("{"), "expected a JSON object");
    EXPECT_EQ(complaint(R"({"language": "fr"})"), R"(/language: expected zh or en, found "fr")");
    EXPECT_EQ(complaint(R"({"dark": 1})"), "/dark: expected true or false, found 1");
    EXPECT_THAT(complaint(R"({"scale": 40})"), HasSubstr("/scale: expected a number from 0.5 to 4"));
    EXPECT_THAT(complaint(R"({"window": [0, 600]})"), HasSubstr("/window: expected"));
    EXPECT_THAT(complaint(R"({"maps": []})"), HasSubstr("/maps: expected"));
    EXPECT_THAT(complaint(R"({"maps": {"/a": {"center": [1]}}})"), HasSubstr("/maps//a/center: expected"));
    EXPECT_THAT(complaint(R"({"maps": {"/a": {"visible": {"b": 2}}}})"),
                HasSubstr("/maps//a/visible: expected"));
    EXPECT_THAT(complaint(R"({"maps": {"/a": {"opacity": {"b": 1.5}}}})"),
                HasSubstr("/maps//a/opacity: expected a number from 0 to 1 for each layer"));
}

TEST_F(SettingsFile, IsMadeWithItsFolder) {
    const fs::path path = folder_.path() / "deep" / "jinsha" / "settings.json";
    const auto saved = save_settings(path, all());
    ASSERT_TRUE(saved) << saved.error().message();
    EXPECT_EQ(load_settings(path).settings, all());
}

TEST_F(SettingsFile, WithoutOneNothingHasBeenChosenAndNothingIsWrong) {
    const LoadedSettings loaded = load_settings(path_);
    EXPECT_EQ(loaded.settings, Settings{});
    EXPECT_EQ(loaded.trouble, "");
}

TEST_F(SettingsFile, ADamagedOneIsSetAsideWholeAndSaid) {
    write("{\"language\": ");
    const LoadedSettings loaded = load_settings(path_);
    EXPECT_EQ(loaded.settings, Settings{});
    EXPECT_THAT(loaded.trouble, HasSubstr("settings.json.damaged"));
    EXPECT_FALSE(fs::exists(path_));
    EXPECT_EQ(read(path_.string() + ".damaged"), "{\"language\": ");
}

TEST_F(SettingsFile, AFolderInItsPlaceIsSaidWhenSaving) {
    write("");
    EXPECT_FALSE(save_settings(path_ / "settings.json", all()));
}

}  // namespace
}  // namespace jinsha::app
