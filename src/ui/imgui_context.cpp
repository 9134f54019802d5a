#include "ui/imgui_context.hpp"

#include "ui/input_queue.hpp"

#include <SFML/System/String.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <string>

namespace jinsha::ui {
namespace {

/// Dear ImGui wants a text that lives until the next call.
const char* clipboard_text(void* keep) {
    auto& kept = *static_cast<std::string*>(keep);
    const auto bytes = sf::Clipboard::getString().toUtf8();
    kept.assign(bytes.begin(), bytes.end());
    return kept.c_str();
}

void set_clipboard_text(void*, const char* text) {
    const std::string_view bytes{text};
    sf::Clipboard::setString(sf::String::fromUtf8(bytes.begin(), bytes.end()));
}

}  // namespace

ImGuiOwner::ImGuiOwner(Atlas& atlas) : atlas_{atlas} {
    ImGui::CreateContext(&atlas.imgui());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.GetClipboardTextFn = clipboard_text;
    io.SetClipboardTextFn = set_clipboard_text;
    io.ClipboardUserData = &clipboard_;
    InputQueue::map_keys(io);
    ImGui_ImplOpenGL3_Init("#version 120");
}

ImGuiOwner::~ImGuiOwner() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void ImGuiOwner::upload_fonts() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui::GetIO().FontDefault = atlas_.font(TextStyle::Body);
}

void ImGuiOwner::begin_frame(int width_px, int height_px, double seconds) {
    constexpr double kShortestStep = 1e-4;  // Dear ImGui refuses to stand still
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(std::max(1, width_px)), static_cast<float>(std::max(1, height_px))};
    io.DeltaTime = static_cast<float>(std::max(kShortestStep, seconds));
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void ImGuiOwner::end_frame() {
    ImGui::Render();
}

}  // namespace jinsha::ui
