#pragma once

#include "app/settings.hpp"
#include "app/views_part.hpp"
#include "app/window_part.hpp"

#include <string>

namespace jinsha::app {

/// What is remembered: how the program looks, and how each map was last looked at. Written when the window
/// closes and when the user has changed something, a moment later.
class SettingsPart final : public WindowPart {
public:
    /// @param views  keeps and shows the views of the open map; outlives this
    SettingsPart(WindowContext& context, std::filesystem::path path, const LoadedSettings& loaded,
                 ViewsPart& views);
    ~SettingsPart() override;
    SettingsPart(const SettingsPart&) = delete;
    SettingsPart& operator=(const SettingsPart&) = delete;

    void map_closing() override { save(); }
    void map_opened() override;
    void update(double now_s) override;

private:
    [[nodiscard]] Settings current() const;
    [[nodiscard]] bool has_new_views() const;
    [[nodiscard]] std::string map_key() const;
    void save();

    WindowContext& context_;
    ViewsPart& views_;
    std::filesystem::path path_;
    Settings saved_;
    ui::Appearance first_;  // as the program started: what still is so was not chosen
    double changed_s_{};    // when what was chosen was last what is saved
};

}  // namespace jinsha::app
