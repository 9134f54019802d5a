#pragma once

#include "ui/frame.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What panels are put together from.
namespace jinsha::ui {

/// Traits of a panel with a shadow.
[[nodiscard]] PanelTraits floating(const Frame& frame, bool fades_in = false);

/// The ground of something that can be pressed (round, warmed by the pointer), and its focus ring.
Press pressable(Frame& frame, const std::string& id, const Rect& area);

/// A square button with an icon of 16 px in its middle. `tip` says what it does while the pointer rests on
/// it.
[[nodiscard]] bool icon_button(Frame& frame, const std::string& id, const std::string& icon, const Rect& area,
                               std::optional<Rgba> color = std::nullopt, std::string_view tip = {});

/// What an action is called, with its key: "Zoom in  +".
[[nodiscard]] std::string action_tip(const Frame& frame, const Model& model, std::string_view id);

/// A button with a text in the accent colour; its width is that of `text_button_width`.
[[nodiscard]] bool text_button(Frame& frame, const std::string& id, std::string_view text, const Rect& area);
[[nodiscard]] float text_button_width(const Frame& frame, std::string_view text);

/// Lines one below the other, each `line_height` high; returns their height together.
float draw_lines(Frame& frame, TextStyle style, const std::vector<std::string_view>& lines, Point upper_left,
                 float line_height, Rgba color);

/// The thumb of a scroll bar.
void draw_scroll_bar(Frame& frame, const Widgets::Scroll& scroll);

/// A picture of how a layer looks on the map.
void draw_swatch(Frame& frame, const Swatch& swatch, Point center, float side_css_px);

}  // namespace jinsha::ui
