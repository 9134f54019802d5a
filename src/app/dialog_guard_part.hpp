#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// While a dialog is open the map under it may be moved, which is how a page gets its place, but nothing on
/// it is chosen or changed: what a tool asks for beyond that is taken and dropped. Comes before the parts
/// that carry such things out.
class DialogGuardPart final : public WindowPart {
public:
    explicit DialogGuardPart(const WindowContext& context) : context_{context} {}

    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;

private:
    const WindowContext& context_;
};

}  // namespace jinsha::app
