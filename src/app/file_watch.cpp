#include "app/file_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <set>
#include <utility>

namespace jinsha::app {

namespace {

constexpr int kPollMs = 2000;
constexpr int kQuietMs = 200;  // who writes a file in steps is left to finish

}  // namespace

FileWatch::FileWatch(std::vector<std::filesystem::path> files, std::function<void()> wake)
    : files_{std::move(files)},
      wake_{std::move(wake)},
      known_{look()},
      notify_fd_{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)},
      stop_fd_{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {
    std::set<std::filesystem::path> folders;
    for (const auto& file : files_) folders.insert(file.parent_path());
    // A folder that cannot be watched is still looked at.
    for (const auto& folder : folders) {
        inotify_add_watch(notify_fd_, folder.c_str(),
                          IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
    }
    thread_ = std::jthread{[this](const std::stop_token& stopped) { run(stopped); }};
}

std::vector<FileWatch::FileState> FileWatch::look() const {
    std::vector<FileState> states;
    for (const auto& file : files_) {
        struct stat status {};
        const bool is_there = stat(file.c_str(), &status) == 0;
        states.push_back(
            is_there ? FileState{status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec}
                     : FileState{});
    }
    return states;
}

FileWatch::~FileWatch() {
    thread_.request_stop();
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(stop_fd_, &one, sizeof one);
    thread_.join();
    close(notify_fd_);
    close(stop_fd_);
}

std::vector<std::filesystem::path> FileWatch::take_changed() {
    const std::scoped_lock lock{mutex_};
    has_change_ = false;
    const auto taken = std::exchange(changed_, {});
    return {taken.begin(), taken.end()};
}

void FileWatch::wait(int milliseconds) const {
    std::array<pollfd, 2> files{{{notify_fd_, POLLIN, 0}, {stop_fd_, POLLIN, 0}}};
    poll(files.data(), files.size(), milliseconds);
    std::array<char, 4096> told{};  // that something happened is enough
    while (read(notify_fd_, told.data(), told.size()) > 0) {
    }
}

void FileWatch::run(const std::stop_token& stopped) {
    while (!stopped.stop_requested()) {
        wait(kPollMs);
        auto now = look();
        if (now == known_) continue;
        for (auto before = known_; now != before && !stopped.stop_requested();) {
            before = std::exchange(now, {});
            wait(kQuietMs);
            now = look();
        }
        if (stopped.stop_requested()) return;
        {
            const std::scoped_lock lock{mutex_};
            for (std::size_t i = 0; i < files_.size(); ++i)
                if (now[i] != known_[i]) changed_.insert(files_[i]);
        }
        known_ = std::move(now);
        has_change_ = true;
        wake_();
    }
}

}  // namespace jinsha::app
