#pragma once

#include "ui/panel_pipeline.hpp"
#include "ui/panel_surface.hpp"
#include "ui/stage.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::ui {

/// Keeps each panel in a texture and draws the textures over the map. A panel is painted again only when what
/// it draws has changed; one that only moves is not. Every call needs the window's context.
class Compositor {
public:
    explicit Compositor(PanelPipeline pipeline) : pipeline_{std::move(pipeline)} {}

    /// Takes over the panels of a frame; call after ImGui::Render. `atlas_revision`: pictures made with
    /// another atlas are painted again.
    void update(const std::vector<StagedPanel>& panels, std::uint64_t atlas_revision);
    /// Draws the panels as last taken over into the framebuffer that is bound, a window of that size. Leaves
    /// the fixed pipeline of OpenGL as it found it, but no shader bound.
    void draw(int window_width_px, int window_height_px, double seconds, bool reduced_motion);

    /// A panel is fading in.
    [[nodiscard]] bool is_fading() const noexcept { return is_fading_; }
    /// How many panels were painted since the program started; for tests and measurements.
    [[nodiscard]] std::uint64_t painted_count() const noexcept { return painted_count_; }

private:
    struct Kept {
        PanelSurface surface;
        std::uint64_t fingerprint{};
        bool is_painted{};
        int left_px{}, top_px{};
        SurfacePart opaque;  // hides what is below; empty when there is none
        double opacity{1};
        bool is_staged{};
    };
    Kept& kept_for(const StagedPanel& panel, int width_px, int height_px);
    void paint(Kept& kept, const StagedPanel& panel);

    PanelPipeline pipeline_;
    std::map<std::string, Kept> kept_;
    std::vector<Kept*> order_;  // lowest first
    bool is_fading_{};
    bool is_first_{true};
    std::uint64_t painted_count_{};
};

}  // namespace jinsha::ui
