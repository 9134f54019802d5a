#include "app/desktop_motion.hpp"

#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

TEST(DesktopMotion, GtkSaysItWithEitherWord) {
    EXPECT_TRUE(gtk_wants_less_motion("[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations = 0\n"));
    EXPECT_TRUE(gtk_wants_less_motion("[Settings]\r\ngtk-enable-animations=false\r\n"));
    EXPECT_FALSE(gtk_wants_less_motion("[Settings]\ngtk-enable-animations=1\n"));
    EXPECT_FALSE(gtk_wants_less_motion(""));
}

TEST(DesktopMotion, KdeSaysItWithADurationOfNothing) {
    EXPECT_TRUE(kde_wants_less_motion("[KDE]\nAnimationDurationFactor=0\n"));
    EXPECT_FALSE(kde_wants_less_motion("[KDE]\nAnimationDurationFactor=0.5\n"));
    EXPECT_FALSE(kde_wants_less_motion("=\n===\n"));
}

TEST(DesktopMotion, AFolderThatIsNotThereAsksForNothing) {
    EXPECT_FALSE(desktop_wants_less_motion("/no/such/folder"));
}

}  // namespace
}  // namespace jinsha::app
