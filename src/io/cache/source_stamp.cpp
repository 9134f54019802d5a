#include "io/cache/source_stamp.hpp"

#include "io/cache/packed_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

/// Size, time and sample of a file. False when it cannot be read.
bool append_file(const fs::path& path, PackedWriter& out) {
    constexpr std::size_t kSample = 4096;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    struct stat facts {};
    const bool is_file = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
    if (is_file) {
        const off_t size = facts.st_size;
        out.text(path.filename().string());
        out.fixed(size);
        out.fixed(facts.st_mtim.tv_sec);
        out.fixed(facts.st_mtim.tv_nsec);
        std::array<char, kSample> bytes;
        for (const off_t at : {off_t{0}, size / 2, std::max<off_t>(0, size - off_t{kSample})}) {
            const ssize_t got = ::pread(descriptor, bytes.data(), bytes.size(), at);
            if (got > 0) out.text({bytes.data(), static_cast<std::size_t>(got)});
        }
    }
    ::close(descriptor);
    return is_file;
}

/// The files that a dataset of that name may be made of, beside the one it is called by.
std::vector<fs::path> companions(const fs::path& path) {
    std::vector<fs::path> files;
    if (path.extension() == ".gpkg") files.emplace_back(path.string() + "-wal");
    if (path.extension() == ".shp")
        for (const char* extension : {".dbf", ".shx", ".prj", ".cpg"})
            files.push_back(fs::path{path}.replace_extension(extension));
    return files;
}

}  // namespace

std::optional<std::uint64_t> source_stamp(const fs::path& path) {
    PackedWriter facts;
    std::error_code error;
    if (fs::is_directory(path, error)) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator{path, error}) files.push_back(entry.path());
        std::ranges::sort(files);
        for (const fs::path& file : files) (void)append_file(file, facts);
        if (error || files.empty()) return std::nullopt;
    } else {
        if (!append_file(path, facts)) return std::nullopt;
        for (const fs::path& file : companions(path)) (void)append_file(file, facts);
    }
    return checksum(facts.bytes());
}

}  // namespace jinsha::io
