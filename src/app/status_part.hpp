#pragma once

#include "app/window_part.hpp"

#include <optional>

namespace jinsha::app {

/// What map this is, and the line below it: where the pointer is, scale, zoom.
class StatusPart final : public WindowPart {
public:
    explicit StatusPart(WindowContext& context) : context_{context} {}

    void map_opened() override;
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    void update(double now_s) override;

private:
    WindowContext& context_;
    std::optional<geo::ScreenPoint> pointer_;  // while it is over the map
};

}  // namespace jinsha::app
