#pragma once

#include "ui/atlas.hpp"
#include "ui/pictures.hpp"
#include "ui/rect.hpp"
#include "ui/stage.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>

namespace jinsha::ui {

/// What panels draw with: texts, icons and shapes at whole physical pixels, into the draw list of the window
/// that is being filled. All places and lengths are physical pixels; `px` makes them of CSS pixels.
class Canvas {
public:
    Canvas(Atlas& atlas, Pictures& pictures, Stage& stage, const Palette& colors, double scale)
        : atlas_{&atlas},
          pictures_{&pictures},
          stage_{&stage},
          colors_{&colors},
          scale_{static_cast<float>(scale)} {}

    [[nodiscard]] const Palette& colors() const { return *colors_; }
    [[nodiscard]] const TextMetrics& metrics() const { return *atlas_; }
    /// Rounded to whole physical pixels; at least 1 for what is not 0.
    [[nodiscard]] float px(float css_px) const;

    /// One line: `x` is its left end, `middle_y` the middle of a Chinese character. Returns its width.
    float text(TextStyle style, float x, float middle_y, Rgba color, std::string_view utf8);
    /// The same, `right` being its right end.
    float text_to_right(TextStyle style, float right, float middle_y, Rgba color, std::string_view utf8);
    float text_centered(TextStyle style, Point center, Rgba color, std::string_view utf8);
    /// With a halo of `halo_px` around it, for text that lies on the map.
    void text_with_halo(TextStyle style, Point center, Rgba color, Rgba halo, float halo_px,
                        std::string_view utf8);

    /// An icon of the store in one colour, its longer side `side_css_px`.
    void icon(const std::string& name, Point center, float side_css_px, Rgba color);
    /// In its own colours.
    void colored_icon(const std::string& name, Point center, float side_css_px);

    /// All of an opaque picture, stretched into `rect`.
    void image(const std::shared_ptr<const image::Image>& picture, const Rect& rect);

    void fill(const Rect& rect, Rgba color, float radius_px = 0);
    void outline(const Rect& rect, Rgba color, float width_px, float radius_px);
    void line(Point from, Point to, Rgba color, float width_px);
    void circle(Point center, float radius_px, Rgba color);
    /// Part of a circle's line, from `from_turn` to `to_turn` clockwise from the top, 1 being the whole.
    void arc(Point center, float radius_px, float from_turn, float to_turn, Rgba color, float width_px);
    /// A horizontal line one physical pixel (at scale 1) thick.
    void separator(float left, float right, float y);
    /// The ground of a panel: shadow, round corners, border.
    void panel(const Rect& rect);
    /// A quiet ground without border (hover tips), with its shadow.
    void tip(const Rect& rect);

    /// What is drawn until the matching end is seen only inside `rect`.
    void begin_clip(const Rect& rect);
    void end_clip();

private:
    /// Adds to the fingerprint of the panel what is about to be drawn.
    template <class... Values>
    void note(char what, Rgba color, const Values&... values) {
        Fingerprint& fingerprint = stage_->fingerprint();
        fingerprint.add_word(static_cast<unsigned char>(what));
        fingerprint.add(color);
        (note_value(fingerprint, values), ...);
    }
    static void note_value(Fingerprint& fingerprint, float length) { fingerprint.add_length(length); }
    static void note_value(Fingerprint& fingerprint, const auto& place) { fingerprint.add(place); }

    [[nodiscard]] static ImDrawList& list() { return *ImGui::GetWindowDrawList(); }
    void shadow(const Rect& rect);
    void picture(const AtlasPicture& picture, Point center, Rgba color);

    Atlas* atlas_;
    Pictures* pictures_;
    Stage* stage_;
    const Palette* colors_;
    float scale_;
};

}  // namespace jinsha::ui
