#pragma once

#include "image/image.hpp"

#include <cstdint>

namespace jinsha::screen {

/// A picture on the graphics card: owns its GL name; move only. All calls need the window's context.
class Texture {
public:
    /// Transparent or undefined content; both sides > 0.
    Texture(int width_px, int height_px);
    Texture(Texture&& other) noexcept;
    Texture& operator=(Texture&& other) noexcept;
    ~Texture();

    [[nodiscard]] int width_px() const noexcept { return width_px_; }
    [[nodiscard]] int height_px() const noexcept { return height_px_; }
    [[nodiscard]] std::uint32_t name() const noexcept { return name_; }

    /// Copies the picture so that its upper left corner lies at (x, y); it must fit.
    void update(const image::Image& picture, int x = 0, int y = 0);
    /// How it is read where it is not drawn pixel on pixel. Nearest by default.
    void set_smooth(bool smooth);
    /// Copies `source` (whole pixels of the texture) to `target` of the framebuffer `height_px` high that is
    /// bound for drawing: the fastest way to draw opaque pixels one to one. The target must lie inside it.
    struct Rect {
        int left{}, top{}, width{}, height{};
    };
    void copy_to_window(Rect source, int target_left, int target_top, int window_height_px) const;

private:
    void release() noexcept;

    int width_px_{}, height_px_{};
    std::uint32_t name_{};
    mutable std::uint32_t framebuffer_{};  // made when it is first copied from
    bool is_smooth_{false};
};

}  // namespace jinsha::screen
