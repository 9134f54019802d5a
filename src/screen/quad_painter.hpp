#pragma once

#include "error/error.hpp"
#include "map/view.hpp"
#include "screen/shader_program.hpp"
#include "screen/texture.hpp"
#include "style/color.hpp"

#include <filesystem>
#include <span>
#include <vector>

namespace jinsha::screen {

/// A rectangle of a texture on a rectangle of the window; both in pixels from their upper left corner.
struct Quad {
    double left{}, top{}, right{}, bottom{};                      // window
    double from_left{}, from_top{}, from_right{}, from_bottom{};  // texture
    double opacity{1};
};

/// Draws textured rectangles into the framebuffer that is bound. Main thread, window's context.
class QuadPainter {
public:
    /// @param shaders  the folder with picture.vert, opaque.frag, translucent.frag and flat.frag
    [[nodiscard]] static Result<QuadPainter> load(const std::filesystem::path& shaders);

    /// Begins a frame for a window of that size: sets viewport and the GL state all calls here rely on.
    void begin(map::ScreenSize window);
    /// Whole pixels replaced; opacity is not looked at.
    void draw_opaque(const Texture& texture, std::span<const Quad> quads);
    /// Premultiplied colours over what is there.
    void draw_over(const Texture& texture, std::span<const Quad> quads);
    /// One colour over what is there; only the window's side of the quads counts.
    void draw_flat(style::Color color, std::span<const Quad> quads);
    /// Leaves GL as it was found: no program, no texture, no blending.
    void end();

private:
    struct Vertex {
        float x, y, u, v, opacity;
    };
    QuadPainter(ShaderProgram opaque, ShaderProgram translucent, ShaderProgram flat);
    void use(const ShaderProgram& program) const;
    void draw(std::span<const Quad> quads, double texture_width, double texture_height);

    ShaderProgram opaque_, translucent_, flat_;
    map::ScreenSize window_;
    std::vector<Vertex> vertices_;  // kept for its memory
};

}  // namespace jinsha::screen
