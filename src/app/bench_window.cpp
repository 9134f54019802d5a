#include "app/bench_window.hpp"

#include <SFML/OpenGL.hpp>

#include <utility>

namespace jinsha::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kScale = 1;  // of the interface: figures are comparable whatever the desktop says

}  // namespace

Result<BenchWindow> BenchWindow::open(const WindowOptions& options) {
    auto window = MapWindow::open(options, kScale);
    if (!window) return tl::make_unexpected(window.error());
    return BenchWindow{std::move(*window)};
}

BenchWindow::Turn BenchWindow::turn(std::span<const sf::Event> events) {
    window_->take_events();  // of the display: not ours
    const auto frames_before = window_->frames_;
    const auto start = Clock::now();
    for (const sf::Event& event : events) window_->take_event(event);
    window_->turn();
    const bool has_drawn = window_->frames_ != frames_before;
    if (has_drawn) glFinish();
    return {std::chrono::duration<double, std::milli>(Clock::now() - start).count(), has_drawn};
}

bool BenchWindow::wait_until(const std::function<bool()>& is_reached, std::chrono::seconds limit) {
    const auto end = Clock::now() + limit;
    while (!is_reached()) {
        if (Clock::now() > end) return false;
        constexpr double kLookAgainSeconds = 0.05;
        if (!window_->has_more()) window_->wait_->wait(kLookAgainSeconds);
        (void)turn();
        if (is_reached()) return true;
        pace();
    }
    return true;
}

bool BenchWindow::is_complete() const {
    return is_open() && !window_->is_reading() && window_->painter_->is_complete();
}

map::ScreenSize BenchWindow::size() const {
    return window_->window_.size();
}

void BenchWindow::jump_to(const geo::Envelope& box) {
    auto& controller = window_->context_->map->controller;
    const map::View& now = controller.view();
    const double long_ago = 0;  // so the motion has ended already
    controller.fly_to(map::View::showing(box, now.window(), 0, now.units_per_pixel()), long_ago);
    controller.advance(window_->now_s());
    window_->is_dirty_ = true;
}

void BenchWindow::forget_pictures() {
    const MapSession& session = window_->context_->map->session;
    window_->painter_->open(session.snapshot(), session.map().extent, window_->context_->map->icons);
    window_->is_dirty_ = true;
}

double BenchWindow::blit_ms() {
    if (!blit_) {
        blit_ = std::make_unique<BenchBlit>(window_->window_.sfml());
        (void)blit_->draw();  // the first uploads its picture
    }
    return blit_->draw();
}

}  // namespace jinsha::app
