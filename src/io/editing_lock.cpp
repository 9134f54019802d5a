#include "io/editing_lock.hpp"

#include "io/atomic_file.hpp"
#include "io/file_text.hpp"
#include "json/index.hpp"
#include "json/string_text.hpp"
#include "json/value.hpp"

#include <unistd.h>

#include <array>
#include <optional>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

struct Holder {
    std::string host;
    long process{};
};

std::string this_host() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string{name.data()}
                                                            : std::string{"localhost"};
}

fs::path note_of(const fs::path& path) {
    std::error_code error;
    const fs::path target = fs::weakly_canonical(path, error);  // one note, whatever link leads here
    return target.parent_path() / fmt::format(".{}.editing", target.filename().string());
}

/// None when there is no note, or one that says nothing.
std::optional<Holder> holder_in(const fs::path& note) {
    const auto file = read_file(note);
    if (!file) return std::nullopt;
    const json::Index index{file->text};
    const auto root = index.root();
    const auto host = root ? root->find("host") : std::nullopt;
    const auto process = root ? root->find("process") : std::nullopt;
    if (!host || !process) return std::nullopt;
    return Holder{host->string(), static_cast<long>(process->number())};
}

std::string words(const Holder& holder) {
    return fmt::format("{} (process {})", holder.host, holder.process);
}

}  // namespace

Result<EditingLock> EditingLock::take(const fs::path& path) {
    const fs::path note = note_of(path);
    const std::string host = this_host();
    if (const auto other = holder_in(note); other && other->host != host)
        return fail("{}: is being edited on {}", path.string(), words(*other));
    const std::string text =
        fmt::format("{{\"host\": {}, \"process\": {}}}\n", json::quoted(host), ::getpid());
    if (auto written = write_atomically(note, text); !written) return tl::make_unexpected(written.error());
    return EditingLock{note};
}

EditingLock::EditingLock(EditingLock&& other) noexcept : note_{std::exchange(other.note_, {})} {}

EditingLock& EditingLock::operator=(EditingLock&& other) noexcept {
    std::swap(note_, other.note_);
    return *this;
}

EditingLock::~EditingLock() {
    std::error_code ignored;  // a leftover is taken over
    if (!note_.empty()) fs::remove(note_, ignored);
}

std::string EditingLock::holder(const fs::path& path) {
    const auto holder = holder_in(note_of(path));
    return holder ? words(*holder) : "";
}

}  // namespace jinsha::io
