#include "app/event_wait.hpp"

#include <GL/glx.h>
#include <X11/Xlib.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdint>

namespace jinsha::app {

EventWait::EventWait() : display_{glXGetCurrentDisplay()}, wake_fd_{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)} {}

EventWait::~EventWait() {
    close(wake_fd_);
}

void EventWait::wake() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_fd_, &one, sizeof one);  // full is as good as written
}

void EventWait::note_drained() {
    left_in_queue_ = XEventsQueued(static_cast<Display*>(display_), QueuedAlready);
}

bool EventWait::wait(double seconds) {
    auto* const display = static_cast<Display*>(display_);
    XFlush(display);
    // Drawing reads from the connection too, so an event may be in the queue though nothing is left to be
    // read.
    const bool has_events = XEventsQueued(display, QueuedAlready) > left_in_queue_;
    const int timeout_ms = has_events ? 0 : seconds < 0 ? -1 : static_cast<int>(std::ceil(seconds * 1000));
    std::array<pollfd, 2> files{{{ConnectionNumber(display), POLLIN, 0}, {wake_fd_, POLLIN, 0}}};
    poll(files.data(), files.size(), timeout_ms);
    std::uint64_t count = 0;
    return read(wake_fd_, &count, sizeof count) == sizeof count;
}

}  // namespace jinsha::app
