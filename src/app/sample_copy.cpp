#include "app/sample_copy.hpp"

#include "app/file_places.hpp"

#include <algorithm>
#include <system_error>

namespace jinsha::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* kFolder = "金沙";

/// The desktop's folder for documents; the home where it has none.
fs::path documents_folder() {
    const auto places = find_places();
    const auto of_kind = [&](ui::Place::Kind kind) {
        return std::ranges::find(places, kind, &ui::Place::kind);
    };
    auto place = of_kind(ui::Place::Kind::Documents);
    if (place == places.end()) place = of_kind(ui::Place::Kind::Home);
    return place == places.end() ? fs::current_path() : place->path;
}

/// What comes with the program may not be written by its user.
void allow_writing(const fs::path& folder) {
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator{folder, ignored})
        fs::permissions(entry.path(), fs::perms::owner_write, fs::perm_options::add, ignored);
}

}  // namespace

bool is_sample(const fs::path& map, const fs::path& sample_map) {
    std::error_code error;
    return fs::equivalent(map.parent_path(), sample_map.parent_path(), error) && !error;
}

fs::path usual_sample_copy(const fs::path& sample_map) {
    return documents_folder() / kFolder / sample_map.filename();
}

Result<fs::path> copy_sample(const fs::path& map) {
    const fs::path documents = documents_folder();
    std::error_code error;
    fs::path folder = documents / kFolder;
    for (int number = 2; fs::exists(folder, error); ++number)
        folder = documents / fmt::format("{} {}", kFolder, number);
    fs::create_directories(folder, error);
    if (!error) fs::copy(map.parent_path(), folder, fs::copy_options::recursive, error);
    if (error) return fail("{}: the sample cannot be copied there: {}", folder.string(), error.message());
    allow_writing(folder);
    return folder / map.filename();
}

}  // namespace jinsha::app
