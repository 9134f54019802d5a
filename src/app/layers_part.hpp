#pragma once

#include "app/window_part.hpp"

#include <cstdint>

namespace jinsha::app {

/// The list of layers: what it says, and what its eyes show and hide.
class LayersPart final : public WindowPart {
public:
    explicit LayersPart(WindowContext& context) : context_{context} {}

    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    void show_alone(std::uint32_t row);

    WindowContext& context_;
};

}  // namespace jinsha::app
