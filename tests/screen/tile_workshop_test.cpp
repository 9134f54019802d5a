#include "screen/tile_workshop.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace jinsha::screen {
namespace {

using scene::TileKey;

/// Counts what is called from other threads and waits for it.
class Counter {
public:
    void add() {
        const std::scoped_lock lock{mutex_};
        ++count_;
        changed_.notify_all();
    }
    void wait_for(int count) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return count_ >= count; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int count_{};
};

TileWish wish(std::int64_t column, double priority) {
    return {TileKey{1, 2.0, {column, 0}}, priority};
}

/// Writes the tile's column into its first byte.
void paint_column(const scene::MapSnapshot&, double, const scene::GridRect& rect, image::Image& target,
                  const std::atomic<bool>&) {
    target.bytes()[0] = static_cast<std::uint8_t>(rect.left / scene::kTileSizePx);
}

const auto kSnapshot = std::make_shared<const scene::MapSnapshot>();

TEST(TileWorkshop, HandsOutWhatWasWanted) {
    Counter finished;
    work::WorkerPool pool{2};
    TileWorkshop workshop{pool, paint_column, [&] { finished.add(); }};
    EXPECT_TRUE(workshop.is_idle());

    workshop.want(kSnapshot, std::vector{wish(3, 0), wish(4, 1)});
    EXPECT_FALSE(workshop.is_idle());
    finished.wait_for(2);

    for (int i = 0; i < 2; ++i) {
        const auto tile = workshop.take();
        ASSERT_TRUE(tile.has_value());
        EXPECT_EQ(tile->picture.width_px(), 512);
        EXPECT_EQ(tile->picture.bytes()[0], tile->key.place.column);
    }
    EXPECT_FALSE(workshop.take().has_value());
    EXPECT_TRUE(workshop.is_idle());
}

TEST(TileWorkshop, PaintsAWishThatIsRepeatedOnlyOnce) {
    Counter finished;
    std::atomic<int> painted{0};
    work::WorkerPool pool{1};
    TileWorkshop workshop{pool,
                          [&](const scene::MapSnapshot&, double, const scene::GridRect&, image::Image&,
                              const std::atomic<bool>&) { ++painted; },
                          [&] { finished.add(); }};
    for (int i = 0; i < 5; ++i) workshop.want(kSnapshot, std::vector{wish(3, i)});
    finished.wait_for(1);
    workshop.want(kSnapshot, std::vector{wish(3, 0)});  // finished, but not taken yet
    ASSERT_TRUE(workshop.take().has_value());
    EXPECT_EQ(painted, 1);
}

TEST(TileWorkshop, DropsWhatIsNoLongerWanted) {
    Counter started, finished, may_go;
    work::WorkerPool pool{1};
    TileWorkshop workshop{pool,
                          [&](const scene::MapSnapshot&, double, const scene::GridRect&, image::Image&,
                              const std::atomic<bool>&) {
                              started.add();
                              may_go.wait_for(1);
                          },
                          [&] { finished.add(); }};
    workshop.want(kSnapshot, std::vector{wish(1, 0), wish(2, 1)});
    started.wait_for(1);  // 1 is being painted, 2 waits
    workshop.want(kSnapshot, std::vector{wish(3, 0)});
    may_go.add();
    finished.wait_for(1);

    const auto tile = workshop.take();
    ASSERT_TRUE(tile.has_value());
    EXPECT_EQ(tile->key.place.column, 3);
    EXPECT_FALSE(workshop.take().has_value());
}

TEST(TileWorkshop, PaintsIntoBuffersThatWereGivenBack) {
    Counter finished;
    work::WorkerPool pool{1};
    TileWorkshop workshop{pool, paint_column, [&] { finished.add(); }};
    workshop.want(kSnapshot, std::vector{wish(1, 0)});
    finished.wait_for(1);
    auto first = workshop.take();
    ASSERT_TRUE(first.has_value());
    const auto* const memory = first->picture.bytes().data();
    workshop.give_back(std::move(first->picture));

    workshop.want(kSnapshot, std::vector{wish(2, 0)});
    finished.wait_for(2);
    const auto second = workshop.take();
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(second->picture.bytes().data(), memory);
}

TEST(TileWorkshop, PaintsNoMoreThanMayWaitUntilSomeAreTakenTheMostUrgentFirst) {
    constexpr int kWishes = 100;
    Counter finished;
    work::WorkerPool pool{1};
    TileWorkshop workshop{pool, paint_column, [&] { finished.add(); }};
    std::vector<TileWish> wishes;
    for (int i = 0; i < kWishes; ++i) wishes.push_back(wish(i, kWishes - i));
    std::size_t taken = 0, rounds = 0;
    while (!wishes.empty()) {
        workshop.want(kSnapshot, wishes);
        const std::size_t expected = std::min<std::size_t>(16, wishes.size());
        finished.wait_for(static_cast<int>(taken + expected));
        // In no order among themselves: the worker may begin while the others are still being given to it.
        std::vector<int> columns, most_urgent;  // those of the smallest priority numbers
        for (std::size_t i = 0; i < expected; ++i) {
            auto tile = workshop.take();
            ASSERT_TRUE(tile.has_value());
            columns.push_back(static_cast<int>(tile->key.place.column));
            most_urgent.push_back(static_cast<int>(wishes.back().key.place.column));
            wishes.pop_back();
            workshop.give_back(std::move(tile->picture));
            ++taken;
        }
        EXPECT_THAT(columns, ::testing::UnorderedElementsAreArray(most_urgent));
        EXPECT_FALSE(workshop.take().has_value());
        ++rounds;
    }
    EXPECT_EQ(rounds, 7U);
}

TEST(TileWorkshop, DropsAFinishedTileThatNobodyWishesAnyLonger) {
    Counter finished;
    work::WorkerPool pool{1};
    TileWorkshop workshop{pool, paint_column, [&] { finished.add(); }};
    workshop.want(kSnapshot, std::vector{wish(1, 0), wish(2, 1)});
    finished.wait_for(2);
    workshop.want(kSnapshot, std::vector{wish(2, 0)});
    const auto tile = workshop.take();
    ASSERT_TRUE(tile.has_value());
    EXPECT_EQ(tile->key.place.column, 2);
    EXPECT_FALSE(workshop.take().has_value());
}

TEST(TileWorkshop, MayGoWhileATileIsPainted) {
    Counter started, may_go;
    work::WorkerPool pool{1};
    {
        TileWorkshop workshop{pool,
                              [&](const scene::MapSnapshot&, double, const scene::GridRect&, image::Image&,
                                  const std::atomic<bool>&) {
                                  started.add();
                                  may_go.wait_for(1);
                              },
                              [] { FAIL() << "nobody is there to be told"; }};
        workshop.want(kSnapshot, std::vector{wish(1, 0)});
        started.wait_for(1);
    }
    may_go.add();
}

}  // namespace
}  // namespace jinsha::screen
