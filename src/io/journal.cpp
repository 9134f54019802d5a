#include "io/journal.hpp"

#include "io/file_text.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace jinsha::io {
namespace {

namespace fs = std::filesystem;

Error error_from_errno(const fs::path& path) {
    return Error{fmt::format("{}: cannot be written: {}", path.string(), std::strerror(errno))};
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) return fail("{}: cannot be created: {}", path.parent_path().string(), error.message());
    Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
    if (file.number() < 0) return tl::make_unexpected(error_from_errno(path));
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0)
        return fail("{}: is in use by another window", path.string());
    auto content = read_file(path);
    if (!content) return tl::make_unexpected(content.error());
    return std::unique_ptr<Journal>{new Journal{path, std::move(file), read_journal(content->text)}};
}

Journal::Journal(fs::path path, Descriptor file, JournalContent found)
    : path_{std::move(path)},
      file_{std::move(file)},
      found_{std::move(found)},
      sound_size_{static_cast<std::int64_t>(found_.length)},
      writer_{[this] { run(); }} {}

Journal::~Journal() {
    {
        const std::scoped_lock lock{mutex_};
        is_ending_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

std::uint64_t Journal::append(const JournalRecord& record) {
    return enqueue({false, line_of(record)});
}

std::uint64_t Journal::restart(const JournalBegin& begin) {
    return enqueue({true, line_of(begin)});
}

std::uint64_t Journal::enqueue(Job job) {
    const std::scoped_lock lock{mutex_};
    jobs_.push_back(std::move(job));
    changed_.notify_all();
    return ++appended_;
}

std::uint64_t Journal::synced() const {
    const std::scoped_lock lock{mutex_};
    return written_;
}

Result<void> Journal::wait(std::uint64_t record) const {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return written_ >= record || error_; });
    if (written_ >= record) return {};
    return tl::make_unexpected(*error_);
}

void Journal::run() {
    constexpr std::chrono::milliseconds kPause{200};  // between attempts on a disk that is full
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [&] { return is_ending_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        const Job job = jobs_.front();
        lock.unlock();
        auto error = carry_out(job);
        lock.lock();
        error_ = std::move(error);
        if (!error_) {
            jobs_.pop_front();
            ++written_;
        }
        changed_.notify_all();
        if (error_ && is_ending_) return;
        if (error_) changed_.wait_for(lock, kPause, [&] { return is_ending_; });
    }
}

std::optional<Error> Journal::carry_out(const Job& job) {
    if (job.empties_file) sound_size_ = 0;
    // What an earlier attempt left of a line, or, when it is emptied, all.
    if (::ftruncate(file_.number(), sound_size_) != 0) return error_from_errno(path_);
    if (!write_all(file_.number(), job.line) || ::fdatasync(file_.number()) != 0)
        return error_from_errno(path_);
    sound_size_ += static_cast<std::int64_t>(job.line.size());
    return std::nullopt;
}

}  // namespace jinsha::io
