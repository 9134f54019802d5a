#pragma once

#include "app/window_part.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace jinsha::app {

/// A card that stays while another one is opened, so that two can be compared; and the links of cards.
class PinnedPart final : public WindowPart {
public:
    explicit PinnedPart(WindowContext& context);

    void map_closing() override { unpin(); }
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    void pin();
    void unpin();
    void show();
    void open_link(const std::string& address);

    WindowContext& context_;
    std::optional<Met> pinned_;
    std::uint64_t revision_{};  // of the snapshot that the card was made for
    std::string language_;      // that it is in
};

}  // namespace jinsha::app
