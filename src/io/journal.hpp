#pragma once

#include "error/error.hpp"
#include "io/descriptor.hpp"
#include "io/journal_record.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace jinsha::io {

/// The edits of a session on disk, so that none is lost when the program or the machine stops. Records are
/// appended and synced by a thread of its own; an edit is done when its record is synced. The file is locked
/// as long as it is open. Any thread may call.
class Journal {
public:
    /// Opens or creates `path` (its folders too), and locks it. The error says that another program on this
    /// machine has it, or why it cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& path);
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    /// Writes what was appended.
    ~Journal();

    /// What the file told when it was opened.
    [[nodiscard]] const std::vector<JournalRecord>& found() const noexcept { return found_.records; }

    /// Returns at once the number of the record, from 1.
    std::uint64_t append(const JournalRecord& record);
    /// Empties the file and begins it anew: whatever it told is saved, or was given up.
    std::uint64_t restart(const JournalBegin& begin);

    /// The number of the last record that is synced.
    [[nodiscard]] std::uint64_t synced() const;
    /// Waits until that record is synced. The error says why it will not be (a full disk); it stays until a
    /// record is written again.
    [[nodiscard]] Result<void> wait(std::uint64_t record) const;

private:
    struct Job {
        bool empties_file{};
        std::string line;
    };
    Journal(std::filesystem::path path, Descriptor file, JournalContent found);
    void run();
    [[nodiscard]] std::optional<Error> carry_out(const Job& job);
    std::uint64_t enqueue(Job job);

    std::filesystem::path path_;
    Descriptor file_;
    JournalContent found_;
    std::int64_t sound_size_;  // of the file, up to the last whole record; the writer's alone

    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::deque<Job> jobs_;
    std::uint64_t appended_{}, written_{};
    std::optional<Error> error_;
    bool is_ending_{};
    std::thread writer_;  // last: it uses all others
};

}  // namespace jinsha::io
