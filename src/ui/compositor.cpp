#include "ui/compositor.hpp"

#include "ui/gl.hpp"
#include "ui/theme.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace jinsha::ui {
namespace {

/// FNV-1a over 64-bit words, with a final mix.
class Hash {
public:
    void add(std::uint64_t word) { value_ = std::rotl((value_ ^ word) * 0x9E3779B97F4A7C15ULL, 29); }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_{0xCBF29CE484222325ULL};
};

/// A coordinate relative to the panel in 1/64 pixel: a panel that only moved has the same ones.
std::uint64_t relative(float coordinate, float origin) {
    return static_cast<std::uint32_t>(std::lround((coordinate - origin) * 64));
}

/// Of everything that decides how the list looks.
std::uint64_t hash_of(const ImDrawList& list, Point origin, std::uint64_t atlas_revision) {
    Hash hash;
    hash.add(atlas_revision);
    for (const ImDrawVert& vertex : list.VtxBuffer) {
        hash.add(relative(vertex.pos.x, origin.x) << 32 | relative(vertex.pos.y, origin.y));
        hash.add(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(vertex.uv.x)) << 32 |
                 std::bit_cast<std::uint32_t>(vertex.uv.y));
        hash.add(vertex.col);
    }
    for (const ImDrawCmd& command : list.CmdBuffer) {
        hash.add(static_cast<std::uint64_t>(command.ElemCount) << 32 | command.IdxOffset);
        hash.add(relative(command.ClipRect.x, origin.x) << 32 | relative(command.ClipRect.y, origin.y));
        hash.add(relative(command.ClipRect.z, origin.x) << 32 | relative(command.ClipRect.w, origin.y));
    }
    return hash.value();
}

/// The fixed pipeline set up to draw premultiplied textures in pixels of the window, y down; back to what it
/// was at the end.
class PixelPipeline {
public:
    PixelPipeline(int width_px, int height_px) {
        glPushAttrib(GL_ENABLE_BIT | GL_COLOR_BUFFER_BIT | GL_TEXTURE_BIT | GL_CURRENT_BIT |
                     GL_TRANSFORM_BIT | GL_VIEWPORT_BIT);
        glUseProgram(0);
        glViewport(0, 0, width_px, height_px);
        for (const GLenum capability :
             {GL_SCISSOR_TEST, GL_DEPTH_TEST, GL_STENCIL_TEST, GL_CULL_FACE, GL_ALPHA_TEST, GL_LIGHTING}) {
            glDisable(capability);
        }
        glActiveTexture(GL_TEXTURE0);
        glEnable(GL_TEXTURE_2D);
        glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_MODULATE);
        glEnable(GL_BLEND);
        glBlendEquation(GL_FUNC_ADD);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        for (const GLenum mode : {GL_PROJECTION, GL_MODELVIEW, GL_TEXTURE}) {
            glMatrixMode(mode);
            glPushMatrix();
            glLoadIdentity();
        }
        glMatrixMode(GL_PROJECTION);
        glOrtho(0, width_px, height_px, 0, -1, 1);
    }
    PixelPipeline(const PixelPipeline&) = delete;
    PixelPipeline& operator=(const PixelPipeline&) = delete;
    ~PixelPipeline() {
        for (const GLenum mode : {GL_TEXTURE, GL_MODELVIEW, GL_PROJECTION}) {
            glMatrixMode(mode);
            glPopMatrix();
        }
        glPopAttrib();
    }
};

/// `part` (relative to the surface, y down) of a surface whose upper left corner lies at (left, top).
void draw_part(const PanelSurface& surface, float left, float top, const Rect& part) {
    const auto width = static_cast<float>(surface.width_px());
    const auto height = static_cast<float>(surface.height_px());
    const float u0 = part.left / width;
    const float u1 = part.right() / width;
    const float v0 = 1 - part.top / height;  // rows of a texture that was drawn into count from below
    const float v1 = 1 - part.bottom() / height;
    glBegin(GL_QUADS);
    glTexCoord2f(u0, v0), glVertex2f(left + part.left, top + part.top);
    glTexCoord2f(u1, v0), glVertex2f(left + part.right(), top + part.top);
    glTexCoord2f(u1, v1), glVertex2f(left + part.right(), top + part.bottom());
    glTexCoord2f(u0, v1), glVertex2f(left + part.left, top + part.bottom());
    glEnd();
}

}  // namespace

