#pragma once

#include "app/x_connection.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// Another program on the same display: pastes, copies, and plays the clipboard manager.
class ClipboardClient {
public:
    struct Property {
        xcb_atom_t type{};
        std::uint8_t format{};  // bits
        std::vector<std::uint8_t> bytes;
        [[nodiscard]] std::vector<std::uint32_t> words() const;
    };

    ClipboardClient();

    [[nodiscard]] XConnection& x() { return x_; }
    [[nodiscard]] xcb_atom_t atom(std::string_view name) { return x_.atom(name); }
    /// What the owner of the clipboard gives for `target`, put together when it comes in parts; none when it
    /// declines. Notes the parts.
    [[nodiscard]] std::optional<Property> paste(std::string_view target);
    /// Asks for several targets at once; the words of the answer, pairs of target and property.
    [[nodiscard]] std::vector<std::uint32_t> paste_several(const std::vector<std::uint32_t>& pairs);
    [[nodiscard]] Property take_property(xcb_atom_t property);
    void own(std::string_view selection);
    [[nodiscard]] bool owns(std::string_view selection);
    /// Begins to ask and does not wait for the answer.
    void ask(std::string_view selection, std::string_view target, xcb_atom_t property);
    /// The next event of that kind; fails the test after five seconds.
    [[nodiscard]] XConnection::Event wait_for(std::uint8_t kind);

    std::size_t parts{};  // of the last paste

private:
    [[nodiscard]] Property take_in_parts(xcb_atom_t property);

    XConnection x_;
    xcb_atom_t property_;
};

}  // namespace jinsha::app
