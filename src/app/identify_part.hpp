#pragma once

#include "app/window_part.hpp"
#include "scene/cluster_spread.hpp"
#include "scene/picking.hpp"
#include "scene/placement.hpp"
#include "screen/highlight.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// What lies at that place of the window, as it is drawn now, topmost first: members of a spread cluster lie
/// over all else. A map is open.
[[nodiscard]] std::vector<scene::Pick> picks_at(const WindowContext& context, geo::ScreenPoint at);
/// What has a card at that place of the window, as it is drawn now, topmost first; a map is open.
[[nodiscard]] std::vector<Met> met_at(const WindowContext& context, geo::ScreenPoint at);

/// What the pointer is over, what is selected and its card, and how both stand out on the map. Where features
/// lie over each other, the card has a page for each of them.
class IdentifyPart final : public WindowPart {
public:
    explicit IdentifyPart(WindowContext& context);

    void map_closing() override;
    void map_opened() override;
    [[nodiscard]] bool take_from_tool(const tools::Command& command) override;
    [[nodiscard]] bool take_from_panel(const ui::Command& command) override;
    void update(double now_s) override;

private:
    void add_actions();
    void select_at(geo::ScreenPoint at);
    void select(map::FeatureKey feature);
    void refresh_card();
    void turn_page(int by);
    void show_page();
    void select_alone(map::FeatureKey feature);
    void deselect();

    void look_for_changes();
    void update_hover();
    void update_card();
    void update_tip();
    void update_cluster_tip(std::uint32_t number);
    void update_highlights();
    [[nodiscard]] screen::Highlight highlight_of(const Met& met, double width_css_px) const;
    [[nodiscard]] const scene::PlacedSymbol* spread_member(map::FeatureKey feature) const;
    [[nodiscard]] const scene::PlacedIcon* icon_of(map::FeatureKey feature) const;
    [[nodiscard]] bool is_in_cluster(map::FeatureKey feature) const;
    [[nodiscard]] double ring_radius_px(map::FeatureKey feature) const;

    WindowContext& context_;
    std::optional<geo::ScreenPoint> pointer_;             // while it is over the map
    std::shared_ptr<const screen::SymbolSet> symbols_;    // the last that was looked at
    std::shared_ptr<const scene::ClusterSpread> spread_;  // the same
    std::uint64_t revision_{};                            // of the snapshot that was looked at
    ui::Appearance appearance_;                           // that the card was made for
    bool is_hover_outdated_{};
    std::optional<std::uint32_t> hovered_cluster_;  // in symbols_->clusters
    std::vector<Met> pages_;                        // what lay where the card was asked for
    std::size_t page_{};
    bool is_alone_{};  // what is selected with others stands for itself
    std::optional<geo::MapPoint> asked_at_;
    std::optional<geo::MapPoint> card_place_;  // what the card's anchor follows
    std::vector<screen::Highlight> highlights_;

    /// What was selected when a map was closed; its features have other numbers when it is read anew.
    struct Left {
        std::filesystem::path map;
        std::string source, id;
    };
    std::optional<Left> left_;
};

}  // namespace jinsha::app
