#pragma once

#include "map/view.hpp"
#include "scene/map_snapshot.hpp"
#include "screen/highlight.hpp"
#include "screen/quad_painter.hpp"
#include "screen/texture.hpp"
#include "work/worker_pool.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace jinsha::screen {

/// Draws highlights over the map: painted by a worker into one picture that is as large as what the window
/// shows of them, scaled while the view zooms. Main thread, window's context.
class HighlightPainter {
public:
    HighlightPainter(work::WorkerPool& pool, std::function<void()> wake);
    ~HighlightPainter();
    HighlightPainter(const HighlightPainter&) = delete;
    HighlightPainter& operator=(const HighlightPainter&) = delete;

    /// The complete list of highlights; what is no longer in it vanishes at once.
    void show(std::vector<Highlight> highlights);
    /// Has the picture painted again when it no longer fits to snapshot or `rest`, and takes finished ones.
    /// True when what is shown changed.
    bool update(const std::shared_ptr<const scene::MapSnapshot>& snapshot, const map::View& rest);
    void draw(const map::View& view, QuadPainter& painter);
    [[nodiscard]] bool is_idle() const;

private:
    /// What a picture is painted for.
    struct Order {
        std::vector<Highlight> highlights;
        std::shared_ptr<const scene::MapSnapshot> snapshot;
        double units_per_pixel{};
        scene::GridRect rect;
        [[nodiscard]] bool fits(const Order& other) const;
    };
    struct Shelf;
    struct Shown {
        Order order;
        std::optional<Texture> texture;  // none: nothing to be seen there
    };

    work::WorkerPool& pool_;
    std::shared_ptr<Shelf> shelf_;  // shared with tasks, which may outlive this
    std::vector<Highlight> highlights_;
    std::optional<Order> ordered_;
    work::Task task_;
    std::optional<Shown> shown_;
    bool has_changed_{};
};

}  // namespace jinsha::screen
