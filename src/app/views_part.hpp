#pragma once

#include "app/settings.hpp"
#include "app/view_history.hpp"
#include "app/window_part.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace jinsha::app {

/// Views that were kept under a name, and the way back through those in which one rested. What was kept lies
/// in the settings, by document; SettingsPart asks for it.
class ViewsPart final : public WindowPart {
public:
    /// @param now_s  the clock of WindowPart::update
    ViewsPart(WindowContext& context, std::function<double()> now_s);

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

    [[nodiscard]] const std::vector<KeptView>& kept() const noexcept { return kept_; }
    void set_kept(std::vector<KeptView> kept);

private:
    void add_actions();
    void fly_to(const map::View& view);
    void keep(const std::string& name);

    WindowContext& context_;
    std::function<double()> now_s_;
    ViewHistory history_;
    std::vector<KeptView> kept_;
    bool is_outdated_{true};  // what the panel shows
    std::string language_;    // of what it shows
};

}  // namespace jinsha::app
