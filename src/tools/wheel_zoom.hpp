#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Zooms by half a level a notch, with Ctrl by a quarter; what is under the pointer stays there.
class WheelZoomTool final : public Tool {
public:
    Answer handle(const Event& event) override;
};

}  // namespace jinsha::tools
