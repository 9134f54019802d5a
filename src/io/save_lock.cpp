#include "io/save_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

/// Is the file that was opened still the one of this name? Its last holder may have removed it meanwhile.
bool is_still_there(const Descriptor& file, const fs::path& path) {
    struct stat opened {
    }, named{};
    return ::fstat(file.number(), &opened) == 0 && ::stat(path.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

Result<SaveLock> SaveLock::take(const fs::path& path, std::chrono::milliseconds patience) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);  // one lock, whatever link leads here
    const fs::path lock = target.parent_path() / fmt::format(".{}.saving", target.filename().string());
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        Descriptor file{::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)};
        if (file.number() < 0) return fail("{}: cannot be written: {}", path.string(), std::strerror(errno));
        if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) {
            if (is_still_there(file, lock)) return SaveLock{lock, std::move(file)};
        } else if (errno != EWOULDBLOCK && errno != EINTR) {
            return fail("{}: cannot be locked: {}", path.string(), std::strerror(errno));
        }
        if (std::chrono::steady_clock::now() > end)
            return fail("{}: is being saved by another program", path.string());
        constexpr std::chrono::milliseconds kPause{5};
        std::this_thread::sleep_for(kPause);
    }
}

SaveLock::~SaveLock() {
    std::error_code ignored;  // a leftover does no harm
    if (file_.number() >= 0) fs::remove(path_, ignored);
}

}  // namespace jinsha::io
