#include "app/full_screen.hpp"

#include <array>
#include <utility>

namespace jinsha::app {

namespace {

constexpr std::uint32_t kToggle = 2;           // EWMH: _NET_WM_STATE_TOGGLE
constexpr std::uint32_t kFromApplication = 1;  // EWMH: source indication

template <class T>
using Reply = std::unique_ptr<T, XConnection::Freed>;

xcb_window_t root_of(xcb_connection_t* connection) {
    return xcb_setup_roots_iterator(xcb_get_setup(connection)).data->root;
}

/// Managers that know EWMH leave this property on the root window.
bool has_manager(const XConnection& x) {
    const auto asked = xcb_get_property(x.get(), 0, root_of(x.get()), x.atom("_NET_SUPPORTING_WM_CHECK"),
                                        XCB_ATOM_WINDOW, 0, 1);
    const Reply<xcb_get_property_reply_t> reply{xcb_get_property_reply(x.get(), asked, nullptr)};
    return reply && xcb_get_property_value_length(reply.get()) > 0;
}

void ask_manager(const XConnection& x, xcb_window_t window) {
    xcb_client_message_event_t message{};
    message.response_type = XCB_CLIENT_MESSAGE;
    message.format = 32;
    message.window = window;
    message.type = x.atom("_NET_WM_STATE");
    message.data.data32[0] = kToggle;
    message.data.data32[1] = x.atom("_NET_WM_STATE_FULLSCREEN");
    message.data.data32[3] = kFromApplication;
    xcb_send_event(x.get(), 0, root_of(x.get()),
                   XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT | XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY,
                   reinterpret_cast<const char*>(&message));
}

}  // namespace

Result<void> FullScreen::toggle() {
    if (x_ && x_->is_broken()) x_.reset();
    if (!x_) {
        auto connected = XConnection::open();
        if (!connected) return tl::make_unexpected(connected.error());
        x_ = *std::move(connected);
    }
    if (has_manager(*x_)) {
        ask_manager(*x_, window_);
    } else if (before_) {
        put(*std::exchange(before_, std::nullopt));
    } else if (const auto screen = place_of(root_of(x_->get()))) {
        before_ = place_of(window_);
        put(*screen);
    }
    xcb_flush(x_->get());
    return {};
}

std::optional<FullScreen::Place> FullScreen::place_of(xcb_window_t window) const {
    const Reply<xcb_get_geometry_reply_t> reply{
        xcb_get_geometry_reply(x_->get(), xcb_get_geometry(x_->get(), window), nullptr)};
    if (!reply) return std::nullopt;
    return Place{reply->x, reply->y, reply->width, reply->height};
}

void FullScreen::put(const Place& place) {
    const std::array<std::uint32_t, 4> values{static_cast<std::uint32_t>(place.x),
                                              static_cast<std::uint32_t>(place.y), place.width, place.height};
    xcb_configure_window(
        x_->get(), window_,
        XCB_CONFIG_WINDOW_X | XCB_CONFIG_WINDOW_Y | XCB_CONFIG_WINDOW_WIDTH | XCB_CONFIG_WINDOW_HEIGHT,
        values.data());
}

}  // namespace jinsha::app
