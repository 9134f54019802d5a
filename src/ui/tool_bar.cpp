#include "ui/tool_bar.hpp"

#include "ui/parts.hpp"

#include <array>
#include <cmath>
#include <optional>

namespace jinsha::ui {
namespace {

constexpr float kButton = 28;
constexpr float kPadding = 4;
constexpr float kTextPadding = 8;
// Not translated: each language is named in itself, so that it is found by who cannot read the other.
constexpr std::string_view kChinese = "中";
constexpr std::string_view kSlash = "/";
constexpr std::string_view kEnglish = "EN";

constexpr float kToolGap = 9;  // with a line in its middle

/// A button that opens a side panel.
struct Tool {
    const char* panel;
    const char* icon;
    const char* action;
};
constexpr std::array kTools{Tool{"filter", "filter", "filter"},    Tool{"glance", "chart", "glance"},
                            Tool{"measure", "measure", "measure"}, Tool{"area", "area", "area"},
                            Tool{"legend", "legend", "legend"},    Tool{"views", "bookmark", "views"}};

float language_width(const Frame& frame) {
    return std::ceil(frame.width(TextStyle::Body, kChinese) + frame.width(TextStyle::Body, kSlash) +
                     frame.width(TextStyle::Body, kEnglish)) +
           2 * frame.px(2) + 2 * frame.px(kTextPadding);
}

bool draw_language_switch(Frame& frame, Language language, const Rect& area) {
    const Press press = pressable(frame, "language", area);
    const Palette& colors = frame.canvas.colors();
    const bool is_chinese = language == Language::Chinese;
    const float middle = area.center().y;
    float x = area.left + frame.px(kTextPadding);
    const auto write = [&](std::string_view text, bool is_current) {
        x += frame.canvas.text(TextStyle::Body, x, middle, is_current ? colors.accent : colors.secondary_text,
                               text);
        x += frame.px(2);
    };
    write(kChinese, is_chinese);
    write(kSlash, false);
    write(kEnglish, !is_chinese);
    return press.is_clicked;
}

}  // namespace

Point tool_bar_size(const Frame& frame) {
    const auto buttons = static_cast<float>(kTools.size() + 2);
    return {language_width(frame) + buttons * frame.px(kButton) + frame.px(kToolGap) + 2 * frame.px(kPadding),
            frame.px(kButton) + 2 * frame.px(kPadding)};
}

Commands draw_tool_bar(Frame& frame, const Model& model, const Rect& box) {
    const PanelScope scope{frame, "tools", box, floating(frame)};
    frame.canvas.panel(box);
    const Palette& colors = frame.canvas.colors();
    Commands commands;
    const auto tip = [&](std::string_view id) { return action_tip(frame, model, id); };
    const float side = frame.px(kButton);
    Rect area{box.left + frame.px(kPadding), box.top + frame.px(kPadding), side, side};
    for (const Tool& tool : kTools) {
        const bool is_open = model.side_panel == tool.panel;
        if (is_open)
            frame.canvas.fill(area, colors.accent.with_alpha(0.12), frame.px(Measures::kSmallRadius));
        const auto ink = is_open ? std::optional{colors.accent} : std::nullopt;
        if (icon_button(frame, tool.icon, tool.icon, area, ink, tip(tool.action))) {
            commands.emplace_back(RunAction{tool.action});
        }
        area.left += side;
    }
    const float line = area.left + frame.px(kToolGap) / 2;
    frame.canvas.line({line, area.top + frame.px(6)}, {line, area.bottom() - frame.px(6)}, colors.border,
                      frame.px(1));
    area = {area.left + frame.px(kToolGap), area.top, language_width(frame), side};
    if (draw_language_switch(frame, model.appearance.language, area)) {
        commands.emplace_back(RunAction{"appearance.language"});
    }
    area = {area.right(), area.top, side, side};
    const bool is_dark = model.appearance.theme == ThemeName::Dark;
    if (icon_button(frame, "theme", is_dark ? "sun" : "moon", area, std::nullopt, tip("appearance.theme"))) {
        commands.emplace_back(RunAction{"appearance.theme"});
    }
    if (icon_button(frame, "help", "help", area.moved(side, 0), std::nullopt, tip("help")))
        commands.emplace_back(RunAction{"help"});
    return commands;
}

}  // namespace jinsha::ui
