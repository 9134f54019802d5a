#pragma once

#include "error/error.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace jinsha::io {

/// What tells one state of a file from another without reading it. A save by renaming gives a new inode.
struct FileStamp {
    std::uint64_t device{}, inode{}, size{};
    std::int64_t modified_ns{};
    bool operator==(const FileStamp&) const = default;
};

/// Errors name the path.
[[nodiscard]] Result<FileStamp> stamp_of(const std::filesystem::path& path);

struct FileText {
    std::string text;
    FileStamp stamp;  // of the file that the text was read from
};
/// A copy of the whole file, that no other program can change any more.
[[nodiscard]] Result<FileText> read_file(const std::filesystem::path& path);

}  // namespace jinsha::io
