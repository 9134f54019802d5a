#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace jinsha::work {

/// The caller's end of a submitted task. Dropping it does not cancel the task.
class Task {
public:
    Task() = default;
    /// The task is not started if it was not yet; a running one sees it in its flag.
    void cancel() noexcept;
    [[nodiscard]] bool is_finished() const noexcept;
    /// The smaller, the sooner. Has no effect once the task runs.
    void set_priority(double priority);

private:
    friend class WorkerPool;
    struct State;
    explicit Task(std::shared_ptr<State> state) : state_{std::move(state)} {}
    std::shared_ptr<State> state_;
};

/// Threads that take the task with the smallest priority number first. Made and destroyed by one thread, used
/// from any.
class WorkerPool {
public:
    explicit WorkerPool(unsigned thread_count);
    /// Cancels what waits, waits for what runs.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// `job` must not throw; it should look at `cancelled` now and then and return early.
    /// `when_finished` is called by the worker once the task counts as finished, unless it was cancelled: who
    /// is woken by it and looks at the task finds it done.
    Task submit(double priority, std::function<void(const std::atomic<bool>& cancelled)> job,
                std::function<void()> when_finished = {});
    /// Lets the workers run only where nobody else wants the core (SCHED_IDLE), while the map is moving.
    void set_background(bool in_background);
    [[nodiscard]] unsigned thread_count() const noexcept;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::work
