#include "app/resources.hpp"

#include <cstdlib>

namespace jinsha::app {

namespace {

namespace fs = std::filesystem;

bool holds_resources(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "assets" / "i18n", ignored) &&
           fs::is_directory(folder / "shaders", ignored);
}

}  // namespace

Result<Resources> find_resources() {
    if (const char* chosen = std::getenv("JINSHA_RESOURCES")) {
        if (holds_resources(chosen)) return Resources{chosen};
        return fail("JINSHA_RESOURCES: '{}' does not hold the folders assets and shaders", chosen);
    }
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return fail("cannot tell where the program lies: {}", error.message());

    const fs::path installed = program.parent_path().parent_path() / "share" / "jinsha";
    if (holds_resources(installed)) return Resources{installed};
    for (fs::path folder = program.parent_path(); folder != folder.root_path();
         folder = folder.parent_path()) {
        if (holds_resources(folder)) return Resources{folder};
    }
    return fail(
        "cannot find the program's own files (assets, shaders): neither in '{}' nor in a folder above '{}'",
        installed.string(), program.string());
}

}  // namespace jinsha::app
