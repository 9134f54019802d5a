#include "app/clipboard_client.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstring>

namespace jinsha::app {

namespace {

constexpr std::chrono::seconds kPatience{5};

XConnection opened() {
    auto connection = XConnection::open();
    if (!connection) throw std::runtime_error{connection.error().message()};
    return *std::move(connection);
}

}  // namespace

std::vector<std::uint32_t> ClipboardClient::Property::words() const {
    std::vector<std::uint32_t> words(bytes.size() / 4);
    std::memcpy(words.data(), bytes.data(), words.size() * 4);
    return words;
}

ClipboardClient::ClipboardClient() : x_{opened()}, property_{x_.atom("PASTED")} {}

XConnection::Event ClipboardClient::wait_for(std::uint8_t kind) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    do {
        while (auto event = x_.next_event()) {
            if ((event->response_type & 0x7F) == kind) return event;
        }
    } while (x_.wait(end));
    ADD_FAILURE() << "no event of kind " << int{kind};
    return nullptr;
}

void ClipboardClient::ask(std::string_view selection, std::string_view target, xcb_atom_t property) {
    const auto now = x_.now();
    xcb_convert_selection(x_.get(), x_.window(), atom(selection), atom(target), property, now.value_or(0));
    xcb_flush(x_.get());
}

std::optional<ClipboardClient::Property> ClipboardClient::paste(std::string_view target) {
    parts = 0;
    ask("CLIPBOARD", target, property_);
    const auto event = wait_for(XCB_SELECTION_NOTIFY);
    if (!event) return std::nullopt;
    const auto& answer = reinterpret_cast<const xcb_selection_notify_event_t&>(*event);
    if (answer.property == XCB_ATOM_NONE) return std::nullopt;
    Property first = take_property(property_);
    if (first.type != atom("INCR")) return first;
    return take_in_parts(property_);
}

ClipboardClient::Property ClipboardClient::take_in_parts(xcb_atom_t property) {
    Property all;
    while (const auto event = wait_for(XCB_PROPERTY_NOTIFY)) {
        const auto& change = reinterpret_cast<const xcb_property_notify_event_t&>(*event);
        if (change.atom != property || change.state != XCB_PROPERTY_NEW_VALUE) continue;
        const Property part = take_property(property);
        all.type = part.type;
        all.format = part.format;
        all.bytes.insert(all.bytes.end(), part.bytes.begin(), part.bytes.end());
        if (part.bytes.empty()) break;
        ++parts;
    }
    return all;
}

std::vector<std::uint32_t> ClipboardClient::paste_several(const std::vector<std::uint32_t>& pairs) {
    x_.set_property(x_.window(), property_, atom("ATOM_PAIR"), pairs);
    ask("CLIPBOARD", "MULTIPLE", property_);
    (void)wait_for(XCB_SELECTION_NOTIFY);
    return take_property(property_).words();
}

ClipboardClient::Property ClipboardClient::take_property(xcb_atom_t property) {
    const auto asked =
        xcb_get_property(x_.get(), 1, x_.window(), property, XCB_GET_PROPERTY_TYPE_ANY, 0, 1U << 24);
    const std::unique_ptr<xcb_get_property_reply_t, XConnection::Freed> reply{
        xcb_get_property_reply(x_.get(), asked, nullptr)};
    if (!reply) return {};
    const auto* const bytes = static_cast<const std::uint8_t*>(xcb_get_property_value(reply.get()));
    return {reply->type, reply->format, {bytes, bytes + xcb_get_property_value_length(reply.get())}};
}

void ClipboardClient::own(std::string_view selection) {
    const auto now = x_.now();
    xcb_set_selection_owner(x_.get(), x_.window(), atom(selection), now.value_or(0));
    (void)owns(selection);  // waits until it is done
}

bool ClipboardClient::owns(std::string_view selection) {
    return x_.owner_of(atom(selection)) == x_.window();
}

}  // namespace jinsha::app
