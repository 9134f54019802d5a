#pragma once

#include "error/error.hpp"

#include <cstdio>
#include <filesystem>
#include <memory>

namespace jinsha::print {

/// A new file in the making, beside the one it is to replace. Until commit() nothing of the old one is
/// touched; without a commit() the new one vanishes. A symbolic link stays one: what it points to is
/// replaced.
class FileReplacement {
public:
    /// The error says what the system said, not which file: the caller does.
    [[nodiscard]] static Result<FileReplacement> of(const std::filesystem::path& path);
    FileReplacement(FileReplacement&&) noexcept = default;
    FileReplacement& operator=(FileReplacement&&) = delete;
    ~FileReplacement();

    /// To be written to; not to be closed. Whether all was written is found out by commit().
    [[nodiscard]] std::FILE* stream() noexcept { return stream_.get(); }
    /// Brings the file to the disk and puts it in the place of the old one.
    [[nodiscard]] Result<void> commit();

private:
    struct Closer {
        void operator()(std::FILE* stream) const noexcept { std::fclose(stream); }
    };
    using Stream = std::unique_ptr<std::FILE, Closer>;
    FileReplacement(std::filesystem::path path, std::filesystem::path beside, Stream stream);

    std::filesystem::path path_, beside_;
    Stream stream_;  // null once committed or moved away
};

}  // namespace jinsha::print
