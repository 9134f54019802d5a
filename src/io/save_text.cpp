#include "io/save_text.hpp"

#include "io/atomic_file.hpp"

namespace jinsha::io {

Result<FileStamp> save_text(const std::filesystem::path& path, std::string_view text,
                            const FileStamp& expected, const SaveLock& /*lock*/) {
    auto file = AtomicFile::create(path);
    if (!file) return tl::make_unexpected(file.error());
    if (auto written = file->write(text); !written) return tl::make_unexpected(written.error());
    if (auto same = file->verify(text); !same) return tl::make_unexpected(same.error());
    const auto now = stamp_of(path);
    if (!now) return tl::make_unexpected(now.error());
    if (*now != expected)
        return fail("{}: was changed by another program since it was read; nothing was written",
                    path.string());
    if (auto done = file->commit(); !done) return tl::make_unexpected(done.error());
    remove_leftovers(path);
    return stamp_of(path);
}

}  // namespace jinsha::io
