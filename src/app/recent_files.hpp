#pragma once

#include <filesystem>
#include <vector>

namespace jinsha::app {

/// The maps that were opened, the last one first, kept from run to run in a file of their own. Main thread.
class RecentFiles {
public:
    /// Reads `file`, one path a line; what is not there is an empty list.
    explicit RecentFiles(std::filesystem::path file);
    /// "recent" in the state folder ($XDG_STATE_HOME/jinsha).
    [[nodiscard]] static std::filesystem::path usual_place();

    [[nodiscard]] const std::vector<std::filesystem::path>& files() const noexcept { return files_; }
    /// The folders they lie in, each once.
    [[nodiscard]] std::vector<std::filesystem::path> folders() const;
    /// Puts it first and writes the list. That it cannot be written is no reason to disturb anybody: the list
    /// of this run is right all the same.
    void add(const std::filesystem::path& map);

private:
    std::filesystem::path file_;
    std::vector<std::filesystem::path> files_;
};

}  // namespace jinsha::app
