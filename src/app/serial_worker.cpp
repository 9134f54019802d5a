#include "app/serial_worker.hpp"

#include <utility>

namespace jinsha::app {

SerialWorker::SerialWorker() : thread_{[this] { run(); }} {}

SerialWorker::~SerialWorker() {
    {
        const std::scoped_lock lock{mutex_};
        is_ending_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void SerialWorker::post(std::function<void()> job) {
    {
        const std::scoped_lock lock{mutex_};
        jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
}

void SerialWorker::wait() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return jobs_.empty() && !is_working_; });
}

void SerialWorker::run() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return is_ending_ || !jobs_.empty(); });
        if (jobs_.empty()) return;
        const auto job = std::move(jobs_.front());
        jobs_.pop_front();
        is_working_ = true;
        lock.unlock();
        job();
        lock.lock();
        is_working_ = false;
        changed_.notify_all();
    }
}

}  // namespace jinsha::app
