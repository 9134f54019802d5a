#include "ui/status_line.hpp"

#include "ui/numbers.hpp"
#include "ui/parts.hpp"

#include <algorithm>
#include <cmath>

namespace jinsha::ui {
namespace {

constexpr float kPadding = 14;
constexpr float kGap = 18;  // between two parts, a dot in its middle

/// A part of the line: drawn in at least the room of `widest`, so that what follows does not tremble while
/// numbers change.
class StatusWriter {
public:
    StatusWriter(Frame& frame, const Rect& box)
        : frame_{frame}, x_{box.left + frame.px(kPadding)}, middle_{box.center().y} {}

    void write(std::string_view text, std::string_view widest, Rgba color) {
        if (text.empty()) return;
        const float room =
            std::max(frame_.width(TextStyle::Small, text), frame_.width(TextStyle::Small, widest));
        if (has_part_) {
            frame_.canvas.text_centered(TextStyle::Small, {x_ - frame_.px(kGap) / 2, middle_},
                                        frame_.canvas.colors().secondary_text, "·");
        }
        has_part_ = true;
        frame_.canvas.text(TextStyle::Small, x_, middle_, color, text);
        x_ += std::ceil(room) + frame_.px(kGap);
    }
    [[nodiscard]] float end() const { return x_; }

private:
    Frame& frame_;
    float x_;
    float middle_;
    bool has_part_{};
};

}  // namespace

void draw_status_line(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame,
                           "status",
                           box,
                           {.takes_pointer = true, .fades_in = false, .reach_px = 0, .opaque_inset_px = 0}};
    Canvas& canvas = frame.canvas;
    const Palette& colors = canvas.colors();
    canvas.fill(box, colors.panel);
    canvas.separator(box.left, box.right(), box.top);

    const Status& status = model.status;
    StatusWriter writer{frame, box};
    const std::string ratio = scale_ratio(status.scale_denominator);
    writer.write(ratio, "1:42\u2009000", colors.secondary_text);
    const std::string zoom = frame.tr("status.zoom", fmt::arg("zoom", zoom_level(status.zoom)));
    writer.write(zoom, frame.tr("status.zoom", fmt::arg("zoom", zoom_level(12.8))), colors.secondary_text);
    // What comes and goes with the pointer stands last, so that nothing else moves.
    std::string place = status.map_crs;
    if (status.pointer_in_map && !place.empty()) {
        place += fmt::format(" {}", map_coordinates(*status.pointer_in_map, status.units_per_px));
    }
    const bool has_pointer = status.pointer_in_map.has_value();
    writer.write(place, has_pointer ? fmt::format("{} 460123, 2942310", status.map_crs) : place,
                 colors.secondary_text);
    if (status.pointer)
        writer.write(degrees_minutes_seconds(*status.pointer, status.ground_metres_per_px),
                     "26°35′25″N 101°36′15″E", colors.text);

    const float right = box.right() - frame.px(kPadding);
    const std::string attribution =
        canvas.metrics().shortened(TextStyle::Small, model.attribution, std::max(0.0F, right - writer.end()));
    if (attribution != "…")
        canvas.text_to_right(TextStyle::Small, right, box.center().y, colors.secondary_text, attribution);
}

}  // namespace jinsha::ui
