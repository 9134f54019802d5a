#include "work/worker_pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

namespace jinsha::work {
namespace {

using testing::ElementsAre;

void wait_for(const Task& task) {
    while (!task.is_finished()) std::this_thread::yield();
}

/// Keeps the only worker of a pool busy until it is let go, so that tasks queue up behind it.
class Gate {
public:
    explicit Gate(WorkerPool& pool) {
        pool.submit(-1e9, [this](const std::atomic<bool>&) {
            entered_.release();
            open_.acquire();
        });
        entered_.acquire();
    }
    void open() { open_.release(); }

private:
    std::binary_semaphore entered_{0}, open_{0};
};

/// What ran, in which order.
struct Diary {
    std::mutex mutex;
    std::vector<int> entries;

    auto entry(int number) {
        return [this, number](const std::atomic<bool>&) {
            std::scoped_lock lock{mutex};
            entries.push_back(number);
        };
    }
};

TEST(WorkerPool, RunsWhatItIsGiven) {
    WorkerPool pool{2};
    std::atomic<int> sum{0};
    std::vector<Task> tasks;
    for (int i = 1; i <= 100; ++i) {
        tasks.push_back(pool.submit(i, [&sum, i](const std::atomic<bool>&) { sum += i; }));
    }
    for (const Task& task : tasks) wait_for(task);
    EXPECT_EQ(sum, 5050);
}

TEST(WorkerPool, HasAtLeastOneThread) {
    EXPECT_EQ(WorkerPool{0}.thread_count(), 1u);
    EXPECT_EQ(WorkerPool{3}.thread_count(), 3u);
}

TEST(WorkerPool, TakesTheSmallestPriorityNumberFirst) {
    WorkerPool pool{1};
    Diary diary;
    Gate gate{pool};
    const Task far = pool.submit(3, diary.entry(3));
    const Task near = pool.submit(-1, diary.entry(1));
    const Task middle = pool.submit(2, diary.entry(2));
    gate.open();
    wait_for(far);
    EXPECT_THAT(diary.entries, ElementsAre(1, 2, 3));
}

TEST(WorkerPool, TakesTheOldestOfEqualPriority) {
    WorkerPool pool{1};
    Diary diary;
    Gate gate{pool};
    pool.submit(7, diary.entry(1));
    pool.submit(7, diary.entry(2));
    const Task last = pool.submit(7, diary.entry(3));
    gate.open();
    wait_for(last);
    EXPECT_THAT(diary.entries, ElementsAre(1, 2, 3));
}

TEST(WorkerPool, FollowsAPriorityThatChangesWhileTheTaskWaits) {
    WorkerPool pool{1};
    Diary diary;
    Gate gate{pool};
    const Task stays = pool.submit(1, diary.entry(1));
    Task comes_nearer = pool.submit(2, diary.entry(2));
    comes_nearer.set_priority(0);
    gate.open();
    wait_for(stays);
    EXPECT_THAT(diary.entries, ElementsAre(2, 1));
}

TEST(WorkerPool, CallsBackWhenTheTaskAlreadyCountsAsFinished) {
    WorkerPool pool{1};
    for (int i = 0; i < 200; ++i) {
        std::binary_semaphore called{0};
        bool was_finished = false;
        std::binary_semaphore known{0};
        Task task;
        task = pool.submit(
            0, [&](const std::atomic<bool>&) { known.acquire(); },
            [&] {
                was_finished = task.is_finished();
                called.release();
            });
        known.release();
        called.acquire();
        ASSERT_TRUE(was_finished);
    }
}

TEST(WorkerPool, DoesNotCallBackForACancelledTask) {
    WorkerPool pool{1};
    Gate gate{pool};
    std::atomic<bool> was_called{false};
    Task task = pool.submit(
        0, [](const std::atomic<bool>&) {}, [&] { was_called = true; });
    task.cancel();
    gate.open();
    wait_for(task);
    EXPECT_FALSE(was_called);
}

TEST(WorkerPool, NeverStartsATaskThatWasCancelledWhileItWaited) {
    WorkerPool pool{1};
    Diary diary;
    Gate gate{pool};
    Task unwanted = pool.submit(0, diary.entry(1));
    const Task wanted = pool.submit(1, diary.entry(2));
    unwanted.cancel();
    gate.open();
    wait_for(wanted);
    wait_for(unwanted);
    EXPECT_THAT(diary.entries, ElementsAre(2));
}

TEST(WorkerPool, TellsARunningTaskThatItIsCancelled) {
    WorkerPool pool{1};
    std::binary_semaphore started{0};
    Task task = pool.submit(0, [&](const std::atomic<bool>& cancelled) {
        started.release();
        while (!cancelled) std::this_thread::yield();
    });
    started.acquire();
    EXPECT_FALSE(task.is_finished());
    task.cancel();
    wait_for(task);
}

TEST(WorkerPool, LetsGoOfWhatAFinishedTaskHeld) {
    WorkerPool pool{1};
    auto held = std::make_shared<int>(1);
    const Task task = pool.submit(0, [held](const std::atomic<bool>&) {});
    wait_for(task);
    EXPECT_EQ(held.use_count(), 1);
}

TEST(WorkerPool, CancelsWhatRunsAndDropsWhatWaitsWhenItEnds) {
    Task running, waiting;
    std::atomic<bool> was_cancelled{false}, has_started_waiting_one{false};
    {
        WorkerPool pool{1};
        std::binary_semaphore started{0};
        running = pool.submit(0, [&](const std::atomic<bool>& cancelled) {
            started.release();
            while (!cancelled) std::this_thread::yield();
            was_cancelled = true;
        });
        waiting = pool.submit(1, [&](const std::atomic<bool>&) { has_started_waiting_one = true; });
        started.acquire();
    }
    EXPECT_TRUE(was_cancelled);
    EXPECT_FALSE(has_started_waiting_one);
    EXPECT_TRUE(running.is_finished());
    EXPECT_TRUE(waiting.is_finished());
}

TEST(WorkerPool, LetsItsTasksSubmitOthers) {
    WorkerPool pool{1};
    std::binary_semaphore done{0};
    pool.submit(0, [&](const std::atomic<bool>&) {
        pool.submit(0, [&](const std::atomic<bool>&) { done.release(); });
    });
    done.acquire();
}

TEST(WorkerPool, GoesOnWorkingInTheBackgroundAndBack) {
    WorkerPool pool{2};
    Diary diary;
    pool.set_background(true);
    wait_for(pool.submit(0, diary.entry(1)));
    pool.set_background(false);
    wait_for(pool.submit(0, diary.entry(2)));
    EXPECT_THAT(diary.entries, ElementsAre(1, 2));
}

TEST(Task, OfNobodyIsFinishedAndCanBeCancelled) {
    Task task;
    EXPECT_TRUE(task.is_finished());
    task.cancel();
    task.set_priority(3);
}

TEST(Task, MayBeDroppedWithoutCancellingTheWork) {
    WorkerPool pool{1};
    std::binary_semaphore done{0};
    {
        const Task dropped = pool.submit(0, [&](const std::atomic<bool>&) { done.release(); });
    }
    done.acquire();
}

}  // namespace
}  // namespace jinsha::work
