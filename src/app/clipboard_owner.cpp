#include "app/clipboard_owner.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace jinsha::app {

namespace {

template <class T>
const T& as(const xcb_generic_event_t& event) {
    return reinterpret_cast<const T&>(event);
}

/// What one request may carry: the ICCCM advises a quarter of what the server takes, so that others get their
/// turn; the rest is enough for most pictures.
std::size_t most_bytes_at_once(xcb_connection_t* connection) {
    constexpr std::size_t kEnough = 256 * 1024;
    const std::size_t server_takes = std::size_t{4} * xcb_get_maximum_request_length(connection);
    return std::min(kEnough, server_takes / 4);
}

/// Server times wrap around every 49 days; of two, the later one is less than half a turn ahead.
bool is_earlier(xcb_timestamp_t a, xcb_timestamp_t b) {
    return static_cast<std::int32_t>(a - b) < 0;
}

}  // namespace

ClipboardOwner::ClipboardOwner(XConnection connection)
    : x_{std::move(connection)},
      atoms_{x_.atom("CLIPBOARD"),    x_.atom("TARGETS"),
             x_.atom("MULTIPLE"),     x_.atom("TIMESTAMP"),
             x_.atom("INCR"),         x_.atom("image/png"),
             x_.atom("ATOM_PAIR"),    x_.atom("CLIPBOARD_MANAGER"),
             x_.atom("SAVE_TARGETS"), x_.atom("JINSHA_TARGETS")},
      most_at_once_{most_bytes_at_once(x_.get())} {}

Result<void> ClipboardOwner::own(std::shared_ptr<const PngBytes> png) {
    const auto now = x_.now();
    if (!now) return fail("the connection to the X server is broken");
    xcb_set_selection_owner(x_.get(), x_.window(), atoms_.clipboard, *now);
    if (x_.owner_of(atoms_.clipboard) != x_.window()) return fail("another program keeps the clipboard");
    png_ = std::move(png);
    owned_since_ = *now;
    return {};
}

bool ClipboardOwner::has_manager() const {
    return x_.owner_of(atoms_.manager) != XCB_WINDOW_NONE;
}

void ClipboardOwner::serve() {
    while (const auto event = x_.next_event()) handle(*event);
    xcb_flush(x_.get());
}

void ClipboardOwner::handle(const xcb_generic_event_t& event) {
    switch (event.response_type & 0x7F) {  // the highest bit says that a program sent it
        case XCB_SELECTION_REQUEST:
            return answer(as<xcb_selection_request_event_t>(event));
        case XCB_SELECTION_CLEAR:
            if (as<xcb_selection_clear_event_t>(event).selection == atoms_.clipboard &&
                !is_earlier(as<xcb_selection_clear_event_t>(event).time, owned_since_))
                png_.reset();
            return;
        case XCB_SELECTION_NOTIFY:
            if (as<xcb_selection_notify_event_t>(event).selection == atoms_.manager)
                is_saved_ = as<xcb_selection_notify_event_t>(event).property != XCB_ATOM_NONE;
            return;
        case XCB_PROPERTY_NOTIFY:
            if (as<xcb_property_notify_event_t>(event).state == XCB_PROPERTY_DELETE)
                send_next_part(as<xcb_property_notify_event_t>(event));
            return;
        case XCB_DESTROY_NOTIFY:
            return forget(as<xcb_destroy_notify_event_t>(event).window);
        default:
            return;
    }
}

void ClipboardOwner::answer(const xcb_selection_request_event_t& request) {
    // Old programs name no property and mean the target (ICCCM 2.2).
    const xcb_atom_t property = request.property == XCB_ATOM_NONE ? request.target : request.property;
    const bool is_ours = request.selection == atoms_.clipboard && png_ &&
                         (request.time == XCB_CURRENT_TIME || !is_earlier(request.time, owned_since_));
    const bool is_done = is_ours && convert(request.requestor, request.target, property);
    xcb_selection_notify_event_t reply{};
    reply.response_type = XCB_SELECTION_NOTIFY;
    reply.time = request.time;
    reply.requestor = request.requestor;
    reply.selection = request.selection;
    reply.target = request.target;
    reply.property = is_done ? property : xcb_atom_t{XCB_ATOM_NONE};
    std::array<char, 32> event{};  // the size of every event
    static_assert(sizeof reply <= sizeof event);
    std::copy_n(reinterpret_cast<const char*>(&reply), sizeof reply, event.data());
    xcb_send_event(x_.get(), 0, request.requestor, XCB_EVENT_MASK_NO_EVENT, event.data());
}

