#pragma once

#include "work/worker_pool.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace jinsha::app {

/// Works something out in the worker pool, the latest that was asked for; what was asked before is cancelled
/// and never heard of again. Main thread; the pool outlives it.
template <class T>
class Background {
public:
    using Job = std::function<T(const std::atomic<bool>& cancelled)>;

    /// `wake` is called by other threads when a result is there, not after the destructor.
    Background(work::WorkerPool& pool, std::function<void()> wake) : pool_{pool}, wake_{std::move(wake)} {}
    ~Background() { cancel(); }
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    void start(Job job) {
        cancel();
        running_ = std::make_shared<Shared>();
        running_->wake = wake_;
        constexpr double kBeforeTiles = -1;
        task_ = pool_.submit(kBeforeTiles, [shared = running_, job = std::move(job)](const auto& cancelled) {
            T result = job(cancelled);
            const std::scoped_lock lock{shared->mutex};
            shared->result.emplace(std::move(result));
            if (shared->wake) shared->wake();
        });
    }

    void cancel() {
        if (!running_) return;
        task_.cancel();
        const std::shared_ptr<Shared> given_up = std::exchange(running_, nullptr);
        const std::scoped_lock lock{given_up->mutex};
        given_up->wake = nullptr;
    }

    /// Something was started, and its result has not been taken.
    [[nodiscard]] bool is_running() const noexcept { return running_ != nullptr; }
    [[nodiscard]] bool has_result() const {
        if (!running_) return false;
        const std::scoped_lock lock{running_->mutex};
        return running_->result.has_value();
    }
    /// The result, once.
    [[nodiscard]] std::optional<T> take() {
        if (!has_result()) return std::nullopt;
        std::optional<T> result = std::move(running_->result);
        running_.reset();
        return result;
    }

private:
    struct Shared {
        std::mutex mutex;
        std::function<void()> wake;
        std::optional<T> result;
    };

    work::WorkerPool& pool_;
    std::function<void()> wake_;
    std::shared_ptr<Shared> running_;  // with the task, which may outlive this
    work::Task task_;
};

}  // namespace jinsha::app
