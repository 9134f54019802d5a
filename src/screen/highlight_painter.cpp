#include "screen/highlight_painter.hpp"

#include "paint/painter.hpp"
#include "scene/tile_grid.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <utility>

namespace jinsha::screen {

namespace {

constexpr int kMarginPx = 256;    // painted around the window, for dragging
constexpr double kPriority = -2;  // what the pointer asks for comes before all

scene::GridRect grown(const scene::GridRect& rect, int margin_px) {
    return {rect.left - margin_px, rect.top - margin_px, rect.width + 2 * margin_px,
            rect.height + 2 * margin_px};
}

bool contains(const scene::GridRect& outer, const scene::GridRect& inner) {
    return outer.left <= inner.left && outer.top <= inner.top &&
           inner.left + inner.width <= outer.left + outer.width &&
           inner.top + inner.height <= outer.top + outer.height;
}

/// The pixels of `rect` that `box` may touch; without size when they do not meet.
scene::GridRect clipped(const scene::GridRect& rect, const geo::Envelope& box, const scene::PixelGrid& grid) {
    if (box.is_empty() || !grid.to_map(rect).intersects(box)) return {rect.left, rect.top, 0, 0};
    const auto upper_left = grid.to_grid(geo::MapPoint{box.min_x, box.max_y});
    const auto lower_right = grid.to_grid(geo::MapPoint{box.max_x, box.min_y});
    const double left = std::max(static_cast<double>(rect.left), std::floor(upper_left.x));
    const double top = std::max(static_cast<double>(rect.top), std::floor(upper_left.y));
    const double right = std::min(static_cast<double>(rect.left + rect.width), std::ceil(lower_right.x));
    const double bottom = std::min(static_cast<double>(rect.top + rect.height), std::ceil(lower_right.y));
    return {static_cast<std::int64_t>(left), static_cast<std::int64_t>(top),
            std::max(0, static_cast<int>(right - left)), std::max(0, static_cast<int>(bottom - top))};
}

}  // namespace

struct HighlightPainter::Shelf {
    struct Finished {
        Order order;
        scene::GridRect rect;
        image::Image picture;
    };
    std::mutex mutex;
    std::optional<Finished> finished;
    std::function<void()> wake;

    /// Paints what `order` asks for, on the smallest rectangle that holds it.
    static Finished paint(const Order& order, const std::atomic<bool>& cancelled) {
        const auto grid = order.snapshot->grid(order.units_per_pixel);
        geo::Envelope extent;
        for (const Highlight& highlight : order.highlights) {
            extent.extend(highlight_extent(*order.snapshot, highlight, order.units_per_pixel));
        }
        Finished result{order, clipped(order.rect, extent, grid), {}};
        scene::DisplayList list;
        list.width_px = result.rect.width;
        list.height_px = result.rect.height;
        if (list.width_px == 0 || list.height_px == 0) return result;
        for (const Highlight& highlight : order.highlights) {
            add_highlight(*order.snapshot, highlight, order.units_per_pixel, result.rect, list);
        }
        result.picture = image::Image{list.width_px, list.height_px};
        paint::paint(list, result.picture, cancelled);
        return result;
    }
};

bool HighlightPainter::Order::fits(const Order& other) const {
    return highlights == other.highlights && snapshot == other.snapshot &&
           units_per_pixel == other.units_per_pixel;
}

HighlightPainter::HighlightPainter(work::WorkerPool& pool, std::function<void()> wake)
    : pool_{pool}, shelf_{std::make_shared<Shelf>()} {
    shelf_->wake = std::move(wake);
}

HighlightPainter::~HighlightPainter() {
    task_.cancel();
}

void HighlightPainter::show(std::vector<Highlight> highlights) {
    if (highlights == highlights_) return;
    highlights_ = std::move(highlights);
    shown_.reset();
    has_changed_ = true;
}

bool HighlightPainter::update(const std::shared_ptr<const scene::MapSnapshot>& snapshot,
                              const map::View& rest) {
    if (highlights_.empty()) {
        task_.cancel();
        task_ = {};  // a cancelled task keeps nobody waiting
        ordered_.reset();
        shown_.reset();
        const std::scoped_lock lock{shelf_->mutex};
        shelf_->finished.reset();  // of what is no longer highlighted: nobody would take it
        return std::exchange(has_changed_, false);
    }
    const scene::GridRect window = scene::grid_rect(rest, snapshot->origin);
    Order order{highlights_, snapshot, rest.units_per_pixel(), grown(window, kMarginPx)};
    if (!ordered_ || !ordered_->fits(order) || !contains(ordered_->rect, window)) {
        task_.cancel();
        ordered_ = order;
        task_ = pool_.submit(
            kPriority,
            [order, shelf = shelf_](const std::atomic<bool>& cancelled) {
                auto finished = Shelf::paint(order, cancelled);
                if (cancelled) return;
                const std::scoped_lock lock{shelf->mutex};
                shelf->finished = std::move(finished);
            },
            [shelf = shelf_] { shelf->wake(); });
    }

    std::optional<Shelf::Finished> finished;
    {
        const std::scoped_lock lock{shelf_->mutex};
        finished = std::exchange(shelf_->finished, std::nullopt);
    }
    if (finished && finished->order.highlights == highlights_) {
        finished->order.rect = finished->rect;
        shown_ = Shown{std::move(finished->order), std::nullopt};
        if (!finished->picture.is_empty()) {
            shown_->texture.emplace(finished->picture.width_px(), finished->picture.height_px());
            shown_->texture->update(finished->picture);
        }
        has_changed_ = true;
    }
    return std::exchange(has_changed_, false);
}

void HighlightPainter::draw(const map::View& view, QuadPainter& painter) {
    if (!shown_ || !shown_->texture) return;
    const auto grid = shown_->order.snapshot->grid(shown_->order.units_per_pixel);
    const geo::Envelope box = grid.to_map(shown_->order.rect);
    auto upper_left = view.to_screen({box.min_x, box.max_y});
    auto lower_right = view.to_screen({box.max_x, box.min_y});
    const bool is_at_scale = shown_->order.units_per_pixel == view.units_per_pixel();
    if (is_at_scale) {
        upper_left = {std::round(upper_left.x), std::round(upper_left.y)};
        lower_right = {std::round(lower_right.x), std::round(lower_right.y)};
    }
    shown_->texture->set_smooth(!is_at_scale);
    const Quad quad{upper_left.x,
                    upper_left.y,
                    lower_right.x,
                    lower_right.y,
                    0,
                    0,
                    static_cast<double>(shown_->texture->width_px()),
                    static_cast<double>(shown_->texture->height_px())};
    painter.draw_over(*shown_->texture, {&quad, 1});
}

bool HighlightPainter::is_idle() const {
    const std::scoped_lock lock{shelf_->mutex};
    return task_.is_finished() && !shelf_->finished;
}

}  // namespace jinsha::screen
