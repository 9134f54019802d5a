#pragma once

#include "tools/tool.hpp"

namespace jinsha::tools {

/// A double click comes one level closer, with Shift or the right button one level back; what is under the
/// pointer stays there.
class DoubleClickZoomTool final : public Tool {
public:
    Answer handle(const Event& event) override;
};

}  // namespace jinsha::tools
