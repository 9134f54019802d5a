#pragma once

#include "app/area_summary.hpp"
#include "app/background.hpp"
#include "app/window_part.hpp"
#include "ui/area_model.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace jinsha::app {

/// An area that is drawn by a drag or by clicks, and what the visible layers have in it: counted by a worker,
/// again whenever the map shows something else. It stays until it is cleared or the map is closed.
class AreaPart final : public WindowPart {
public:
    AreaPart(WindowContext& context, std::function<void()> wake);

    void map_closing() override;
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool has_news() const override { return counting_.has_result(); }
    void update(double now_s) override;

private:
    void add_actions();
    void switch_on(bool is_on);
    void draw_box(geo::ScreenPoint first, geo::ScreenPoint second);
    void end();
    void give_up();
    void clear();
    void count_anew();
    void take_counts();
    [[nodiscard]] std::vector<AreaLayer> layers() const;
    [[nodiscard]] ui::AreaModel model() const;
    [[nodiscard]] ui::AreaRow row(const AreaFigures& figures) const;

    WindowContext& context_;
    bool is_on_{};
    std::vector<geo::MapPoint> corners_;  // of what is being drawn
    std::vector<geo::MapPoint> area_;     // that was drawn; empty: none
    std::optional<geo::ScreenPoint> pointer_;
    std::uint64_t counted_revision_{};            // of the snapshot that the count is of
    std::vector<AreaLayer> asked_;                // what is counted or was
    std::shared_ptr<const AreaSummary> summary_;  // null until something has been counted
    Background<std::shared_ptr<const AreaSummary>> counting_;
};

}  // namespace jinsha::app
