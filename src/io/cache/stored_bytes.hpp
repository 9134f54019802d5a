#pragma once

#include "error/error.hpp"
#include "io/cache/cache_directory.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::io {

/// An open file that grows at its end only, so that what was once read stays true: the file of a layer cache,
/// or memory where there is no room for a file. Closes itself. Any thread may read while one appends.
class StoredBytes {
public:
    /// An existing file, for reading. Others see that it is in use (flock) and do not take it for a leftover.
    /// @param name  what is removed when a chunk turns out to be damaged: the file's own name, later if not
    /// now
    [[nodiscard]] static Result<std::shared_ptr<StoredBytes>> open(const std::filesystem::path& path,
                                                                   std::filesystem::path name);
    /// Without a name, in memory.
    [[nodiscard]] static Result<std::shared_ptr<StoredBytes>> in_memory();
    StoredBytes(const StoredBytes&) = delete;
    StoredBytes& operator=(const StoredBytes&) = delete;
    ~StoredBytes();

    /// Different for each one that was ever made by this process.
    [[nodiscard]] std::uint64_t id() const noexcept { return id_; }
    [[nodiscard]] Result<std::uint64_t> size() const;
    [[nodiscard]] Result<void> append(std::string_view bytes);
    /// The bytes of a chunk. When they are not what was written, the file is of no use any longer: it is
    /// removed, so that nobody opens it again, and `fault` says so.
    [[nodiscard]] Result<std::string> read(const Chunk& chunk) const;
    /// The last bytes, as they are.
    [[nodiscard]] Result<std::string> tail(std::size_t size) const;
    /// What was written is not what is read any longer: `why`.
    void condemn(const std::string& why) const;
    [[nodiscard]] std::optional<Error> fault() const;

private:
    StoredBytes(std::filesystem::path path, int descriptor);
    [[nodiscard]] Result<std::string> bytes_at(std::uint64_t offset, std::uint64_t size) const;
    std::filesystem::path path_;  // empty: in memory
    int descriptor_;
    std::uint64_t id_;
    mutable std::mutex mutex_;
    mutable std::optional<Error> fault_;
};

}  // namespace jinsha::io
