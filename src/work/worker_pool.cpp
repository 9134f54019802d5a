#include "work/worker_pool.hpp"

#include <pthread.h>
#include <sched.h>

#include <algorithm>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace jinsha::work {

struct Task::State {
    std::function<void(const std::atomic<bool>&)> job;
    std::function<void()> when_finished;
    std::atomic<double> priority{};
    std::atomic<bool> cancelled{false};
    std::atomic<bool> finished{false};
};

void Task::cancel() noexcept {
    if (state_) state_->cancelled = true;
}

bool Task::is_finished() const noexcept {
    return !state_ || state_->finished;
}

void Task::set_priority(double priority) {
    if (state_) state_->priority = priority;
}

struct WorkerPool::State {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::list<std::shared_ptr<Task::State>> waiting;
    std::vector<std::jthread> threads;  // last, so that they end before what they use

    void run(const std::stop_token& stop);
    std::shared_ptr<Task::State> take(const std::stop_token& stop);
};

/// The waiting task with the smallest priority number, the oldest of equals; null when the pool ends.
/// Priorities may change while tasks wait, so the smallest is looked for when one is taken: queues are short
/// (tiles of a window).
std::shared_ptr<Task::State> WorkerPool::State::take(const std::stop_token& stop) {
    std::unique_lock lock{mutex};
    if (!wake.wait(lock, stop, [this] { return !waiting.empty(); })) return nullptr;
    auto first = waiting.begin();
    for (auto it = waiting.begin(); it != waiting.end(); ++it) {
        if ((*it)->priority < (*first)->priority) first = it;
    }
    auto task = *first;
    waiting.erase(first);
    return task;
}

void WorkerPool::State::run(const std::stop_token& stop) {
    while (auto task = take(stop)) {
        if (!task->cancelled && !stop.stop_requested()) {
            std::stop_callback cancel_at_end{stop, [&] { task->cancelled = true; }};
            task->job(task->cancelled);
        }
        task->job = nullptr;  // frees what it holds on this thread
        task->finished = true;
        if (task->when_finished && !task->cancelled) task->when_finished();
    }
}

WorkerPool::WorkerPool(unsigned thread_count) : state_{std::make_unique<State>()} {
    for (unsigned i = 0; i < std::max(1u, thread_count); ++i) {
        state_->threads.emplace_back(
            [state = state_.get()](const std::stop_token& stop) { state->run(stop); });
    }
}

WorkerPool::~WorkerPool() {
    for (auto& thread : state_->threads) thread.request_stop();
    for (auto& thread : state_->threads) thread.join();
    for (const auto& task : state_->waiting) {
        task->cancelled = true;
        task->finished = true;
    }
}

Task WorkerPool::submit(double priority, std::function<void(const std::atomic<bool>&)> job,
                        std::function<void()> when_finished) {
    auto task = std::make_shared<Task::State>();
    task->job = std::move(job);
    task->when_finished = std::move(when_finished);
    task->priority = priority;
    {
        std::scoped_lock lock{state_->mutex};
        state_->waiting.push_back(task);
    }
    state_->wake.notify_one();
    return Task{std::move(task)};
}

void WorkerPool::set_background(bool in_background) {
    const sched_param none{};
    for (auto& thread : state_->threads) {
        // Without the right to do so nothing happens, and the map is only a little less smooth.
        pthread_setschedparam(thread.native_handle(), in_background ? SCHED_IDLE : SCHED_OTHER, &none);
    }
}

unsigned WorkerPool::thread_count() const noexcept {
    return static_cast<unsigned>(state_->threads.size());
}

}  // namespace jinsha::work
