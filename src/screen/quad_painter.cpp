#include "screen/quad_painter.hpp"

#include "screen/gl.hpp"

#include <algorithm>
#include <utility>

namespace jinsha::screen {

namespace {

// The places that picture.vert's inputs are read from: those of the compatibility profile, which need no
// binding.
constexpr GLsizei kFloats = 5;

}  // namespace

Result<QuadPainter> QuadPainter::load(const std::filesystem::path& shaders) {
    const auto vertex = shaders / "picture.vert";
    auto opaque = ShaderProgram::load(vertex, shaders / "opaque.frag");
    if (!opaque) return tl::make_unexpected(opaque.error());
    auto translucent = ShaderProgram::load(vertex, shaders / "translucent.frag");
    if (!translucent) return tl::make_unexpected(translucent.error());
    auto flat = ShaderProgram::load(vertex, shaders / "flat.frag");
    if (!flat) return tl::make_unexpected(flat.error());
    return QuadPainter{std::move(*opaque), std::move(*translucent), std::move(*flat)};
}

QuadPainter::QuadPainter(ShaderProgram opaque, ShaderProgram translucent, ShaderProgram flat)
    : opaque_{std::move(opaque)}, translucent_{std::move(translucent)}, flat_{std::move(flat)} {}

void QuadPainter::begin(map::ScreenSize window) {
    window_ = window;
    glViewport(0, 0, window.width, window.height);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_SCISSOR_TEST);
    glBindBuffer(GL_ARRAY_BUFFER, 0);
    glActiveTexture(GL_TEXTURE0);
}

void QuadPainter::draw_opaque(const Texture& texture, std::span<const Quad> quads) {
    glDisable(GL_BLEND);
    glBindTexture(GL_TEXTURE_2D, texture.name());
    use(opaque_);
    draw(quads, texture.width_px(), texture.height_px());
}

void QuadPainter::draw_over(const Texture& texture, std::span<const Quad> quads) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindTexture(GL_TEXTURE_2D, texture.name());
    const bool is_faded = std::ranges::any_of(quads, [](const Quad& quad) { return quad.opacity < 1; });
    use(is_faded ? translucent_ : opaque_);  // what is not faded may take the fast path
    draw(quads, texture.width_px(), texture.height_px());
}

void QuadPainter::draw_flat(style::Color color, std::span<const Quad> quads) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    use(flat_);
    glUniform4f(flat_.uniform("u_color"), static_cast<float>(color.r), static_cast<float>(color.g),
                static_cast<float>(color.b), static_cast<float>(color.a));
    draw(quads, 1, 1);
}

void QuadPainter::end() {
    glDisable(GL_BLEND);
    glUseProgram(0);
    glBindTexture(GL_TEXTURE_2D, 0);
}

void QuadPainter::use(const ShaderProgram& program) const {
    program.use();
    glUniform2f(program.uniform("u_window_px"), static_cast<float>(window_.width),
                static_cast<float>(window_.height));
}

void QuadPainter::draw(std::span<const Quad> quads, double texture_width, double texture_height) {
    vertices_.clear();
    for (const Quad& q : quads) {
        const auto add = [&](double x, double y, double u, double v) {
            vertices_.push_back({static_cast<float>(x), static_cast<float>(y),
                                 static_cast<float>(u / texture_width),
                                 static_cast<float>(v / texture_height), static_cast<float>(q.opacity)});
        };
        add(q.left, q.top, q.from_left, q.from_top);
        add(q.right, q.top, q.from_right, q.from_top);
        add(q.right, q.bottom, q.from_right, q.from_bottom);
        add(q.left, q.bottom, q.from_left, q.from_bottom);
    }
    if (vertices_.empty()) return;
    constexpr GLsizei kStride = kFloats * sizeof(float);
    glEnableClientState(GL_VERTEX_ARRAY);
    glEnableClientState(GL_TEXTURE_COORD_ARRAY);
    glVertexPointer(2, GL_FLOAT, kStride, &vertices_.front().x);
    glTexCoordPointer(3, GL_FLOAT, kStride, &vertices_.front().u);  // u, v, opacity
    glDrawArrays(GL_QUADS, 0, static_cast<GLsizei>(vertices_.size()));
    glDisableClientState(GL_TEXTURE_COORD_ARRAY);
    glDisableClientState(GL_VERTEX_ARRAY);
}

}  // namespace jinsha::screen
