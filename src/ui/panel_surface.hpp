#pragma once

#include <cstdint>

namespace jinsha::ui {

/// A texture that can be drawn into: owns its GL names, move only. Every call needs the window's context.
class PanelSurface {
public:
    /// Transparent. Both sides > 0.
    PanelSurface(int width_px, int height_px);
    PanelSurface(PanelSurface&& other) noexcept;
    PanelSurface& operator=(PanelSurface&& other) noexcept;
    ~PanelSurface();

    [[nodiscard]] int width_px() const noexcept { return width_px_; }
    [[nodiscard]] int height_px() const noexcept { return height_px_; }
    [[nodiscard]] std::uint32_t texture() const noexcept { return texture_; }

    /// Directs drawing here and makes all transparent. The caller binds what was bound before.
    void begin_painting();

private:
    int width_px_{}, height_px_{};
    std::uint32_t texture_{};
    std::uint32_t framebuffer_{};
};

}  // namespace jinsha::ui
