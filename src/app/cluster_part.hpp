#pragma once

#include "app/window_part.hpp"

#include <cstdint>
#include <functional>

namespace jinsha::app {

/// Clusters that are clicked: the view flies to where one falls apart, or its members are spread around it.
/// Asked before IdentifyPart, as a click on a cluster selects nothing.
class ClusterPart final : public WindowPart {
public:
    ClusterPart(WindowContext& context, std::function<double()> now_s);

    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    void update(double now_s) override;

private:
    [[nodiscard]] bool take_click(geo::ScreenPoint at);
    void open(std::uint32_t cluster);
    bool close();

    WindowContext& context_;
    std::function<double()> now_s_;
};

}  // namespace jinsha::app
