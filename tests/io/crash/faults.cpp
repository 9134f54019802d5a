// Preloaded before a program, makes one call of a file function fail: JINSHA_FAULT="rename 3 28" is the third
// rename with errno 28. Calls for terminals and pipes are not counted.
#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Fault {
    char function[32]{};
    int call{}, number{};
    Fault() {
        if (const char* text = std::getenv("JINSHA_FAULT"))
            std::sscanf(text, "%31s %d %d", function, &call, &number);
    }
};

/// Is it the turn of this call?
bool strikes(const char* function) {
    static const Fault fault;
    static std::atomic<int> calls{0};
    if (std::strcmp(fault.function, function) != 0 || ++calls != fault.call) return false;
    errno = fault.number;
    return true;
}

bool is_file(int descriptor) {
    struct stat facts {};
    return fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
}

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
    if (!is_file(descriptor))
        return real<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
    if (strikes("write")) return -1;
    if (strikes("short-write")) size = size / 2 + 1;
    return real<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

int fsync(int descriptor) {
    return strikes("fsync") ? -1 : real<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
    return strikes("fdatasync") ? -1 : real<int(int)>("fdatasync")(descriptor);
}

int rename(const char* from, const char* to) {
    return strikes("rename") ? -1 : real<int(const char*, const char*)>("rename")(from, to);
}

int ftruncate(int descriptor, off_t length) {
    return strikes("ftruncate") ? -1 : real<int(int, off_t)>("ftruncate")(descriptor, length);
}
}
