#pragma once

#include "app/bench_blit.hpp"
#include "app/identify_part.hpp"
#include "app/map_window.hpp"
#include "error/error.hpp"

#include <SFML/Window/Event.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace jinsha::app {

/// A map window under the hands of a benchmark: events come in where those of a user would, and every turn of
/// its loop is timed from the event to the end of all drawing. Main thread.
class BenchWindow {
public:
    [[nodiscard]] static Result<BenchWindow> open(const WindowOptions& options);

    struct Turn {
        double ms{};
        bool has_drawn{};
    };
    /// One turn of the window's loop, at once.
    Turn turn(std::span<const sf::Event> events = {});
    /// Sleeps as the window would between two frames.
    void pace() const { window_->pace(); }
    /// Turns, asleep in between as the window would be, until `is_reached` or `limit` has passed; false then.
    bool wait_until(const std::function<bool()>& is_reached, std::chrono::seconds limit);

    /// The map is open and the last frame showed all there is of its view.
    [[nodiscard]] bool is_complete() const;
    /// Every pixel of the map comes from a tile of the view's scale.
    [[nodiscard]] bool is_sharp() const { return is_open() && window_->painter_->is_sharp(); }
    /// Workers paint or place, if only for what may be looked at next.
    [[nodiscard]] bool is_working() const { return window_->painter_->is_working(); }
    [[nodiscard]] bool is_open() const { return window_->context_->map.has_value(); }
    [[nodiscard]] bool is_moving() const { return window_->context_->is_moving(); }
    /// Why the map could not be opened; empty as long as it may be.
    [[nodiscard]] const std::string& opening_error() const { return window_->opening_error_; }

    [[nodiscard]] const map::LoadedMap& map() const { return window_->context_->map->session.map(); }
    [[nodiscard]] map::ScreenSize size() const;
    [[nodiscard]] const map::View& view() const { return window_->context_->map->controller.view(); }
    /// Shows `box` as large as possible, without a motion.
    void jump_to(const geo::Envelope& box);
    /// Forgets all pictures of the map, as if it had just been opened.
    void forget_pictures();
    void pick_at(geo::ScreenPoint at) const { (void)met_at(*window_->context_, at); }
    /// The reference. Its first call makes what it needs; not to be called before the opening was timed.
    [[nodiscard]] double blit_ms();

private:
    explicit BenchWindow(std::unique_ptr<MapWindow> window) : window_{std::move(window)} {}

    std::unique_ptr<MapWindow> window_;
    std::unique_ptr<BenchBlit> blit_;
};

}  // namespace jinsha::app
