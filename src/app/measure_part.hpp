#pragma once

#include "app/window_part.hpp"
#include "geo/measure.hpp"
#include "ui/measure_model.hpp"

#include <optional>
#include <vector>

namespace jinsha::app {

/// Distances, areas and circles that are drawn by clicks. They stay until they are cleared or the map is
/// closed; where a click meets the badge of a project, its place is taken.
class MeasurePart final : public WindowPart {
public:
    explicit MeasurePart(WindowContext& context);

    void map_closing() override;
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    struct Drawn {
        ui::MeasureKind kind{};
        std::vector<geo::MeasurePlace> places;
    };

    void add_actions();
    void switch_on(bool is_on);
    void go_on_to(geo::ScreenPoint at);
    void end();
    void give_up();
    void clear();
    [[nodiscard]] std::optional<geo::MeasurePlace> place_at(geo::ScreenPoint at, bool snaps) const;
    [[nodiscard]] ui::MeasureModel model() const;
    void add(ui::MeasureModel& model, const Drawn& drawn) const;
    void add_path(ui::MeasureModel& model, const Drawn& drawn) const;
    void add_area(ui::MeasureModel& model, const Drawn& drawn) const;
    void add_circle(ui::MeasureModel& model, const Drawn& drawn) const;
    [[nodiscard]] geo::ScreenPoint on_screen(geo::MapPoint p) const;

    WindowContext& context_;
    bool is_on_{};
    ui::MeasureKind kind_{ui::MeasureKind::Distance};
    std::vector<Drawn> done_;
    std::vector<geo::MeasurePlace> places_;  // of what is being measured
    std::optional<geo::ScreenPoint> pointer_;
};

}  // namespace jinsha::app
