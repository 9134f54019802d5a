#include "ui/found_actions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace jinsha::ui {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::filesystem::path kTexts = std::filesystem::path{JINSHA_SOURCE_DIR} / "assets" / "i18n";

const std::vector<ActionInfo> kActions{{"home", "action.home", "Home", true},
                                       {"measure", "action.measure", "M", true},
                                       {"quit", "action.quit", "Ctrl + Q", true},
                                       {"copy", "action.copy_card", "Ctrl + C", false}};

std::vector<std::size_t> found(std::string_view typed, Language language = Language::Chinese) {
    const auto tr = Translations::load(kTexts, language);
    std::vector<std::size_t> actions;
    for (const FoundAction& one : find_actions(kActions, *tr, typed)) actions.push_back(one.action);
    return actions;
}

TEST(FoundActions, AreAllThatCanBeRunWhenNothingIsTyped) {
    EXPECT_THAT(found(""), ElementsAre(0u, 1u, 2u));
}

TEST(FoundActions, AreMetInChinesePinyinAndInitials) {
    EXPECT_THAT(found("退出"), ElementsAre(2u));
    EXPECT_THAT(found("tuichu"), ElementsAre(2u));
    EXPECT_THAT(found("tc"), ElementsAre(2u));
}

TEST(FoundActions, AreMetInEnglishAndMarked) {
    EXPECT_THAT(found("quit", Language::English), ElementsAre(2u));
    const auto tr = Translations::load(kTexts, Language::English);
    const auto marked = find_actions(kActions, *tr, "distance");
    ASSERT_THAT(marked, SizeIs(1));
    EXPECT_EQ(marked[0].label.substr(marked[0].match_begin, marked[0].match_end - marked[0].match_begin),
              "distance");
}

TEST(FoundActions, LeaveOutWhatCannotBeRunAndWhatIsNotThere) {
    EXPECT_THAT(found("复制"), IsEmpty());
    EXPECT_THAT(found("zzzz"), IsEmpty());
}

}  // namespace
}  // namespace jinsha::ui
