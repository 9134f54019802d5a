#pragma once

#include "error/error.hpp"

#include <filesystem>
#include <string_view>

namespace jinsha::io {

/// A file that comes into being whole or not at all: it is written beside its place, synced and renamed once,
/// so that whatever happens, either the old content or the new one is there. Move only; without `commit`
/// nothing has happened.
class AtomicFile {
public:
    /// Of an existing file the access rights are kept, and one without the right to write is not replaced; of
    /// a symbolic link the file it points to is replaced. Errors name the path.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Appends. For libraries that write by name there is `temporary_path` instead.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] const std::filesystem::path& temporary_path() const noexcept { return temporary_; }
    /// Syncs what was written and reads it back; the error says so when it is not `bytes`.
    [[nodiscard]] Result<void> verify(std::string_view bytes);
    /// Syncs file and folder and puts the file in its place.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor) noexcept;
    std::filesystem::path target_, temporary_;  // temporary_ is empty when there is none (any more)
    int descriptor_;
};

/// Whether a file could be put in this place, as far as rights tell without writing: the file, if it is
/// there, and its folder may be written. Errors name the one that may not.
[[nodiscard]] Result<void> check_replaceable(const std::filesystem::path& path);

/// Removes what programs that were killed while they wrote the file have left beside it. No other may be
/// writing.
void remove_leftovers(const std::filesystem::path& path);

/// All in one.
[[nodiscard]] Result<void> write_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace jinsha::io
