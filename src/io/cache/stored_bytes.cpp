#include "io/cache/stored_bytes.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

namespace jinsha::io {
namespace {

std::uint64_t next_id() {
    static std::atomic<std::uint64_t> number{0};
    return number++;
}

}  // namespace

StoredBytes::StoredBytes(std::filesystem::path path, int descriptor)
    : path_{std::move(path)}, descriptor_{descriptor}, id_{next_id()} {}

StoredBytes::~StoredBytes() {
    ::close(descriptor_);
}

Result<std::shared_ptr<StoredBytes>> StoredBytes::open(const std::filesystem::path& path,
                                                       std::filesystem::path name) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail("{}: cannot be read: {}", path.string(), std::strerror(errno));
    ::flock(descriptor, LOCK_SH | LOCK_NB);  // where there are no locks, leftovers stay
    return std::shared_ptr<StoredBytes>{new StoredBytes{std::move(name), descriptor}};
}

Result<std::shared_ptr<StoredBytes>> StoredBytes::in_memory() {
    const int descriptor = ::memfd_create("jinsha layer", MFD_CLOEXEC);
    if (descriptor < 0) return fail("no memory for a layer: {}", std::strerror(errno));
    return std::shared_ptr<StoredBytes>{new StoredBytes{{}, descriptor}};
}

Result<std::uint64_t> StoredBytes::size() const {
    struct stat facts {};
    if (::fstat(descriptor_, &facts) != 0) return fail("cannot be read: {}", std::strerror(errno));
    return static_cast<std::uint64_t>(facts.st_size);
}

Result<void> StoredBytes::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail("no memory for a layer: {}", std::strerror(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<std::string> StoredBytes::bytes_at(std::uint64_t offset, std::uint64_t size) const {
    const auto length = this->size();
    if (!length) return tl::make_unexpected(length.error());
    if (size > *length || offset > *length - size) return fail("is shorter than when it was written");
    std::string bytes(static_cast<std::size_t>(size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got =
            ::pread(descriptor_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail("cannot be read: {}", std::strerror(errno));
        if (got == 0) return fail("is shorter than when it was written");
        done += static_cast<std::size_t>(got);
    }
    return bytes;
}

Result<std::string> StoredBytes::read(const Chunk& chunk) const {
    auto bytes = bytes_at(chunk.offset, chunk.size);
    if (bytes && checksum(*bytes) == chunk.sum) return bytes;
    const std::string why =
        bytes ? fmt::format("is damaged at byte {}", chunk.offset) : bytes.error().message();
    condemn(why);
    return fail("{}: {}", path_.string(), why);
}

Result<std::string> StoredBytes::tail(std::size_t size) const {
    const auto length = this->size();
    if (!length) return tl::make_unexpected(length.error());
    return bytes_at(*length < size ? 0 : *length - size, size);
}

void StoredBytes::condemn(const std::string& why) const {
    const std::scoped_lock lock{mutex_};
    if (fault_) return;
    fault_ = Error{why + ": it is removed from the layer cache, and the data have to be read again"}.in(
        path_.string());
    // Another program may have put a new file in its place, which is none of our business.
    struct stat ours {
    }, there{};
    const bool is_ours = !path_.empty() && ::fstat(descriptor_, &ours) == 0 &&
                         ::stat(path_.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
                         ours.st_ino == there.st_ino;
    if (is_ours) ::unlink(path_.c_str());
}

std::optional<Error> StoredBytes::fault() const {
    const std::scoped_lock lock{mutex_};
    return fault_;
}

}  // namespace jinsha::io
