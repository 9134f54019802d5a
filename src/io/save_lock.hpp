#pragma once

#include "error/error.hpp"
#include "io/descriptor.hpp"

#include <chrono>
#include <filesystem>

namespace jinsha::io {

/// Held from the reading to the renaming of a save, so that two programs do not save over each other. It is a
/// flock on a file beside the data that is there only as long: the data file itself is renamed over, and a
/// lock on it would be lost. Move only; gone with the process, however that ends.
class SaveLock {
public:
    /// Waits for another save to end, at most so long. The error says which file is being saved, or why
    /// nothing can be written beside it.
    [[nodiscard]] static Result<SaveLock> take(const std::filesystem::path& path,
                                               std::chrono::milliseconds patience = std::chrono::seconds{10});
    SaveLock(SaveLock&&) noexcept = default;
    SaveLock& operator=(SaveLock&&) noexcept = default;
    ~SaveLock();

private:
    SaveLock(std::filesystem::path path, Descriptor file) noexcept
        : path_{std::move(path)}, file_{std::move(file)} {}
    std::filesystem::path path_;
    Descriptor file_;
};

}  // namespace jinsha::io
