#include "ui/legend_panel.hpp"

#include "ui/legend_model.hpp"
#include "ui/line_break.hpp"
#include "ui/parts.hpp"

namespace jinsha::ui {
namespace {

constexpr float kHeading = 28;
constexpr float kRow = 28;
constexpr float kSwatch = 20;
constexpr float kLine = 18;

/// The sentence about estimated positions, and what that means; or that there is nothing to explain.
std::string note_of(const Frame& frame, const LegendModel& legend) {
    if (legend.sections.empty()) return std::string{frame.tr("legend.empty")};
    if (legend.estimated_count == 0) return {};
    return frame.tr("legend.estimated", fmt::arg("total", legend.project_count),
                    fmt::arg("count", legend.estimated_count));
}

}  // namespace

Commands LegendPanel::draw(Frame& frame, const Model& model, const Rect& area) {
    const LegendModel& legend = *model.legend;
    const Palette& colors = frame.canvas.colors();
    const std::string text = note_of(frame, legend);
    const auto note = text.empty() ? std::vector<std::string_view>{}
                                   : break_lines(frame.canvas.metrics(), TextStyle::Small, text,
                                                 frame.px(kSidePanelWidth - 2 * kSidePanelPadding));
    float height = static_cast<float>(note.size()) * frame.px(kLine) + frame.px(kSidePanelPadding);
    for (const LegendSection& section : legend.sections) {
        height += (section.title.empty() ? 0 : frame.px(kHeading)) +
                  static_cast<float>(section.rows.size()) * frame.px(kRow);
    }
    const SidePanelScope scope{frame, "legend", frame.tr("legend.title"), area, height};
    float y = scope.origin().y;
    const float left = scope.origin().x;
    const float right = left + scope.width();
    for (const LegendSection& section : legend.sections) {
        if (!section.title.empty()) {
            frame.canvas.text(TextStyle::Small, left, y + frame.px(kHeading) * 0.6F, colors.secondary_text,
                              section.title);
            y += frame.px(kHeading);
        }
        for (const LegendRow& row : section.rows) {
            const float middle = y + frame.px(kRow) / 2;
            for (const Swatch& swatch : row.swatches) {
                draw_swatch(frame, swatch, {left + frame.px(kSwatch) / 2, middle}, kSwatch);
            }
            const float count = frame.canvas.text_to_right(TextStyle::Small, right, middle,
                                                           colors.secondary_text, std::to_string(row.count));
            const float begin = left + frame.px(kSwatch + 10);
            frame.canvas.text(TextStyle::Body, begin, middle, colors.text,
                              frame.canvas.metrics().shortened(TextStyle::Body, row.label,
                                                               right - count - frame.px(8) - begin));
            y += frame.px(kRow);
        }
    }
    draw_lines(frame, TextStyle::Small, note, {left, y + frame.px(6)}, frame.px(kLine),
               colors.secondary_text);
    return scope.wants_close() ? Commands{ShowSidePanel{}} : Commands{};
}

}  // namespace jinsha::ui
