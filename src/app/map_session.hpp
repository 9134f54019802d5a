#pragma once

#include "app/layer_rows.hpp"
#include "app/map_opening.hpp"
#include "map/feature_key.hpp"
#include "map/project_filter.hpp"
#include "scene/map_snapshot.hpp"
#include "scene/picking.hpp"
#include "ui/model.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jinsha::app {

/// A feature that was met on the map, and the layer that showed it.
struct Met {
    map::FeatureKey feature;
    std::uint32_t layer{};  // of the document
    bool operator==(const Met&) const = default;
};

/// What the data say of a point's position.
struct PositionQuality {
    std::string word;                // "known", "approximate", "inferred"
    std::optional<double> radius_m;  // true within this distance
};

struct ProjectCounts {
    std::size_t all{};
    std::size_t estimated{};  // of quality "inferred"
};

/// An open map with the state of the session: what is visible, as a snapshot for the workers. Main thread.
class MapSession {
public:
    /// @param revision  for the first snapshot; higher than those of earlier maps of this window
    MapSession(OpenedMap opened, double pixel_ratio, std::uint64_t revision);

    [[nodiscard]] const map::LoadedMap& map() const noexcept { return opened_.map; }
    /// The file that was opened, absolute: the document, or data without one.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return opened_.path; }
    [[nodiscard]] const std::shared_ptr<const scene::MapSnapshot>& snapshot() const noexcept {
        return snapshot_;
    }

    /// The files lie there from now on.
    void move_to(const std::filesystem::path& path);
    /// Shows other features of one source, at its place in LoadedMap::sources; makes a new snapshot.
    void show_features(std::uint32_t source, std::shared_ptr<const map::FeatureSource> features);
    /// Takes what was read meanwhile of layers that are still being read; makes a new snapshot when there is
    /// more to see.
    [[nodiscard]] SourceReadings::News take_readings();
    [[nodiscard]] const SourceReadings& readings() const noexcept { return opened_.readings; }

    /// Rows of the layer list, topmost first; `zoom` says which of them show something.
    [[nodiscard]] std::vector<ui::LayerRow> rows(double zoom) const;
    /// Shows or hides all style layers of a row; makes a new snapshot. Unknown rows change nothing.
    void show_row(std::uint32_t row, bool is_visible);
    /// All style layers of a row are seen through; makes a new snapshot. Unknown rows change nothing.
    void fade_row(std::uint32_t row, double opacity);
    /// Which layers are seen through, by their id; and the same as a state to come back to.
    [[nodiscard]] std::map<std::string, double> opacities() const;
    void fade_layers(const std::map<std::string, double>& opacities);
    /// Where the visibility of a layer is other than the document says, by its id; and the same as a state to
    /// come back to. Ids that the document has not change nothing.
    [[nodiscard]] std::map<std::string, bool> visibility_changes() const;
    void show_layers(const std::map<std::string, bool>& visible);
    [[nodiscard]] const map::MapLook& look() const noexcept { return state_.look; }
    /// Which projects are shown; makes a new snapshot.
    [[nodiscard]] const map::ProjectFilter& filter() const noexcept { return filter_; }
    void filter_projects(const map::ProjectFilter& filter);
    [[nodiscard]] bool is_filtered_out(map::FeatureKey feature) const;
    /// Makes a new snapshot unless it is shown so already.
    void show_as(const map::MapLook& look);
    /// What is shown now in another look, for a page.
    [[nodiscard]] std::shared_ptr<const scene::MapSnapshot> snapshot_as(const map::MapLook& look) const;
    [[nodiscard]] std::uint32_t row_count() const noexcept {
        return static_cast<std::uint32_t>(opened_.groups.size());
    }
    /// "" when there is no such row.
    [[nodiscard]] std::string row_title(std::uint32_t row, std::string_view language) const;
    /// The topmost row whose table lists the feature; none when there is no such row.
    [[nodiscard]] std::optional<std::uint32_t> row_of(map::FeatureKey feature) const;
    /// What the table of a row lists; none when there is no such row, or its data could not be read.
    [[nodiscard]] std::optional<RowContent> row_content(std::uint32_t row) const;
    /// Of the row's data; empty when there are none.
    [[nodiscard]] geo::Envelope row_extent(std::uint32_t row) const;

    /// Those of `picks` that have a card, in their order, and do not lie under a cluster; of features that
    /// are one thing (selected_with) the first.
    [[nodiscard]] std::vector<Met> with_card(const std::vector<scene::Pick>& picks) const;
    /// The project that an outline belongs to, and the other way round: features that are selected together.
    /// The card is that of the first.
    [[nodiscard]] std::vector<Met> selected_with(const Met& met) const;
    /// The feature in the topmost layer that opens its card.
    [[nodiscard]] Met met(map::FeatureKey feature) const;
    [[nodiscard]] std::string layer_title(const Met& met, std::string_view language) const;
    /// How it looks on the map.
    [[nodiscard]] ui::Swatch swatch(const Met& met) const;
    /// Shows the layers that draw the feature when none of them is visible; true when there was need to.
    bool reveal(const Met& met);
    [[nodiscard]] std::string name(const Met& met, std::string_view language) const;
    /// All but its anchor.
    [[nodiscard]] ui::Card card(const Met& met, std::string_view language) const;
    /// Where the feature is pointed at: a point itself, a place inside an area; none without geometry.
    [[nodiscard]] std::optional<geo::MapPoint> place(map::FeatureKey feature) const;
    /// Empty when there is no such feature or it has no geometry.
    [[nodiscard]] geo::Envelope extent(map::FeatureKey feature) const;
    /// Of the feature and of those that are selected with it.
    [[nodiscard]] geo::Envelope extent_with(map::FeatureKey feature) const;
    /// None for lines and areas, and where the data do not say it.
    [[nodiscard]] std::optional<PositionQuality> position_quality(const Met& met) const;
    [[nodiscard]] const ProjectCounts& project_counts() const noexcept { return counts_; }
    /// Whom the data come from: each attribution of the document's sources once.
    [[nodiscard]] std::string attribution() const;

    /// None where the map CRS has no longitude and latitude.
    [[nodiscard]] std::optional<geo::LonLat> to_lon_lat(geo::MapPoint p) const;
    [[nodiscard]] std::optional<geo::MapPoint> to_map(geo::LonLat p) const;
    [[nodiscard]] const map::Indicators& indicators() const noexcept { return opened_.indicators; }

private:
    void look_at_projects();
    void add_figures(ui::Card& card, const Met& met, std::string_view language) const;
    /// A new snapshot, of the state as it is now.
    void freeze();
    void refresh_filter();
    void refresh_styles();

    OpenedMap opened_;
    scene::SnapshotState state_;   // with a value for every layer of the document
    std::vector<double> opacity_;  // of each layer of the document, as it is looked at
    std::shared_ptr<const scene::MapSnapshot> snapshot_;
    map::ProjectFilter filter_;
    std::vector<std::shared_ptr<const map::FeatureSource>>
        filtered_;  // the sources that the filter looked at
    ProjectCounts counts_;
    std::unordered_map<std::string, Met> projects_;  // by feature id
    std::unordered_map<std::string, Met> outlines_;  // by the id of their project
};

}  // namespace jinsha::app
