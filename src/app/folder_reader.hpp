#pragma once

#include "ui/folder_listing.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace jinsha::app {

/// What a folder holds; links are followed. A folder that cannot be read gives a listing with a fault.
[[nodiscard]] ui::FolderListing read_folder(const std::filesystem::path& folder);
/// Makes the folder and reads it.
[[nodiscard]] ui::FolderListing make_folder(const std::filesystem::path& folder);

/// Reads folders beside the main thread, each on its own: a drive that does not answer holds up neither a
/// frame, nor other folders, nor the end of the program. Main thread.
class FolderReader {
public:
    using Read = std::function<ui::FolderListing(const std::filesystem::path&)>;

    /// `wake` is called by other threads when a listing is there, not after the destructor.
    explicit FolderReader(std::function<void()> wake);
    ~FolderReader();
    FolderReader(const FolderReader&) = delete;
    FolderReader& operator=(const FolderReader&) = delete;

    void start(Read read, std::filesystem::path folder);
    [[nodiscard]] bool has_listings() const;
    /// What has been read since the last call.
    [[nodiscard]] std::vector<std::shared_ptr<const ui::FolderListing>> take();

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;  // with the threads, which may outlive this
};

}  // namespace jinsha::app
