#include "io/failing_fsync.hpp"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace {

std::atomic<int> failing{0};

bool is_folder(int descriptor) {
    struct stat facts {};
    return fstat(descriptor, &facts) == 0 && S_ISDIR(facts.st_mode);
}

}  // namespace

/// Stands before that of the C library in the program of the tests.
extern "C" int fsync(int descriptor) {
    if (failing == 0 || !is_folder(descriptor)) return static_cast<int>(::syscall(SYS_fsync, descriptor));
    errno = EIO;
    return -1;
}

namespace jinsha {

FailingFolderSync::FailingFolderSync() {
    ++failing;
}
FailingFolderSync::~FailingFolderSync() {
    --failing;
}

}  // namespace jinsha
