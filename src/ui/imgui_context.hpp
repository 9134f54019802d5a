#pragma once

#include "ui/atlas.hpp"

#include <string>

namespace jinsha::ui {

/// Owns the context of Dear ImGui and its OpenGL part. One per program; the window's context must be active
/// in every call.
class ImGuiOwner {
public:
    /// `atlas` must live longer.
    explicit ImGuiOwner(Atlas& atlas);
    ImGuiOwner(const ImGuiOwner&) = delete;
    ImGuiOwner& operator=(const ImGuiOwner&) = delete;
    ~ImGuiOwner();

    /// After the atlas was built.
    void upload_fonts();
    void begin_frame(int width_px, int height_px, double seconds);
    /// What was drawn stays to be read until the next frame begins.
    void end_frame();

private:
    Atlas& atlas_;
    std::string clipboard_;
};

}  // namespace jinsha::ui
