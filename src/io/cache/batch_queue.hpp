#pragma once

#include "io/feature_batch.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

namespace jinsha::io {

/// A batch with its place in the layer.
struct NumberedBatch {
    std::size_t number{};         // of the batch, from 0
    std::size_t first_feature{};  // how many features the batches before it have
    std::unique_ptr<FeatureBatch> batch;
};

/// From the thread that reads to those that work. Holds a few batches at most: who reads faster waits.
class BatchQueue {
public:
    explicit BatchQueue(std::size_t most) : most_{most} {}

    /// False when the queue is closed.
    bool push(NumberedBatch batch) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return is_closed_ || waiting_.size() < most_; });
        if (is_closed_) return false;
        waiting_.push_back(std::move(batch));
        changed_.notify_all();
        return true;
    }
    /// None when the queue is closed and empty.
    [[nodiscard]] std::optional<NumberedBatch> pop() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return is_closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return std::nullopt;
        NumberedBatch batch = std::move(waiting_.front());
        waiting_.pop_front();
        changed_.notify_all();
        return batch;
    }
    /// Nothing more comes; what waits can still be taken.
    void close() {
        const std::scoped_lock lock{mutex_};
        is_closed_ = true;
        changed_.notify_all();
    }

private:
    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<NumberedBatch> waiting_;
    bool is_closed_{false};
};

}  // namespace jinsha::io
