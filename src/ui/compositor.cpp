#include "ui/compositor.hpp"

#include "ui/gl.hpp"
#include "ui/theme.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>

namespace jinsha::ui {
namespace {

/// Of the panel's surface.
SurfacePart opaque_part(const StagedPanel& panel) {
    if (!panel.traits.opaque_inset_px) return {};
    const int inset = static_cast<int>(*panel.traits.opaque_inset_px);
    const int edge = static_cast<int>(panel.traits.reach_px) + inset;
    return {edge, edge, static_cast<int>(panel.box.width) - 2 * inset,
            static_cast<int>(panel.box.height) - 2 * inset};
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
        kept.is_painted = false;
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
        kept.opaque = opaque_part(panel);
        Fingerprint fingerprint = panel.fingerprint;
        fingerprint.add_word(atlas_revision);
        if (!kept.is_painted || fingerprint.value() != kept.fingerprint) {
            kept.fingerprint = fingerprint.value();
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
    kept.is_painted = true;
    ++painted_count_;
}

void Compositor::draw(int window_width_px, int window_height_px, double seconds, bool reduced_motion) {
    is_fading_ = false;  // also when all panels are hidden while some were still coming
    if (order_.empty() || window_width_px <= 0 || window_height_px <= 0) return;
    pipeline_.begin(window_width_px, window_height_px);
    for (Kept* kept : order_) {
        if (kept->opacity < 1) {
            const double rest = 1 - kept->opacity;
            pipeline_.draw_faded(kept->surface, kept->left_px, kept->top_px, 1 - rest * rest);  // eased out
            kept->opacity = reduced_motion ? 1 : std::min(1.0, kept->opacity + seconds / kMotionSeconds);
            is_fading_ = true;
        } else {
            pipeline_.draw(kept->surface, kept->left_px, kept->top_px, kept->opaque);
        }
    }
    pipeline_.end();
}

}  // namespace jinsha::ui
