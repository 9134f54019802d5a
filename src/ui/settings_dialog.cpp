#include "ui/settings_dialog.hpp"

#include "ui/dialog.hpp"
#include "ui/segments.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace jinsha::ui {
namespace {

constexpr float kWidth = 400;
constexpr float kPadding = 20;
constexpr float kLabel = 120;
constexpr float kRow = 44;
constexpr int kRows = 3;

/// Rows of a label and two options each.
class Rows {
public:
    Rows(Frame& frame, const Rect& body)
        : frame_{frame}, area_{body.grown(-frame.px(kPadding))}, y_{body.top + frame.px(kPadding / 2)} {}

    /// The option that was pressed.
    std::optional<std::size_t> add(const char* id, std::string_view label,
                                   const std::array<std::string, 2>& options, bool is_second) {
        const float height = frame_.px(Measures::kRow);
        const float middle = y_ + frame_.px(kRow) / 2;
        frame_.canvas.text(TextStyle::Body, area_.left, middle, frame_.canvas.colors().secondary_text, label);
        const Rect box{area_.left + frame_.px(kLabel), middle - height / 2,
                       std::min(segments_width(frame_, options), area_.width - frame_.px(kLabel)), height};
        y_ += frame_.px(kRow);
        return segments(frame_, id, box, options, is_second ? 1 : 0);
    }

private:
    Frame& frame_;
    Rect area_;
    float y_;
};

}  // namespace

Commands SettingsDialog::draw(Frame& frame, const Model& model) {
    const auto text = [&](std::string_view key) { return std::string{frame.tr(key)}; };
    const float body_height = frame.px(kRows * kRow + kPadding);
    const Dialog dialog =
        open_dialog(frame, "settings", frame.tr("look.title"), frame.px(kWidth), body_height);
    const Appearance& now = model.appearance;
    Commands commands;
    Rows rows{frame, dialog.body};
    if (const auto chosen = rows.add("language", frame.tr("look.language"), {"中文", "English"},
                                     now.language == Language::English)) {
        commands.emplace_back(SetLanguage{*chosen == 0 ? Language::Chinese : Language::English});
    }
    if (const auto chosen =
            rows.add("theme", frame.tr("look.theme"), {text("look.theme.light"), text("look.theme.dark")},
                     now.theme == ThemeName::Dark)) {
        commands.emplace_back(SetTheme{*chosen == 0 ? ThemeName::Light : ThemeName::Dark});
    }
    const auto motion = rows.add("motion", frame.tr("look.motion"),
                                 {text("look.motion.full"), text("look.motion.reduced")}, now.reduced_motion);
    if (motion && (*motion == 1) != now.reduced_motion) commands.emplace_back(RunAction{"appearance.motion"});
    frame.stage.close();
    if (dialog.wants_close) commands.emplace_back(ShowDialog{});
    return commands;
}

}  // namespace jinsha::ui
