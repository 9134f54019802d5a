#include "screen/tile_store.hpp"

#include "screen/window_fixture.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace jinsha::screen {
namespace {

constexpr std::chrono::microseconds kAllTheTime{10'000'000};

/// A pixel of the world says its column, row, scale and revision by its colour.
void expected_pixel(std::int64_t column, std::int64_t row, double units_per_pixel, std::uint64_t revision,
                    image::Image& target, int x, int y) {
    set(target, x, y, static_cast<std::uint8_t>(column), static_cast<std::uint8_t>(row),
        static_cast<std::uint8_t>(units_per_pixel * 16 + static_cast<double>(revision)));
}

void paint_places(const scene::MapSnapshot& snapshot, double units_per_pixel, const scene::GridRect& rect,
                  image::Image& target, const std::atomic<bool>&) {
    for (int y = 0; y < rect.height; ++y) {
        for (int x = 0; x < rect.width; ++x) {
            expected_pixel(rect.left + x, rect.top + y, units_per_pixel, snapshot.revision, target, x, y);
        }
    }
}

class TileStoreTest : public WindowTest {
protected:
    static std::shared_ptr<const scene::MapSnapshot> snapshot(std::uint64_t revision) {
        auto result = std::make_shared<scene::MapSnapshot>();
        result->revision = revision;
        return result;
    }
    static map::View view(double x, double y, double units_per_pixel) {
        return map::View{{x, y}, units_per_pixel, kSize}.snapped({0, 0});
    }
    /// Lets the workers finish all that `rest` needs.
    void finish(const std::shared_ptr<const scene::MapSnapshot>& map, const map::View& rest) {
        do {
            store_.update(map, {}, rest, kAllTheTime);
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        } while (!store_.is_idle());
    }
    /// What the window must show at rest.
    static image::Image expected(const map::View& at, std::uint64_t revision) {
        const auto rect = scene::grid_rect(at, {0, 0});
        image::Image picture{rect.width, rect.height};
        for (int y = 0; y < rect.height; ++y) {
            for (int x = 0; x < rect.width; ++x) {
                expected_pixel(rect.left + x, rect.top + y, at.units_per_pixel(), revision, picture, x, y);
            }
        }
        return picture;
    }

    work::WorkerPool pool_{2};
    TileStore store_{pool_, paint_places, [] {}};
};

TEST_F(TileStoreTest, ShowsTilesPixelOnPixelAtRest) {
    const auto map = snapshot(1);
    const auto rest = view(123, -456, 1);
    finish(map, rest);
    EXPECT_TRUE(store_.draw(rest, *map, *painter_));
    EXPECT_EQ(shown(), expected(rest, 1));
}

TEST_F(TileStoreTest, ADragFindsTheNextTilesReady) {
    const auto map = snapshot(1);
    finish(map, view(0, 0, 1));
    const auto dragged = view(500, 400, 1);
    EXPECT_TRUE(store_.draw(dragged, *map, *painter_));  // without another update
    EXPECT_EQ(shown(), expected(dragged, 1));
}

TEST_F(TileStoreTest, ShowsTheOldRevisionUntilTheNewOneIsThere) {
    const auto rest = view(0, 0, 1);
    finish(snapshot(1), rest);
    EXPECT_FALSE(store_.draw(rest, *snapshot(2), *painter_));
    EXPECT_EQ(shown(), expected(rest, 1));
    finish(snapshot(2), rest);
    EXPECT_TRUE(store_.draw(rest, *snapshot(2), *painter_));
    EXPECT_EQ(shown(), expected(rest, 2));
}

TEST_F(TileStoreTest, AfterAnEditOnlyTilesNearItAreOld) {
    const auto rest = view(0, 0, 1);
    finish(snapshot(1), rest);
    const std::vector<geo::Envelope> far{{9000, 9000, 9001, 9001}}, near{{-10, -10, -9, -9}};
    store_.carry_over(1, *snapshot(2), far);
    EXPECT_TRUE(store_.draw(rest, *snapshot(2), *painter_)) << "no tile has to be painted again";
    store_.carry_over(2, *snapshot(3), near);
    EXPECT_FALSE(store_.draw(rest, *snapshot(3), *painter_));
    EXPECT_EQ(shown(), expected(rest, 1)) << "the old picture stays";
}

TEST_F(TileStoreTest, LeavesNoPixelEmptyWhileTheViewZooms) {
    const auto map = snapshot(1);
    finish(map, view(0, 0, 1));
    for (const double units_per_pixel : {0.93, 1.4, 2.7}) {
        const map::View moving{{10.3, 20.7}, units_per_pixel, kSize};
        EXPECT_FALSE(store_.draw(moving, *map, *painter_));
        const auto picture = shown();
        for (int y = 0; y < kSize.height; y += 7) {
            for (int x = 0; x < kSize.width; x += 7) {
                ASSERT_NE(picture.pixel(x, y)[0], 0) << x << ", " << y << " at " << units_per_pixel;
            }
        }
    }
}

TEST_F(TileStoreTest, WithoutAnyTileShowsTheGroundColour) {
    EXPECT_FALSE(store_.draw(view(0, 0, 1), *snapshot(1), *painter_));
    const auto picture = shown();
    EXPECT_EQ(picture.pixel(320, 240)[0], 255);  // white: the snapshot has no background layer
}

TEST_F(TileStoreTest, ForgetsTheTilesOfAnotherMap) {
    const auto rest = view(0, 0, 1);
    finish(snapshot(1), rest);
    store_.clear();
    EXPECT_FALSE(store_.draw(rest, *snapshot(1), *painter_));
}

TEST_F(TileStoreTest, PaintsAMapAnewIntoTheTexturesOfTheLast) {
    const auto rest = view(0, 0, 1);
    finish(snapshot(1), rest);
    for (int step = 1; step < 8; ++step)
        finish(snapshot(1), view(1500 * step, 0, 1));  // as many as may be kept
    const std::size_t textures = store_.texture_count();
    store_.clear();
    finish(snapshot(2), rest);
    EXPECT_TRUE(store_.draw(rest, *snapshot(2), *painter_));
    EXPECT_LE(store_.texture_count(), textures);
}

TEST_F(TileStoreTest, KeepsNoMoreTexturesHoweverFarTheViewGoes) {
    const auto map = snapshot(1);
    finish(map, view(0, 0, 1));
    const std::size_t of_one_view = store_.texture_count();
    for (int step = 1; step < 12; ++step) {
        finish(map, view(3000 * step, 0, 1));
        EXPECT_LE(store_.texture_count(), 2 * of_one_view) << "after " << step << " steps";
    }
}

}  // namespace
}  // namespace jinsha::screen
