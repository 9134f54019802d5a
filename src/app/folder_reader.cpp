#include "app/folder_reader.hpp"

#include "ui/name_sort_key.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const noexcept { closedir(folder); }
};

/// A link that leads nowhere is a file of no size.
ui::FolderEntry entry_of(int folder, const char* name) {
    ui::FolderEntry entry{ui::FolderEntry::Kind::File, name, ui::name_sort_key(name), 0, 0};
    struct stat status {};
    if (fstatat(folder, name, &status, 0) != 0) return entry;
    entry.modified_s = status.st_mtim.tv_sec;
    if (S_ISDIR(status.st_mode)) {
        entry.kind = ui::FolderEntry::Kind::Folder;
    } else {
        entry.size = static_cast<std::uintmax_t>(status.st_size);
    }
    return entry;
}

}  // namespace

ui::FolderListing read_folder(const fs::path& path) {
    ui::FolderListing listing{path, {}, {}};
    const std::unique_ptr<DIR, CloseFolder> folder{opendir(path.c_str())};
    if (!folder) {
        listing.fault = std::strerror(errno);
        return listing;
    }
    errno = 0;
    while (const dirent* const found = readdir(folder.get())) {
        const std::string_view name = found->d_name;
        if (name != "." && name != "..")
            listing.entries.push_back(entry_of(dirfd(folder.get()), found->d_name));
        errno = 0;
    }
    if (errno != 0) listing.fault = std::strerror(errno);
    return listing;
}

ui::FolderListing make_folder(const fs::path& folder) {
    if (mkdir(folder.c_str(), 0777) != 0) return {folder, {}, std::strerror(errno)};
    return read_folder(folder);
}

struct FolderReader::Shared {
    std::mutex mutex;
    std::function<void()> wake;  // empty once the reader is gone
    std::vector<std::shared_ptr<const ui::FolderListing>> listings;
};

FolderReader::FolderReader(std::function<void()> wake) : shared_{std::make_shared<Shared>()} {
    shared_->wake = std::move(wake);
}

FolderReader::~FolderReader() {
    const std::scoped_lock lock{shared_->mutex};
    shared_->wake = nullptr;
}

void FolderReader::start(Read read, fs::path folder) {
    std::thread{[shared = shared_, read = std::move(read), folder = std::move(folder)] {
        auto listing = std::make_shared<const ui::FolderListing>(read(folder));
        const std::scoped_lock lock{shared->mutex};
        shared->listings.push_back(std::move(listing));
        if (shared->wake) shared->wake();
    }}.detach();
}

bool FolderReader::has_listings() const {
    const std::scoped_lock lock{shared_->mutex};
    return !shared_->listings.empty();
}

std::vector<std::shared_ptr<const ui::FolderListing>> FolderReader::take() {
    const std::scoped_lock lock{shared_->mutex};
    return std::exchange(shared_->listings, {});
}

}  // namespace jinsha::app
