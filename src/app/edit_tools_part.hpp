#pragma once

#include "app/editing_part.hpp"
#include "app/sketch.hpp"
#include "app/window_part.hpp"
#include "tools/reshape.hpp"
#include "tools/snapping.hpp"
#include "ui/sketch_model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jinsha::app {

/// Adds features by drawing them, holes in areas, and moves features and their vertices. A tool is no mode of
/// the map: it is panned, zoomed and looked at as always, and leaving a tool gives up nothing but an
/// unfinished drawing.
class EditToolsPart final : public WindowPart {
public:
    EditToolsPart(WindowContext& context, EditingPart& editing);

    void map_closing() override { use(""); }
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    /// What is being dragged: a vertex, the middle of the edge behind a vertex, or all of the feature.
    struct Grip {
        enum class Kind { Vertex, Edge, Feature };
        Kind kind{};
        std::size_t vertex{};
    };
    struct Drag {
        Grip grip;
        map::FeatureKey feature;
        geo::MapPoint from, to;
        geo::Geometry geometry;  // as it was
    };

    static constexpr double kShownEdgePx = 36;  // CSS pixels; shorter edges have no handle in their middle

    void add_actions();
    /// "point", "line", "area", "hole", "reshape", or "" for none.
    void use(std::string_view tool);
    [[nodiscard]] bool is_drawing() const { return sketch_.has_value(); }

    void place(geo::MapPoint vertex);
    void finish();
    void finish_hole(std::vector<geo::MapPoint> ring);
    void take_coordinates(const std::string& text);

    [[nodiscard]] const map::FeatureStatePtr& selected();
    [[nodiscard]] std::optional<Grip> grip_at(geo::ScreenPoint at);
    [[nodiscard]] tools::Grabbable grabbable(geo::ScreenPoint at);
    void drag(const tools::DragTo& drag);
    void drop();
    void delete_vertex(std::optional<std::size_t> vertex);
    [[nodiscard]] geo::Geometry dragged() const;

    [[nodiscard]] geo::MapPoint snapped(geo::ScreenPoint at);
    void tell(const Error& error);
    void show_sketch();
    [[nodiscard]] geo::ScreenPoint to_screen(geo::MapPoint p) const;
    void add_lines(ui::SketchModel& sketch, const geo::Geometry& geometry) const;
    void add_drawing(ui::SketchModel& sketch);
    void add_reshaped(ui::SketchModel& sketch);
    void add_handles(ui::SketchModel& sketch, const geo::Geometry& geometry) const;

    WindowContext& context_;
    EditingPart& editing_;
    std::string tool_, fault_;
    std::optional<Sketch> sketch_;
    std::optional<map::FeatureKey> area_;  // that gets a hole
    std::optional<Drag> drag_;
    std::optional<std::size_t> picked_;  // vertex of the selected feature
    std::optional<geo::ScreenPoint> pointer_;
    std::optional<tools::Snap> snap_;  // what the pointer is drawn to
    map::FeatureKey selected_key_;
    map::FeatureStatePtr selected_;  // as it was looked at last
    std::uint64_t revision_{};       // of the snapshot at that time
};

}  // namespace jinsha::app
