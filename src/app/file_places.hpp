#pragma once

#include "ui/folder_listing.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// What the desktop says of folders; texts of its files.
struct DesktopFolders {
    std::filesystem::path home;
    std::string_view user_dirs;  // user-dirs.dirs of xdg-user-dirs
    std::string_view mounts;     // /proc/self/mounts
};

/// Home, the desktop's folders for documents and the like, and drives that a user plugs in or connects
/// (mounted below /media, /run/media, /mnt), each once. None of them is touched: a drive may not answer.
[[nodiscard]] std::vector<ui::Place> places_of(const DesktopFolders& desktop);

/// Of this user on this machine.
[[nodiscard]] std::vector<ui::Place> find_places();

}  // namespace jinsha::app
