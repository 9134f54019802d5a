#include "app/recent_files.hpp"

#include "app/state_folder.hpp"
#include "io/atomic_file.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMost = 10;

}  // namespace

RecentFiles::RecentFiles(fs::path file) : file_{std::move(file)} {
    std::ifstream lines{file_, std::ios::binary};
    for (std::string line; files_.size() < kMost && std::getline(lines, line);) {
        if (fs::path{line}.is_absolute()) files_.emplace_back(line);
    }
}

fs::path RecentFiles::usual_place() {
    return state_folder() / "recent";
}

std::vector<fs::path> RecentFiles::folders() const {
    std::vector<fs::path> folders;
    for (const fs::path& file : files_) {
        const fs::path folder = file.parent_path();
        if (std::ranges::find(folders, folder) == folders.end()) folders.push_back(folder);
    }
    return folders;
}

void RecentFiles::add(const fs::path& map) {
    const fs::path path = fs::absolute(map).lexically_normal();
    if (path.native().find('\n') != std::string::npos) return;  // it could not be told from two lines
    std::erase(files_, path);
    files_.insert(files_.begin(), path);
    files_.resize(std::min(files_.size(), kMost));
    std::string lines;
    for (const fs::path& file : files_) lines += file.native() + '\n';
    std::error_code ignored;
    fs::create_directories(file_.parent_path(), ignored);
    (void)io::write_atomically(file_, lines);
}

}  // namespace jinsha::app
