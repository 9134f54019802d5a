#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace jinsha::app {

/// A thread that carries out jobs one after the other, in the order in which they came. Any thread may post.
class SerialWorker {
public:
    SerialWorker();
    /// Carries out what was posted, and waits for it.
    ~SerialWorker();
    SerialWorker(const SerialWorker&) = delete;
    SerialWorker& operator=(const SerialWorker&) = delete;

    void post(std::function<void()> job);
    /// Returns when all that was posted has been carried out.
    void wait();

private:
    void run();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> jobs_;
    bool is_working_{}, is_ending_{};
    std::thread thread_;  // last: it uses all others
};

}  // namespace jinsha::app
