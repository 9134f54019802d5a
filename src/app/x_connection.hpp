#pragma once

#include "error/error.hpp"

#include <xcb/xcb.h>

#include <chrono>
#include <cstdlib>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace jinsha::app {

/// A connection to the X server beside SFML's, with a window that is never shown: what other programs talk to
/// about the clipboard. XCB rather than Xlib, whose one error handler for the whole process would end the
/// program when a window that asked for the picture is gone. One thread at a time.
class XConnection {
public:
    struct Freed {
        void operator()(void* memory) const noexcept { std::free(memory); }
    };
    using Event = std::unique_ptr<xcb_generic_event_t, Freed>;

    /// To the server that DISPLAY names. The error says which.
    [[nodiscard]] static Result<XConnection> open();

    [[nodiscard]] xcb_connection_t* get() const noexcept { return connection_.get(); }
    [[nodiscard]] xcb_window_t window() const noexcept { return window_; }
    /// To be polled for reading; events may be waiting all the same (next_event).
    [[nodiscard]] int file() const noexcept { return xcb_get_file_descriptor(get()); }
    [[nodiscard]] bool is_broken() const noexcept { return xcb_connection_has_error(get()) != 0; }

    /// XCB_ATOM_NONE when the connection is broken.
    [[nodiscard]] xcb_atom_t atom(std::string_view name) const;
    [[nodiscard]] xcb_window_t owner_of(xcb_atom_t selection) const;
    void set_property(xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
                      std::span<const std::uint8_t> bytes);
    void set_property(xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
                      std::span<const std::uint32_t> words);
    /// The server's clock, which no event has told yet. None when the connection is broken.
    [[nodiscard]] std::optional<xcb_timestamp_t> now();

    /// The next event, if there is one. Errors of the server are left out: they come from windows of others
    /// that are gone.
    [[nodiscard]] Event next_event();
    /// Sends what was asked for, then sleeps until there is something to read, or until `end`. False at the
    /// end.
    [[nodiscard]] bool wait(std::chrono::steady_clock::time_point end);

private:
    struct Disconnect {
        void operator()(xcb_connection_t* connection) const noexcept { xcb_disconnect(connection); }
    };
    using Handle = std::unique_ptr<xcb_connection_t, Disconnect>;
    XConnection(Handle connection, xcb_window_t window)
        : connection_{std::move(connection)}, window_{window} {}

    Handle connection_;
    xcb_window_t window_;
    std::deque<Event> passed_over_;  // while an answer was waited for
};

}  // namespace jinsha::app
