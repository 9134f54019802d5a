#pragma once

#include "error/error.hpp"
#include "ui/panel_surface.hpp"

#include <SFML/Graphics/Shader.hpp>

#include <filesystem>
#include <memory>

namespace jinsha::ui {

/// Whole pixels of a surface, y down.
struct SurfacePart {
    int left{}, top{}, width{}, height{};
    bool operator==(const SurfacePart&) const = default;
};

/// Draws surfaces into the window with the shaders that the map's pictures are drawn with. Every call needs
/// the window's context.
class PanelPipeline {
public:
    /// `shaders`: the folder with picture.vert, opaque.frag and translucent.frag. The error names the file.
    [[nodiscard]] static Result<PanelPipeline> create(const std::filesystem::path& shaders);

    /// Sets OpenGL up to draw in pixels of the framebuffer that is bound, y down. What SFML does not reset is
    /// as it was after `end`, except that no program is bound.
    void begin(int window_width_px, int window_height_px);
    /// The surface with its upper left corner at (left, top) of the window. What of it hides the map
    /// (`opaque`) is copied, the rest blended.
    void draw(const PanelSurface& surface, int left, int top, const SurfacePart& opaque) const;
    /// All of it blended, and faded: `opacity` from 0 to 1.
    void draw_faded(const PanelSurface& surface, int left, int top, double opacity) const;
    void end() const;

private:
    PanelPipeline(std::unique_ptr<sf::Shader> plain, std::unique_ptr<sf::Shader> faded);

    std::unique_ptr<sf::Shader> plain_, faded_;
};

}  // namespace jinsha::ui
