#pragma once

#include "geo/envelope.hpp"
#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "screen/composition.hpp"
#include "screen/quad_painter.hpp"
#include "screen/texture.hpp"
#include "screen/tile_wishes.hpp"
#include "screen/tile_workshop.hpp"
#include "work/worker_pool.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace jinsha::screen {

/// The tiles of a window: has them painted, keeps them as textures and draws the picture of a view from the
/// best it has. Pictures of an older revision or another scale are shown until the right ones are there.
/// Main thread, window's context.
class TileStore {
public:
    /// @param wake  called by a worker when a tile waits to be uploaded
    TileStore(work::WorkerPool& pool, PaintRect paint, std::function<void()> wake);

    /// Asks for what `rest` and its surroundings need, and uploads finished tiles until `budget` is used up
    /// (at least one), into the textures that were not used for longest once there are enough. True when
    /// there are new tiles.
    bool update(const std::shared_ptr<const scene::MapSnapshot>& snapshot, const geo::Envelope& extent,
                const map::View& rest, std::chrono::microseconds budget);

    /// Draws into the framebuffer that is bound, all of the window. True when every pixel comes from a tile
    /// painted for this view.
    bool draw(const map::View& view, const scene::MapSnapshot& snapshot, QuadPainter& painter);

    /// `to` differs from the snapshot `from` only by features within `places` (map coordinates): tiles out of
    /// their reach serve on.
    void carry_over(std::uint64_t from, const scene::MapSnapshot& to, std::span<const geo::Envelope> places);

    /// Finished tiles wait for the next update, because the last one used up its budget.
    [[nodiscard]] bool has_waiting() const { return workshop_.has_finished(); }
    /// Nothing is being painted, also nothing that the window does not show.
    [[nodiscard]] bool is_idle() const { return workshop_.is_idle(); }
    /// A megabyte each.
    [[nodiscard]] std::size_t texture_count() const noexcept { return kept_.size() + spare_.size(); }
    /// Forgets all tiles (another map is opened).
    void clear();

private:
    struct Kept {
        Texture texture;
        std::uint64_t last_used{};  // frame
    };

    [[nodiscard]] Heading heading_to(const map::View& rest);
    [[nodiscard]] bool upload(std::chrono::microseconds budget, std::size_t most_textures);
    [[nodiscard]] Texture take_texture(std::size_t most_textures);
    [[nodiscard]] Texture take_oldest();
    void draw_exact(const TilePlacement& tile, map::ScreenSize window) const;

    TileWorkshop workshop_;
    std::unordered_map<scene::TileKey, Kept, scene::TileKeyHash> kept_;
    std::vector<Texture> spare_;
    std::vector<scene::TileKey> available_;  // keys of kept_
    std::uint64_t frame_{};
    std::optional<map::View> last_rest_;
    Heading heading_;  // smoothed over a few updates
};

}  // namespace jinsha::screen
