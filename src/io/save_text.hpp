#pragma once

#include "error/error.hpp"
#include "io/file_text.hpp"
#include "io/save_lock.hpp"

#include <filesystem>
#include <string_view>

namespace jinsha::io {

/// Puts `text` in the place of the file: written beside it, synced, read back and compared, renamed once, the
/// folder synced. The file must still be what `expected` says, so that nobody's changes are lost. Returns the
/// new file's stamp; after an error the old file is there as it was.
[[nodiscard]] Result<FileStamp> save_text(const std::filesystem::path& path, std::string_view text,
                                          const FileStamp& expected, const SaveLock& lock);

}  // namespace jinsha::io
