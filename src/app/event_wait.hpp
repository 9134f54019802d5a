#pragma once

namespace jinsha::app {

/// Lets the main thread sleep until something happens: an event of the window, a worker that finished
/// something, or a time. SFML's own waiting asks every 10 ms instead, and knows nothing of workers.
class EventWait {
public:
    /// Needs the window's GL context to be active (its X connection is waited on).
    EventWait();
    ~EventWait();
    EventWait(const EventWait&) = delete;
    EventWait& operator=(const EventWait&) = delete;

    /// Ends the wait under way or the next one. Any thread.
    void wake() noexcept;
    /// To be called when all events of the window have been taken, so that those that came since are noticed.
    void note_drained();
    /// Sleeps for `seconds` at most (< 0: without end). True when wake() was called since the last wait.
    bool wait(double seconds);

private:
    void* display_;  // X11's Display; its headers stay out of here
    int wake_fd_;
    int left_in_queue_{};  // events that are not our window's
};

}  // namespace jinsha::app
