#pragma once

#include "app/view_copy.hpp"
#include "app/window_part.hpp"

#include <functional>

namespace jinsha::app {

/// "Copy this view": the map as a picture on the clipboard, and a note of what becomes of it.
class CopyViewPart final : public WindowPart {
public:
    CopyViewPart(WindowContext& context, std::function<void()> wake);

    [[nodiscard]] bool has_news() const override { return copy_.has_result(); }
    void update(double now_s) override;

private:
    void copy();

    WindowContext& context_;
    ViewCopy copy_;
};

}  // namespace jinsha::app
