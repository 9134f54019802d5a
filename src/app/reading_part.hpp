#pragma once

#include "app/window_part.hpp"

namespace jinsha::app {

/// Large layers that are read while they are looked at: more and more of them is shown, with how far it is
/// and a way to stop.
class ReadingPart final : public WindowPart {
public:
    explicit ReadingPart(WindowContext& context) : context_{context} {}

    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    [[nodiscard]] bool is_reading() const;
    WindowContext& context_;
};

}  // namespace jinsha::app
