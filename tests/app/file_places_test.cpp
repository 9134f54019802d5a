#include "app/file_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

using testing::ElementsAre;
using Kind = ui::Place::Kind;

constexpr std::string_view kUserDirs = R"(# This file is written by xdg-user-dirs-update
XDG_DESKTOP_DIR="$HOME/桌面"
XDG_DOWNLOAD_DIR="$HOME/下载"
XDG_TEMPLATES_DIR="$HOME/模板"
XDG_DOCUMENTS_DIR="/data/共享 \"文档\""
)";

TEST(FilePlaces, BeginWithHomeAndTheDesktopsOwnFolders) {
    const auto places = places_of({"/home/li", kUserDirs, ""});
    EXPECT_THAT(places, ElementsAre(ui::Place{Kind::Home, "/home/li", ""},
                                    ui::Place{Kind::Desktop, "/home/li/桌面", ""},
                                    ui::Place{Kind::Documents, "/data/共享 \"文档\"", ""},
                                    ui::Place{Kind::Downloads, "/home/li/下载", ""}));
}

TEST(FilePlaces, LeaveOutWhatIsSwitchedOffOrBroken) {
    const auto places = places_of(
        {"/home/li", "XDG_DESKTOP_DIR=\"$HOME/\"\nXDG_DOCUMENTS_DIR=relative\nXDG_DOWNLOAD_DIR=\"", ""});
    EXPECT_EQ(places.size(), 1U);
}

TEST(FilePlaces, HoldDrivesThatAUserPluggedInOnce) {
    const auto places = places_of({"/home/li", "",
                                   "/dev/sda1 / ext4 rw 0 0\n"
                                   "/dev/sdb1 /media/li/我的\\040U盘 vfat rw 0 0\n"
                                   "/dev/sdb1 /media/li/我的\\040U盘 vfat rw 0 0\n"
                                   "server:/maps /mnt/maps nfs rw 0 0\n"
                                   "tmpfs /run/user/1000 tmpfs rw 0 0\n"
                                   "broken\n"});
    EXPECT_THAT(places, ElementsAre(ui::Place{Kind::Home, "/home/li", ""},
                                    ui::Place{Kind::Volume, "/media/li/我的 U盘", "我的 U盘"},
                                    ui::Place{Kind::Volume, "/mnt/maps", "maps"}));
}

}  // namespace
}  // namespace jinsha::app
