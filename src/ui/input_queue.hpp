#pragma once

#include "ui/keys.hpp"
#include "ui/rect.hpp"
#include "ui/widgets.hpp"

#include <imgui.h>

#include <cstdint>
#include <deque>
#include <string>
#include <variant>

namespace jinsha::ui {

struct PointerMoved {
    Point to;
};
struct PointerLeft {};
struct ButtonChanged {
    bool is_down{};  // of the left button, the only one that panels know
};
struct WheelTurned {
    float notches{};  // up is positive
};
struct TextEntered {
    std::string utf8;
};
using InputEvent =
    std::variant<PointerMoved, PointerLeft, ButtonChanged, WheelTurned, KeyChanged, TextEntered>;

/// Hands events to Dear ImGui, which sees only the state at the beginning of a frame: a button that went down
/// and up between two frames needs two frames, or the click is lost.
class InputQueue {
public:
    /// Tells Dear ImGui which of its keys are which of ours. Once for every context.
    static void map_keys(ImGuiIO& io);

    void push(InputEvent event) { events_.push_back(std::move(event)); }
    [[nodiscard]] bool is_empty() const noexcept { return events_.empty(); }
    /// Hands over events up to the first change of a button or key (inclusive). Returns what the keys mean to
    /// the widgets.
    [[nodiscard]] Widgets::Keys feed(ImGuiIO& io);

private:
    std::deque<InputEvent> events_;
};

}  // namespace jinsha::ui
