#include "print/file_replacement.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace jinsha::print {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kNewFileMode = 0666;  // less what the user's mask takes away

/// What `path` stands for: itself, or the end of the links it begins.
fs::path real_target(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_symlink(path, ignored)) return path;
    const fs::path target = fs::weakly_canonical(path, ignored);
    return ignored ? path : target;
}

}  // namespace

FileReplacement::FileReplacement(fs::path path, fs::path beside, Stream stream)
    : path_{std::move(path)}, beside_{std::move(beside)}, stream_{std::move(stream)} {}

FileReplacement::~FileReplacement() {
    if (stream_) ::unlink(beside_.c_str());
}

Result<FileReplacement> FileReplacement::of(const fs::path& given) {
    const fs::path path = real_target(given);
    struct ::stat old {};
    const bool exists = ::stat(path.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode)) return fail("is there and is no file");

    const fs::path beside = path.parent_path() / fmt::format(".{}.{}~", path.filename().string(), ::getpid());
    const int descriptor =
        ::open(beside.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, kNewFileMode);
    if (descriptor < 0) return fail("cannot write to its folder: {}", std::strerror(errno));
    if (exists) ::fchmod(descriptor, old.st_mode & 07777);
    Stream stream{::fdopen(descriptor, "wb")};
    if (!stream) {
        const int reason = errno;
        ::close(descriptor);
        ::unlink(beside.c_str());
        return fail("cannot be written: {}", std::strerror(reason));
    }
    return FileReplacement{path, beside, std::move(stream)};
}

Result<void> FileReplacement::commit() {
    const bool is_whole = std::fflush(stream_.get()) == 0 && std::ferror(stream_.get()) == 0 &&
                          ::fsync(::fileno(stream_.get())) == 0;
    if (!is_whole) return fail("cannot be written: {}", std::strerror(errno));
    if (::rename(beside_.c_str(), path_.c_str()) != 0) {
        return fail("cannot be put in its place: {}", std::strerror(errno));
    }
    stream_.reset();
    return {};
}

}  // namespace jinsha::print
