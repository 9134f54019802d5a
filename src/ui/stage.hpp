#pragma once

#include "ui/fingerprint.hpp"
#include "ui/rect.hpp"

#include <imgui.h>

#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// How a panel takes part.
struct PanelTraits {
    bool takes_pointer{true};  // false: pointer and wheel go through it to the map
    bool fades_in{};           // when it appears after the first frame
    float reach_px{};          // what it draws may lie this much outside of its box (its shadow)
    /// Further inside of its box than this it hides everything; none: it can be seen through.
    std::optional<float> opaque_inset_px{};
};

/// A panel as it was drawn in this frame. Valid until the next frame begins.
struct StagedPanel {
    std::string name;
    Rect box;
    PanelTraits traits;
    const ImDrawList* draw_list{};
    Fingerprint fingerprint;  // of what was drawn
};

/// The panels of one frame in the order they lie over each other, lowest first.
class Stage {
public:
    /// Opens the panel; everything is drawn into it until close. `name` is unique.
    void open(const std::string& name, const Rect& box, PanelTraits traits);
    void close();

    /// Of the panel that is open; whoever draws adds what it draws.
    [[nodiscard]] Fingerprint& fingerprint() { return panels_.back().fingerprint; }

    void clear() { panels_.clear(); }
    [[nodiscard]] const std::vector<StagedPanel>& panels() const { return panels_; }

private:
    std::vector<StagedPanel> panels_;
};

}  // namespace jinsha::ui
