#pragma once

#include "ui/keys.hpp"
#include "ui/rect.hpp"

#include <imgui.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// What the pointer or the keyboard does to an area.
struct Press {
    bool is_hovered{};
    bool is_held{};
    bool is_clicked{};
    bool is_focused{};  // has the keyboard, and that is to be seen
    float warmth{};     // 0 to 1: eases in while it is hovered or focused
};

/// Areas that can be pressed, by pointer or by keyboard, and the motion of what they show. Lives as long as
/// the interface; every frame is between begin_frame and end_frame.
class Widgets {
public:
    /// What came from the keyboard since the last frame: text, and then one key at most.
    struct Keys {
        bool next{}, previous{};  // Tab, Shift+Tab
        bool activate{};          // Enter, Space
        bool commit{};            // a field that is written in is to be left, its text taken
        std::string text;         // UTF-8
        std::optional<KeyChanged> pressed;
    };
    void begin_frame(double seconds, bool reduced_motion, Keys keys);
    void end_frame();

    /// An area in the current window. `id` is unique within the current Dear ImGui id stack. What lies
    /// outside of the part that can be seen (see_only) is not pressed.
    [[nodiscard]] Press press(const std::string& id, const Rect& area);

    /// The same for what is reached by other keys than Tab: a row of a long list.
    [[nodiscard]] Press press_pointer(const std::string& id, const Rect& area);
    /// The same for a field with text, over which the pointer looks different.
    [[nodiscard]] Press press_text(const std::string& id, const Rect& area);

    /// What is drawn wants all keys and texts of the next frame (Esc too), Tab among them where `with_tab`.
    void claim_keyboard(bool with_tab);
    [[nodiscard]] bool has_keyboard_claim() const noexcept { return is_claimed_; }
    /// The same for the keys alone that move in a list, Enter and Esc: all others keep their meaning.
    void claim_motion() { claims_motion_ = true; }
    [[nodiscard]] bool has_motion_claim() const noexcept { return claims_motion_; }
    [[nodiscard]] const Keys& keys() const noexcept { return keys_; }

    /// Areas are pressed only inside `visible` until see_all.
    void see_only(const Rect& visible);
    void see_all();

    /// Moves towards 1 while `on`, towards 0 while not, within about kMotionSeconds.
    [[nodiscard]] float eased(ImGuiID id, bool on);

    /// Where a list is scrolled to, in physical pixels from its top, given what the wheel and the scroll bar
    /// did. Draws nothing; `thumb` is where the bar's thumb is, empty when all can be seen.
    struct Scroll {
        float offset_px{};
        Rect thumb;
        bool is_held{};
        float warmth{};
    };
    [[nodiscard]] Scroll scroll(const std::string& id, const Rect& viewport, float content_height_px,
                                float line_height_px);

    /// Scrolls that list, before its scroll(), as far as needed to show what lies there when `top_px` is
    /// another than in the last frame.
    void reveal(const std::string& id, float top_px, float height_px, float viewport_height_px);

    /// What was drawn has changed by what came of it: another frame follows.
    void draw_again() noexcept { is_moving_ = true; }
    /// Something is on its way to where it will rest.
    [[nodiscard]] bool is_moving() const noexcept { return is_moving_; }
    /// An area that can be pressed is under the pointer.
    [[nodiscard]] bool is_over_area() const noexcept { return is_over_area_; }
    [[nodiscard]] bool is_over_text() const noexcept { return is_over_text_; }
    [[nodiscard]] bool has_focus() const noexcept { return focus_ != 0; }
    void drop_focus() noexcept { focus_ = 0; }

private:
    void move_focus(const Keys& keys);
    [[nodiscard]] Press point_at(const std::string& id, const Rect& area) const;

    struct ScrollState {
        float offset_px{};
        float grabbed_at_px{};  // of the thumb's height, while it is held
        std::optional<float> revealed_px;
    };

    std::map<ImGuiID, float> warmths_;
    std::map<ImGuiID, ScrollState> scrolls_;
    std::vector<ImGuiID> order_;  // of the areas of this frame
    Rect visible_;
    bool has_visible_{};
    ImGuiID focus_{};
    Keys keys_;
    bool is_claimed_{}, claims_tab_{}, claims_motion_{};  // by the last frame until the next one has drawn
    float step_{};
    bool is_moving_{};
    bool is_over_area_{};
    bool is_over_text_{};
};

}  // namespace jinsha::ui
