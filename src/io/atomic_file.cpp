#include "io/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> fail_with_errno(const fs::path& path) {
    return fail("{}: cannot be written: {}", path.string(), std::strerror(errno));
}

/// What `path` leads to in the end, which may not be there yet.
fs::path followed(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target;
}

/// A new file beside `target`, opened for writing; its rights are what umask leaves.
struct Beside {
    fs::path path;
    int descriptor{-1};
};

Beside create_beside(const fs::path& target) {
    static std::atomic<unsigned> number{0};
    constexpr int kAttempts = 100;  // a name may be left over from a process with the same number
    Beside beside;
    for (int i = 0; i < kAttempts && beside.descriptor < 0; ++i) {
        beside.path = target.parent_path() /
                      fmt::format(".{}.{}-{}.part", target.filename().string(), ::getpid(), number++);
        beside.descriptor = ::open(beside.path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (beside.descriptor < 0 && errno != EEXIST) break;
    }
    return beside;
}

/// Makes the new name of a file in a folder last.
bool sync_folder(const fs::path& folder) {
    const char* const path = folder.empty() ? "." : folder.c_str();
    const int descriptor = ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool is_synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return is_synced;
}

}  // namespace

AtomicFile::AtomicFile(fs::path target, fs::path temporary, int descriptor) noexcept
    : target_{std::move(target)}, temporary_{std::move(temporary)}, descriptor_{descriptor} {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_{std::move(other.target_)},
      temporary_{std::exchange(other.temporary_, {})},
      descriptor_{std::exchange(other.descriptor_, -1)} {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(temporary_, other.temporary_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    std::error_code ignored;  // a leftover beside the data does no harm
    if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

Result<void> check_replaceable(const fs::path& path) {
    const fs::path target = followed(path);
    if (::access(target.c_str(), F_OK) == 0 && ::access(target.c_str(), W_OK) != 0)
        return fail_with_errno(path);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path{"."};
    if (::access(folder.c_str(), W_OK | X_OK) != 0) return fail_with_errno(folder);
    return {};
}

Result<AtomicFile> AtomicFile::create(const fs::path& path) {
    if (std::error_code error; fs::is_directory(path, error))
        return fail("{}: cannot be written: is a folder", path.string());
    const fs::path target = followed(path);
    // A rename asks only the folder's rights; who made a file read-only does not want it replaced.
    if (::access(target.c_str(), F_OK) == 0 && ::access(target.c_str(), W_OK) != 0)
        return fail_with_errno(path);
    Beside beside = create_beside(target);
    if (beside.descriptor < 0) return fail_with_errno(path);
    AtomicFile file{target, std::move(beside.path), beside.descriptor};
    struct stat old {};
    if (::stat(target.c_str(), &old) == 0 && ::fchmod(beside.descriptor, old.st_mode & 07777U) != 0)
        return fail_with_errno(path);
    return file;
}

Result<void> AtomicFile::write(std::string_view bytes) {
    assert(descriptor_ >= 0);
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail_with_errno(target_);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::verify(std::string_view bytes) {
    assert(descriptor_ >= 0);
    if (::fsync(descriptor_) != 0) return fail_with_errno(target_);
    std::string chunk(std::min(bytes.size() + 1, std::size_t{1} << 20U), '\0');
    off_t at = 0;
    while (true) {
        const ssize_t count = ::pread(descriptor_, chunk.data(), chunk.size(), at);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail_with_errno(target_);
        const std::string_view read{chunk.data(), static_cast<std::size_t>(count)};
        if (!bytes.starts_with(read) || (count == 0 && !bytes.empty()))
            return fail("{}: cannot be written: what was written reads back differently", target_.string());
        if (count == 0) return {};
        bytes.remove_prefix(read.size());
        at += count;
    }
}

Result<void> AtomicFile::commit() {
    assert(descriptor_ >= 0 && !temporary_.empty());
    if (::fsync(descriptor_) != 0) return fail_with_errno(target_);
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) return fail_with_errno(target_);
    temporary_.clear();
    ::close(std::exchange(descriptor_, -1));
    if (!sync_folder(target_.parent_path())) return fail_with_errno(target_);
    return {};
}

void remove_leftovers(const fs::path& path) {
    const fs::path target = followed(path);
    constexpr std::string_view kEnding = ".part";
    const std::string begin = fmt::format(".{}.", target.filename().string());
    std::error_code ignored;  // what cannot be removed does no harm
    for (const auto& entry : fs::directory_iterator{target.parent_path(), ignored}) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(begin) || !name.ends_with(kEnding)) continue;
        // Process and count: the files beside "a.json" are not those beside "a.json.old".
        const std::string number = name.substr(begin.size(), name.size() - begin.size() - kEnding.size());
        if (number.find_first_not_of("0123456789-") == std::string::npos) fs::remove(entry.path(), ignored);
    }
}

Result<void> write_atomically(const fs::path& path, std::string_view bytes) {
    auto file = AtomicFile::create(path);
    if (!file) return tl::make_unexpected(file.error());
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

}  // namespace jinsha::io