Compositor::Kept& Compositor::kept_for(const StagedPanel& panel, int width_px, int height_px) {
    const auto found = kept_.find(panel.name);
    if (found == kept_.end()) {
        Kept kept{.surface = PanelSurface{width_px, height_px}, .opaque = {}};
        kept.opacity = panel.traits.fades_in && !is_first_ ? 0 : 1;
        return kept_.emplace(panel.name, std::move(kept)).first->second;
    }
    Kept& kept = found->second;
    if (kept.surface.width_px() != width_px || kept.surface.height_px() != height_px) {
        kept.surface = PanelSurface{width_px, height_px};
        kept.hash = 0;
    }
    return kept;
}

void Compositor::update(const std::vector<StagedPanel>& panels, std::uint64_t atlas_revision) {
    for (auto& [name, kept] : kept_) kept.is_staged = false;
    order_.clear();
    for (const StagedPanel& panel : panels) {
        const Rect outer = panel.box.grown(panel.traits.reach_px);
        const int width_px = std::max(1, static_cast<int>(outer.width));
        const int height_px = std::max(1, static_cast<int>(outer.height));
        Kept& kept = kept_for(panel, width_px, height_px);
        kept.is_staged = true;
        kept.left_px = static_cast<int>(outer.left);
        kept.top_px = static_cast<int>(outer.top);
        const std::uint64_t hash = hash_of(*panel.draw_list, {outer.left, outer.top}, atlas_revision);
        if (hash != kept.hash) {
            kept.hash = hash;
            paint(kept, panel);
        }
        order_.push_back(&kept);
    }
    std::erase_if(kept_, [](const auto& entry) { return !entry.second.is_staged; });
    is_first_ = false;
}

void Compositor::paint(Kept& kept, const StagedPanel& panel) {
    GLint framebuffer = 0;
    GLint viewport[4]{};
    glGetIntegerv(GL_FRAMEBUFFER_BINDING, &framebuffer);
    glGetIntegerv(GL_VIEWPORT, viewport);
    kept.surface.begin_painting();
    ImDrawList* list = const_cast<ImDrawList*>(panel.draw_list);  // Dear ImGui asks for it, and only reads
    ImDrawData data;
    data.Valid = true;
    data.CmdLists = &list;
    data.CmdListsCount = 1;
    data.TotalVtxCount = list->VtxBuffer.Size;
    data.TotalIdxCount = list->IdxBuffer.Size;
    data.DisplayPos = {static_cast<float>(kept.left_px), static_cast<float>(kept.top_px)};
    data.DisplaySize = {static_cast<float>(kept.surface.width_px()),
                        static_cast<float>(kept.surface.height_px())};
    data.FramebufferScale = {1, 1};
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer));
    glViewport(viewport[0], viewport[1], viewport[2], viewport[3]);
    ++painted_count_;
}

void Compositor::draw(int window_width_px, int window_height_px, double seconds, bool reduced_motion) {
    if (order_.empty() || window_width_px <= 0 || window_height_px <= 0) return;
    const PixelPipeline pipeline{window_width_px, window_height_px};
    is_fading_ = false;
    for (Kept* kept : order_) {
        const double rest = 1 - kept->opacity;
        const auto shown = static_cast<float>(1 - rest * rest);  // eased out
        glColor4f(shown, shown, shown, shown);
        glBindTexture(GL_TEXTURE_2D, kept->surface.texture());
        draw_part(kept->surface, static_cast<float>(kept->left_px), static_cast<float>(kept->top_px),
                  {0, 0, static_cast<float>(kept->surface.width_px()),
                   static_cast<float>(kept->surface.height_px())});
        const double step = reduced_motion ? 1 : seconds / kMotionSeconds;
        kept->opacity = std::min(1.0, kept->opacity + step);
        is_fading_ = is_fading_ || kept->opacity < 1;
    }
}

}  // namespace jinsha::ui
