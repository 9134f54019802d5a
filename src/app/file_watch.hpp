#pragma once

#include <sys/types.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <tuple>
#include <vector>

namespace jinsha::app {

/// Notices that one of some files was changed, replaced or taken away by somebody: the kernel tells of the
/// folders of local disks at once (inotify; programs that save put a new file in the place of the old one, so
/// a watch of the file itself would end), and every two seconds all are looked at, since nothing tells of
/// what others do on a network drive. Several changes in a row are one. Main thread.
class FileWatch {
public:
    /// `wake` is called by another thread when there was a change.
    FileWatch(std::vector<std::filesystem::path> files, std::function<void()> wake);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    [[nodiscard]] bool has_change() const noexcept { return has_change_; }
    /// The files that were changed since the last call.
    [[nodiscard]] std::vector<std::filesystem::path> take_changed();

private:
    /// What tells one state of a file from another: inode, size, time of the last change (seconds and
    /// nanoseconds); all 0 while there is none.
    using FileState = std::tuple<ino_t, off_t, std::int64_t, std::int64_t>;

    [[nodiscard]] std::vector<FileState> look() const;
    void run(const std::stop_token& stopped);
    /// Sleeps until the kernel tells of something, at most `milliseconds`.
    void wait(int milliseconds) const;

    std::vector<std::filesystem::path> files_;
    std::function<void()> wake_;
    std::vector<FileState> known_;  // of the thread
    int notify_fd_, stop_fd_;
    std::atomic<bool> has_change_{false};
    std::mutex mutex_;
    std::set<std::filesystem::path> changed_;  // since they were taken
    std::jthread thread_;                      // last, so that it ends before what it uses
};

}  // namespace jinsha::app
