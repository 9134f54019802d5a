#include "ui/stage.hpp"

#include <imgui_internal.h>

namespace jinsha::ui {

void Stage::open(const std::string& name, const Rect& box, PanelTraits traits) {
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                             ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                             ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoFocusOnAppearing |
                             ImGuiWindowFlags_NoNav;
    if (!traits.takes_pointer) flags |= ImGuiWindowFlags_NoInputs;
    ImGui::SetNextWindowPos({box.left, box.top});
    ImGui::SetNextWindowSize({box.width, box.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin(name.c_str(), nullptr, flags);
    ImGui::PopStyleVar(3);
    // Dear ImGui brings to the front what was clicked; here the order of the calls decides.
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    panels_.push_back({name, box, traits, ImGui::GetWindowDrawList(), Fingerprint{{box.left, box.top}}});
}

void Stage::close() {
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::End();
}

}  // namespace jinsha::ui