bool ClipboardOwner::convert(xcb_window_t to, xcb_atom_t target, xcb_atom_t property) {
    if (target == atoms_.targets) {
        const std::array<std::uint32_t, 4> all{atoms_.targets, atoms_.timestamp, atoms_.multiple, atoms_.png};
        x_.set_property(to, property, XCB_ATOM_ATOM, all);
    } else if (target == atoms_.timestamp) {
        x_.set_property(to, property, XCB_ATOM_INTEGER, std::span<const std::uint32_t>{&owned_since_, 1});
    } else if (target == atoms_.png) {
        send_picture(to, property);
    } else {
        return target == atoms_.multiple && convert_several(to, property);
    }
    return true;
}

/// The property holds pairs of a target and the property it is to be put into; what we cannot give is marked
/// there with no property (ICCCM 2.6.2).
bool ClipboardOwner::convert_several(xcb_window_t to, xcb_atom_t property) {
    constexpr std::uint32_t kMostPairs = 64;
    const auto asked = xcb_get_property(x_.get(), 0, to, property, atoms_.atom_pair, 0, 2 * kMostPairs);
    const std::unique_ptr<xcb_get_property_reply_t, XConnection::Freed> reply{
        xcb_get_property_reply(x_.get(), asked, nullptr)};
    if (!reply || reply->format != 32) return false;
    const auto* const words = static_cast<const std::uint32_t*>(xcb_get_property_value(reply.get()));
    std::vector<std::uint32_t> pairs(words, words + reply->value_len);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const bool is_nested = pairs[i] == atoms_.multiple;
        if (is_nested || !convert(to, pairs[i], pairs[i + 1])) pairs[i + 1] = XCB_ATOM_NONE;
    }
    x_.set_property(to, property, atoms_.atom_pair, pairs);
    return true;
}

void ClipboardOwner::send_picture(xcb_window_t to, xcb_atom_t property) {
    if (png_->size() <= most_at_once_) return x_.set_property(to, property, atoms_.png, *png_);
    // We must hear when a part has been taken, and when the window is gone that wanted it.
    const std::uint32_t wants = XCB_EVENT_MASK_PROPERTY_CHANGE | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(x_.get(), to, XCB_CW_EVENT_MASK, &wants);
    std::erase_if(transfers_, [&](const Transfer& old) { return old.to == to && old.property == property; });
    transfers_.push_back({to, property, png_, 0});
    const auto size = static_cast<std::uint32_t>(png_->size());
    x_.set_property(to, property, atoms_.incr, std::span<const std::uint32_t>{&size, 1});
}

void ClipboardOwner::send_next_part(const xcb_property_notify_event_t& taken) {
    const auto found = std::ranges::find_if(transfers_, [&](const Transfer& transfer) {
        return transfer.to == taken.window && transfer.property == taken.atom;
    });
    if (found == transfers_.end()) return;
    const auto rest = std::span{*found->png}.subspan(found->sent);
    const auto part = rest.first(std::min(rest.size(), most_at_once_));
    x_.set_property(found->to, found->property, atoms_.png, part);
    found->sent += part.size();
    if (!part.empty()) return;  // a part of no bytes ends the transfer
    const xcb_window_t window = found->to;
    transfers_.erase(found);
    if (std::ranges::find(transfers_, window, &Transfer::to) != transfers_.end()) return;
    const std::uint32_t nothing = XCB_EVENT_MASK_NO_EVENT;
    xcb_change_window_attributes(x_.get(), window, XCB_CW_EVENT_MASK, &nothing);
}

void ClipboardOwner::forget(xcb_window_t window) {
    std::erase_if(transfers_, [&](const Transfer& transfer) { return transfer.to == window; });
}

bool ClipboardOwner::hand_over(std::chrono::steady_clock::time_point end) {
    serve();
    if (!png_ || !has_manager()) return false;
    const auto now = x_.now();
    if (!now) return false;
    x_.set_property(x_.window(), atoms_.property, XCB_ATOM_ATOM,
                    std::span<const std::uint32_t>{&atoms_.png, 1});
    is_saved_.reset();
    xcb_convert_selection(x_.get(), x_.window(), atoms_.manager, atoms_.save_targets, atoms_.property, *now);
    while (!is_saved_ && !x_.is_broken()) {
        const bool has_time = x_.wait(end);
        serve();
        if (!has_time) break;
    }
    return is_saved_.value_or(false);
}

}  // namespace jinsha::app
