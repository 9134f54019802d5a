#pragma once

#include "error/error.hpp"

#include <filesystem>
#include <string>

namespace jinsha::io {

/// Says beside a data file who edits it, for windows on this machine and on others that share the folder.
/// Together with the lock on the journal, which this machine's programs lose however they end, it keeps two
/// windows from editing one file. Move only.
class EditingLock {
public:
    /// To be called with the journal locked: what this machine left behind is stale then and taken over. The
    /// error says which machine and process edit the file, or why nothing can be written beside it.
    [[nodiscard]] static Result<EditingLock> take(const std::filesystem::path& path);
    EditingLock(EditingLock&& other) noexcept;
    EditingLock& operator=(EditingLock&& other) noexcept;
    /// Takes the note away.
    ~EditingLock();

    /// Who edits the file as a note beside it says: "planning-3 (process 4711)"; "" when there is none.
    [[nodiscard]] static std::string holder(const std::filesystem::path& path);

private:
    explicit EditingLock(std::filesystem::path note) noexcept : note_{std::move(note)} {}
    std::filesystem::path note_;  // empty when moved from
};

}  // namespace jinsha::io
