#include "ui/panel_pipeline.hpp"

#include "ui/gl.hpp"

#include <array>
#include <utility>

namespace jinsha::ui {
namespace {

Result<std::unique_ptr<sf::Shader>> load_shader(const std::filesystem::path& folder,
                                                const char* fragment_file) {
    const std::filesystem::path vertex = folder / "picture.vert";
    const std::filesystem::path fragment = folder / fragment_file;
    auto shader = std::make_unique<sf::Shader>();
    if (!shader->loadFromFile(vertex.string(), fragment.string())) {
        return fail("{} with {}: is no usable shader", fragment.string(), vertex.string());
    }
    return shader;
}

/// A quad with `part` of a surface whose upper left corner lies at (left, top).
void add_quad(const PanelSurface& surface, int left, int top, const SurfacePart& part, float opacity) {
    const auto corner = [&](int x, int y) {
        const float u = static_cast<float>(x) / static_cast<float>(surface.width_px());
        // Rows of a texture that was drawn into count from below.
        const float v = 1 - static_cast<float>(y) / static_cast<float>(surface.height_px());
        glTexCoord3f(u, v, opacity);
        glVertex2f(static_cast<float>(left + x), static_cast<float>(top + y));
    };
    corner(part.left, part.top);
    corner(part.left + part.width, part.top);
    corner(part.left + part.width, part.top + part.height);
    corner(part.left, part.top + part.height);
}

/// The surface around `hole`: above, left, right and below of it.
std::array<SurfacePart, 4> around(const SurfacePart& hole, const PanelSurface& surface) {
    const int right = hole.left + hole.width;
    const int bottom = hole.top + hole.height;
    return {SurfacePart{0, 0, surface.width_px(), hole.top}, SurfacePart{0, hole.top, hole.left, hole.height},
            SurfacePart{right, hole.top, surface.width_px() - right, hole.height},
            SurfacePart{0, bottom, surface.width_px(), surface.height_px() - bottom}};
}

}  // namespace

PanelPipeline::PanelPipeline(std::unique_ptr<sf::Shader> plain, std::unique_ptr<sf::Shader> faded)
    : plain_{std::move(plain)}, faded_{std::move(faded)} {}

Result<PanelPipeline> PanelPipeline::create(const std::filesystem::path& shaders) {
    auto plain = load_shader(shaders, "opaque.frag");
    if (!plain) return tl::make_unexpected(plain.error());
    auto faded = load_shader(shaders, "translucent.frag");
    if (!faded) return tl::make_unexpected(faded.error());
    return PanelPipeline{*std::move(plain), *std::move(faded)};
}

void PanelPipeline::begin(int window_width_px, int window_height_px) {
    glPushAttrib(GL_ENABLE_BIT | GL_COLOR_BUFFER_BIT | GL_TEXTURE_BIT | GL_CURRENT_BIT | GL_VIEWPORT_BIT);
    glViewport(0, 0, window_width_px, window_height_px);
    for (const GLenum capability :
         {GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE, GL_ALPHA_TEST}) {
        glDisable(capability);
    }
    glActiveTexture(GL_TEXTURE0);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    const sf::Glsl::Vec2 window{static_cast<float>(window_width_px), static_cast<float>(window_height_px)};
    plain_->setUniform("u_window_px", window);
    faded_->setUniform("u_window_px", window);
}

void PanelPipeline::draw(const PanelSurface& surface, int left, int top, const SurfacePart& opaque) const {
    sf::Shader::bind(plain_.get());
    glBindTexture(GL_TEXTURE_2D, surface.texture());
    if (opaque.width > 0 && opaque.height > 0) {
        glDisable(GL_BLEND);
        glBegin(GL_QUADS);
        add_quad(surface, left, top, opaque, 1);
        glEnd();
    }
    glEnable(GL_BLEND);
    glBegin(GL_QUADS);
    for (const SurfacePart& part : around(opaque, surface)) add_quad(surface, left, top, part, 1);
    glEnd();
}

void PanelPipeline::draw_faded(const PanelSurface& surface, int left, int top, double opacity) const {
    sf::Shader::bind(faded_.get());
    glBindTexture(GL_TEXTURE_2D, surface.texture());
    glEnable(GL_BLEND);
    glBegin(GL_QUADS);
    add_quad(surface, left, top, {0, 0, surface.width_px(), surface.height_px()},
             static_cast<float>(opacity));
    glEnd();
}

void PanelPipeline::end() const {
    sf::Shader::bind(nullptr);
    glPopAttrib();
}

}  // namespace jinsha::ui
