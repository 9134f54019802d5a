#include "io/mapped_file.hpp"

#include "io/descriptor.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace jinsha::io {
Result<MappedFile> MappedFile::open(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (file.number() < 0 || ::fstat(file.number(), &facts) != 0)
        return fail("cannot be read: {}", std::strerror(errno));
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size == 0) return MappedFile{nullptr, 0};
    // Populated at once: a fault for every page costs more than the reading.
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number(), 0);
    if (data == MAP_FAILED) return fail("cannot be read: {}", std::strerror(errno));
    return MappedFile{static_cast<const char*>(data), size};
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_{std::exchange(other.data_, nullptr)}, size_{std::exchange(other.size_, 0)} {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace jinsha::io
