#pragma once

#include "app/background.hpp"
#include "app/map_checks.hpp"
#include "app/window_part.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace jinsha::app {

/// Checks the files of the open map after opening and what is edited after every edit, in a worker; shows the
/// faults in the list of problems, and signs at the features.
class CheckPart final : public WindowPart {
public:
    CheckPart(WindowContext& context, std::function<void()> wake);

    void map_closing() override;
    void map_opened() override { is_wanted_ = true; }
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    [[nodiscard]] bool has_news() const override { return checking_.has_result(); }
    void update(double now_s) override;

private:
    void look_for_changes();
    void start();
    void place_faults();
    void show();

    WindowContext& context_;
    Background<std::shared_ptr<const CheckedMap>> checking_;
    bool is_wanted_{};
    std::vector<std::shared_ptr<const map::FeatureSource>> seen_;  // the sources that were checked last
    std::size_t unsaved_{};                                        // edits, when last looked at
    std::shared_ptr<const CheckedMap> checked_;
    std::shared_ptr<const std::vector<ui::CheckItem>> items_;
    std::vector<std::pair<geo::MapPoint, Severity>> places_;  // of features with faults
};

}  // namespace jinsha::app
