#pragma once

#include "ui/frame.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::ui {

/// A panel at the right edge that can be opened by its name (Model::side_panel). One at most is open; what it
/// remembers lives as long as the interface.
class SidePanel {
public:
    virtual ~SidePanel() = default;
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// There is something to show.
    [[nodiscard]] virtual bool is_ready(const Model& model) const = 0;
    /// Draws it into the upper part of `area` and returns what was asked for; `ShowSidePanel{}` closes it.
    [[nodiscard]] virtual Commands draw(Frame& frame, const Model& model, const Rect& area) = 0;
};

/// One of each side panel of the program.
[[nodiscard]] std::vector<std::unique_ptr<SidePanel>> all_side_panels();

inline constexpr float kSidePanelWidth = 328;  // CSS pixels
inline constexpr float kSidePanelHeader = 44;
inline constexpr float kSidePanelPadding = 16;

/// What a side panel is drawn in: the ground with title and the button that closes it, and a body that is
/// scrolled when the area is too low for it. Lives while the body is drawn.
class SidePanelScope {
public:
    SidePanelScope(Frame& frame, const std::string& name, std::string_view title, const Rect& area,
                   float body_height);
    SidePanelScope(const SidePanelScope&) = delete;
    SidePanelScope& operator=(const SidePanelScope&) = delete;
    ~SidePanelScope();

    /// Where the body begins now: left edge inside the padding, top as it is scrolled.
    [[nodiscard]] Point origin() const noexcept { return origin_; }
    /// Between the paddings.
    [[nodiscard]] float width() const noexcept { return width_; }
    [[nodiscard]] bool wants_close() const noexcept { return wants_close_; }

private:
    Frame& frame_;
    Point origin_;
    float width_;
    bool wants_close_{};
    Widgets::Scroll scroll_;
};

}  // namespace jinsha::ui
