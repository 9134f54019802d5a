#include "io/file_text.hpp"

#include "io/descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace jinsha::io {
namespace {

tl::unexpected<Error> fail_with_errno(const std::filesystem::path& path) {
    return fail("{}: cannot be read: {}", path.string(), std::strerror(errno));
}

FileStamp stamp_from(const struct stat& facts) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return {facts.st_dev, facts.st_ino, static_cast<std::uint64_t>(facts.st_size),
            facts.st_mtim.tv_sec * kNanoseconds + facts.st_mtim.tv_nsec};
}

}  // namespace

Result<FileStamp> stamp_of(const std::filesystem::path& path) {
    struct stat facts {};
    if (::stat(path.c_str(), &facts) != 0) return fail_with_errno(path);
    return stamp_from(facts);
}

Result<FileText> read_file(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0) return fail_with_errno(path);
    if (!S_ISREG(facts.st_mode)) return fail("{}: cannot be read: is no regular file", path.string());
    FileText result{std::string(static_cast<std::size_t>(facts.st_size), '\0'), stamp_from(facts)};
    std::size_t length = 0;
    while (length < result.text.size()) {
        const ssize_t count = ::read(file.number(), result.text.data() + length, result.text.size() - length);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail_with_errno(path);
        if (count == 0) return fail("{}: became shorter while it was read", path.string());
        length += static_cast<std::size_t>(count);
    }
    return result;
}

}  // namespace jinsha::io
