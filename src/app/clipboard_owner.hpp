#pragma once

#include "app/x_connection.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace jinsha::app {

using PngBytes = std::vector<std::uint8_t>;

/// The program's side of the clipboard for a picture, after the Inter-Client Communication Conventions (ICCCM
/// 2.0, chapter 2) and the clipboard manager specification of freedesktop.org. Other programs ask for the
/// picture by events. One thread at a time.
class ClipboardOwner {
public:
    explicit ClipboardOwner(XConnection connection);

    [[nodiscard]] XConnection& connection() noexcept { return x_; }
    /// Makes `png` what is pasted from now on. The error says why the server refused.
    [[nodiscard]] Result<void> own(std::shared_ptr<const PngBytes> png);
    /// Whether what was copied here last is still what is pasted.
    [[nodiscard]] bool is_owner() const noexcept { return png_ != nullptr; }
    /// A program runs that keeps the clipboard when we end.
    [[nodiscard]] bool has_manager() const;
    /// Answers all that was asked.
    void serve();
    /// Lets the manager fetch the picture. False when there is none, when it declines, and when it has not
    /// fetched it by `end`.
    [[nodiscard]] bool hand_over(std::chrono::steady_clock::time_point end);

private:
    struct Atoms {
        xcb_atom_t clipboard, targets, multiple, timestamp, incr, png, atom_pair, manager, save_targets,
            property;
    };
    /// A picture that is too large for one request, on its way to another program in parts: each is sent when
    /// the one before has been taken (ICCCM 2.7.2).
    struct Transfer {
        xcb_window_t to{};
        xcb_atom_t property{};
        std::shared_ptr<const PngBytes> png;
        std::size_t sent{};
    };

    void handle(const xcb_generic_event_t& event);
    void answer(const xcb_selection_request_event_t& request);
    /// Puts what `target` stands for into the property; false when we have no such thing.
    [[nodiscard]] bool convert(xcb_window_t to, xcb_atom_t target, xcb_atom_t property);
    [[nodiscard]] bool convert_several(xcb_window_t to, xcb_atom_t property);
    void send_picture(xcb_window_t to, xcb_atom_t property);
    void send_next_part(const xcb_property_notify_event_t& taken);
    void forget(xcb_window_t window);

    XConnection x_;
    Atoms atoms_;
    std::size_t most_at_once_;             // bytes of a picture in one request
    std::shared_ptr<const PngBytes> png_;  // null: the clipboard is another's
    xcb_timestamp_t owned_since_{};
    std::vector<Transfer> transfers_;
    std::optional<bool> is_saved_;  // the manager's answer
};

}  // namespace jinsha::app
