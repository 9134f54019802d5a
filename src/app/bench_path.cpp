#include "app/bench_path.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <numbers>

namespace jinsha::app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kPatience{120};
constexpr int kFramesPerBlit = 4;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Pixel {
    int x{}, y{};
};

sf::Event pointer_event(sf::Event::EventType type, Pixel at) {
    sf::Event event{};
    event.type = type;
    if (type == sf::Event::MouseMoved) {
        event.mouseMove = {at.x, at.y};
    } else {
        event.mouseButton = {sf::Mouse::Left, at.x, at.y};
    }
    return event;
}

sf::Event wheel_event(float notches, Pixel at) {
    sf::Event event{};
    event.type = sf::Event::MouseWheelScrolled;
    event.mouseWheelScroll = {sf::Mouse::VerticalWheel, notches, at.x, at.y};
    return event;
}

class Path {
public:
    Path(BenchWindow& window, BenchFigures& figures) : window_{window}, figures_{figures} {}

    bool come_to_rest() {
        return window_.wait_until([this] { return window_.is_complete() && !window_.is_working(); },
                                  kPatience);
    }

    /// Once around a circle and back to its beginning, so that the second time every tile is there.
    bool pan_over_finished_tiles() {
        std::vector<double> warming;
        drag_around(warming, 240);
        if (!come_to_rest()) return false;
        drag_around(figures_.pan_ms, 240);
        return come_to_rest();
    }

    /// From a view without any picture, until there is nothing left to paint or the way is long enough.
    bool pan_while_painting(const NamedBox& view) {
        constexpr int kMostFrames = 60;
        constexpr int kStepPx = 12;
        window_.jump_to(view.box);
        if (!come_to_rest()) return false;
        window_.forget_pictures();
        Pixel at = middle();
        press(at);
        for (int i = 0; i < kMostFrames; ++i) {
            at.x += i < kMostFrames / 2 ? kStepPx : -kStepPx;
            const auto frame = move(at);
            if (window_.is_working()) figures_.pan_painting_ms.push_back(frame.ms);
            if (i % kFramesPerBlit == 0) figures_.blit_ms.push_back(window_.blit_ms());
            window_.pace();
        }
        release(at);
        return come_to_rest();
    }

    bool zoom(const NamedBox& view) {
        window_.jump_to(view.box);
        if (!come_to_rest()) return false;
        for (const float notches : {1.F, 1.F, -1.F, -1.F, 1.F, 1.F}) {
            const sf::Event wheel = wheel_event(notches, middle());
            const auto start = Clock::now();
            add_frame(window_.turn({&wheel, 1}), figures_.zoom_ms);
            bool is_sharp = false;
            while (!is_sharp) {
                if (ms_since(start) > 1e3 * static_cast<double>(kPatience.count())) return false;
                window_.pace();
                const bool was_moving = window_.is_moving();
                const auto frame = window_.turn();
                if (was_moving) add_frame(frame, figures_.zoom_ms);
                is_sharp = frame.has_drawn && !window_.is_moving() && window_.is_sharp();
            }
            figures_.sharp_after_zoom_ms.push_back(ms_since(start));
            figures_.blit_ms.push_back(window_.blit_ms());
            if (!come_to_rest()) return false;
        }
        return true;
    }

    bool jump(const NamedBox& view) {
        constexpr int kTimes = 5;
        for (int i = 0; i < kTimes; ++i) {
            window_.forget_pictures();
            const auto start = Clock::now();
            window_.jump_to(view.box);
            if (!window_.wait_until([this] { return window_.is_complete(); }, kPatience)) return false;
            figures_.jump_complete_ms.push_back(ms_since(start));
            figures_.jump_views.push_back(view.name);
            if (!come_to_rest()) return false;
        }
        return true;
    }

    /// On a lattice over the window.
    void pick() {
        constexpr int kColumns = 16, kRows = 9;
        const auto [width, height] = window_.size();
        for (int i = 0; i < kColumns * kRows; ++i) {
            const geo::ScreenPoint at{(i % kColumns + 0.5) * width / kColumns,
                                      (i / kColumns + 0.5) * height / kRows};
            const auto start = Clock::now();
            window_.pick_at(at);
            figures_.pick_ms.push_back(ms_since(start));
        }
    }

private:
    [[nodiscard]] Pixel middle() const { return {window_.size().width / 2, window_.size().height / 2}; }

    static void add_frame(const BenchWindow::Turn& turn, std::vector<double>& times) {
        if (turn.has_drawn) times.push_back(turn.ms);
    }

    void press(Pixel at) {
        const std::array events{pointer_event(sf::Event::MouseMoved, at),
                                pointer_event(sf::Event::MouseButtonPressed, at)};
        (void)window_.turn(events);
    }
    BenchWindow::Turn move(Pixel to) {
        const sf::Event event = pointer_event(sf::Event::MouseMoved, to);
        return window_.turn({&event, 1});
    }
    void release(Pixel at) {
        const sf::Event event = pointer_event(sf::Event::MouseButtonReleased, at);
        (void)window_.turn({&event, 1});
    }

    void drag_around(std::vector<double>& times, int frames) {
        constexpr double kRadiusPx = 240;
        const Pixel start = middle();
        press(start);
        for (int i = 1; i <= frames; ++i) {
            const double angle = 2 * std::numbers::pi * i / frames;
            const Pixel to{start.x + static_cast<int>(std::lround(kRadiusPx * std::sin(angle))),
                           start.y + static_cast<int>(std::lround(kRadiusPx * (1 - std::cos(angle)) / 2))};
            add_frame(move(to), times);
            if (i % kFramesPerBlit == 0) figures_.blit_ms.push_back(window_.blit_ms());
        }
        release(start);
    }

    BenchWindow& window_;
    BenchFigures& figures_;
};

}  // namespace

bool go_along_path(BenchWindow& window, const std::vector<NamedBox>& views, BenchFigures& figures) {
    Path path{window, figures};
    if (!path.come_to_rest() || !path.pan_over_finished_tiles()) return false;
    for (const NamedBox& view : views) {
        if (!path.pan_while_painting(view) || !path.zoom(view) || !path.jump(view)) return false;
        path.pick();
    }
    return true;
}

}  // namespace jinsha::app
