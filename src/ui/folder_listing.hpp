#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// What the file dialog knows of the file system: values that the program reads for it in a worker.
namespace jinsha::ui {

struct FolderEntry {
    enum class Kind { Folder, File };
    Kind kind{};
    std::string name;           // the bytes of the file system, as a rule UTF-8
    std::string sort_key;       // the order of names is that of these bytes
    std::uintmax_t size{};      // bytes; 0 for folders
    std::int64_t modified_s{};  // seconds since 1970-01-01 UTC
    [[nodiscard]] bool is_folder() const noexcept { return kind == Kind::Folder; }
    bool operator==(const FolderEntry&) const = default;
};

/// What a folder held when it was read.
struct FolderListing {
    std::filesystem::path folder;
    std::vector<FolderEntry> entries;  // in no order
    std::string fault;                 // why the folder cannot be read, in the system's words; "": it was
    bool operator==(const FolderListing&) const = default;
};

/// A folder that is always one click away, or a file that was open lately.
struct Place {
    enum class Kind { Home, Desktop, Documents, Downloads, Volume, RecentFolder, RecentFile };
    Kind kind{};
    std::filesystem::path path;
    std::string name;  // of a volume; others are named by their kind or their last part
    bool operator==(const Place&) const = default;
};

/// Files that are looked for: those whose names end in one of `endings`.
struct FileFilter {
    std::string label;                 // key of its text
    std::vector<std::string> endings;  // with their dot, small letters; none: every file
    [[nodiscard]] bool matches(std::string_view name) const;
    bool operator==(const FileFilter&) const = default;
};

}  // namespace jinsha::ui
