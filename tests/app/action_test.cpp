#include "app/action.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

sf::Event::KeyEvent key(sf::Keyboard::Key code, bool control = false, bool shift = false) {
    sf::Event::KeyEvent event{};
    event.code = code;
    event.control = control;
    event.shift = shift;
    return event;
}

struct ActionsTest : testing::Test {
    ActionsTest() {
        actions.add({"near", "action.near", "+", {{sf::Keyboard::Add}}, [this] { done += "near "; }, {}});
        actions.add({"save",
                     "action.save",
                     "Ctrl + S",
                     {{.key = sf::Keyboard::S, .control = true}},
                     [this] { done += "save "; },
                     [this] { return can_save; }});
    }
    Actions actions;
    std::string done;
    bool can_save{true};
};

TEST_F(ActionsTest, RunByTheirId) {
    EXPECT_TRUE(actions.run("near"));
    EXPECT_FALSE(actions.run("far"));
    EXPECT_EQ(done, "near ");
}

TEST_F(ActionsTest, RunByExactlyTheirKeys) {
    EXPECT_TRUE(actions.run_key(key(sf::Keyboard::S, true)));
    EXPECT_FALSE(actions.run_key(key(sf::Keyboard::S)));
    EXPECT_FALSE(actions.run_key(key(sf::Keyboard::S, true, true)));
    EXPECT_EQ(done, "save ");
}

TEST_F(ActionsTest, DoNothingWhileTheyAreNotEnabled) {
    can_save = false;
    EXPECT_FALSE(actions.run("save"));
    // Its key means nothing else meanwhile.
    EXPECT_TRUE(actions.run_key(key(sf::Keyboard::S, true)));
    EXPECT_EQ(done, "");
}

TEST_F(ActionsTest, AreToldInTheOrderInWhichTheyWereAdded) {
    can_save = false;
    EXPECT_THAT(actions.infos(),
                testing::ElementsAre(ui::ActionInfo{"near", "action.near", "+", true},
                                     ui::ActionInfo{"save", "action.save", "Ctrl + S", false}));
}

}  // namespace
}  // namespace jinsha::app
