#include "app/x_connection.hpp"

#include <poll.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace jinsha::app {

namespace {

template <class T>
using Reply = std::unique_ptr<T, XConnection::Freed>;

constexpr int kOutsideThePicture = -10;  // where a window is that is never shown

xcb_window_t make_window(xcb_connection_t* connection, const xcb_screen_t& screen) {
    const xcb_window_t window = xcb_generate_id(connection);
    const std::uint32_t wants = XCB_EVENT_MASK_PROPERTY_CHANGE;  // for now()
    xcb_create_window(connection, XCB_COPY_FROM_PARENT, window, screen.root, kOutsideThePicture,
                      kOutsideThePicture, 1, 1, 0, XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT,
                      XCB_CW_EVENT_MASK, &wants);
    return window;
}

}  // namespace

Result<XConnection> XConnection::open() {
    int screen_number = 0;
    Handle connection{xcb_connect(nullptr, &screen_number)};  // never null
    if (xcb_connection_has_error(connection.get()) != 0) {
        const char* const name = std::getenv("DISPLAY");
        return fail("display '{}': no connection to the X server", name == nullptr ? "" : name);
    }
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(connection.get()));
    for (; screen_number > 0 && screens.rem > 1; --screen_number) xcb_screen_next(&screens);
    const xcb_window_t window = make_window(connection.get(), *screens.data);
    return XConnection{std::move(connection), window};
}

xcb_atom_t XConnection::atom(std::string_view name) const {
    const auto asked = xcb_intern_atom(get(), 0, static_cast<std::uint16_t>(name.size()), name.data());
    const Reply<xcb_intern_atom_reply_t> reply{xcb_intern_atom_reply(get(), asked, nullptr)};
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

xcb_window_t XConnection::owner_of(xcb_atom_t selection) const {
    const auto asked = xcb_get_selection_owner(get(), selection);
    const Reply<xcb_get_selection_owner_reply_t> reply{xcb_get_selection_owner_reply(get(), asked, nullptr)};
    return reply ? reply->owner : xcb_window_t{XCB_WINDOW_NONE};
}

void XConnection::set_property(xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
                               std::span<const std::uint8_t> bytes) {
    xcb_change_property(get(), XCB_PROP_MODE_REPLACE, window, property, type, 8,
                        static_cast<std::uint32_t>(bytes.size()), bytes.data());
}

void XConnection::set_property(xcb_window_t window, xcb_atom_t property, xcb_atom_t type,
                               std::span<const std::uint32_t> words) {
    xcb_change_property(get(), XCB_PROP_MODE_REPLACE, window, property, type, 32,
                        static_cast<std::uint32_t>(words.size()), words.data());
}

std::optional<xcb_timestamp_t> XConnection::now() {
    // As the ICCCM (2.1) advises: nothing is added to a property, and the event about it tells the time.
    const xcb_atom_t property = XCB_ATOM_WM_NAME;
    xcb_change_property(get(), XCB_PROP_MODE_APPEND, window_, property, XCB_ATOM_STRING, 8, 0, nullptr);
    xcb_flush(get());
    while (Event event{xcb_wait_for_event(get())}) {
        if ((event->response_type & 0x7F) == XCB_PROPERTY_NOTIFY) {
            const auto& change = *reinterpret_cast<const xcb_property_notify_event_t*>(event.get());
            if (change.window == window_ && change.atom == property) return change.time;
        }
        passed_over_.push_back(std::move(event));
    }
    return std::nullopt;
}

XConnection::Event XConnection::next_event() {
    while (true) {
        Event event;
        if (!passed_over_.empty()) {
            event = std::move(passed_over_.front());
            passed_over_.pop_front();
        } else {
            event.reset(xcb_poll_for_event(get()));
        }
        constexpr std::uint8_t kError = 0;
        if (!event || event->response_type != kError) return event;
    }
}

bool XConnection::wait(std::chrono::steady_clock::time_point end) {
    using std::chrono::milliseconds;
    xcb_flush(get());
    const auto left = std::chrono::ceil<milliseconds>(end - std::chrono::steady_clock::now());
    pollfd readable{file(), POLLIN, 0};
    return left.count() > 0 && poll(&readable, 1, static_cast<int>(left.count())) > 0;
}

}  // namespace jinsha::app
