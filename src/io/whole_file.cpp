#include "io/whole_file.hpp"

#include "io/descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace jinsha::io {

Result<WholeFile> WholeFile::open(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0)
        return fail("cannot be read: {}", std::strerror(errno));
    const auto size = static_cast<std::size_t>(facts.st_size);
    auto bytes = std::make_unique_for_overwrite<char[]>(size);
    for (std::size_t done = 0; done < size;) {
        const ssize_t got = ::read(file.number(), bytes.get() + done, size - done);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail("cannot be read: {}", std::strerror(errno));
        if (got == 0) return fail("became shorter while it was read, from {} to {} bytes", size, done);
        done += static_cast<std::size_t>(got);
    }
    return WholeFile{std::move(bytes), size};
}

}  // namespace jinsha::io
