#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// Arrow keys move the map, with Shift farther.
class KeyNavigationTool final : public Tool {
public:
    /// @param pixel_ratio  physical pixels in one CSS pixel
    explicit KeyNavigationTool(double pixel_ratio) : pixel_ratio_{pixel_ratio} {}

    Answer handle(const Event& event) override;

private:
    double pixel_ratio_;
};

}  // namespace jinsha::tools
