#pragma once

#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "map/project_filter.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

/// What is asked for around the map: found, filtered, measured, kept. Part of ui/commands.hpp.
namespace jinsha::ui {

/// The search field takes the keyboard, or gives it back.
struct ShowSearch {
    bool is_open{};
    bool operator==(const ShowSearch&) const = default;
};
/// What stands in the search field now.
struct SearchFor {
    std::string typed;
    bool operator==(const SearchFor&) const = default;
};
/// Flies to a feature and opens its card; whatever hides it is taken back.
struct SelectFeature {
    map::FeatureKey feature;
    bool operator==(const SelectFeature&) const = default;
};
/// Flies to a place, without coming closer than now unless the whole map is seen.
struct GoTo {
    geo::LonLat at;
    bool operator==(const GoTo&) const = default;
};
/// Opens the side panel of that name, closes whichever is open when it is "".
struct ShowSidePanel {
    std::string name;
    bool operator==(const ShowSidePanel&) const = default;
};
/// Shows only these projects.
struct FilterProjects {
    map::ProjectFilter filter;
    bool operator==(const FilterProjects&) const = default;
};

enum class MeasureKind { Distance, Area, Circle };

/// The clicks that follow measure that.
struct Measure {
    MeasureKind kind{};
    bool operator==(const Measure&) const = default;
};
struct ClearMeasures {
    bool operator==(const ClearMeasures&) const = default;
};
struct ClosePlaceMenu {
    bool operator==(const ClosePlaceMenu&) const = default;
};

/// Remembers what the window shows under that name.
struct KeepView {
    std::string name;
    bool operator==(const KeepView&) const = default;
};
/// Flies to a view that was kept; `index` counts in ViewsModel.
struct GoToView {
    std::size_t index{};
    bool operator==(const GoToView&) const = default;
};
struct ForgetView {
    std::size_t index{};
    bool operator==(const ForgetView&) const = default;
};

/// Shows of the rows of its group this one alone; all of them when it is alone already.
struct SoloLayer {
    std::uint32_t id{};  // LayerRow::id
    bool operator==(const SoloLayer&) const = default;
};

/// The layers of that row are seen through; at once, and in this session.
struct SetOpacity {
    std::uint32_t id{};  // LayerRow::id
    double opacity{1};   // 0 to 1
    bool operator==(const SetOpacity&) const = default;
};
/// The window shows that place in its middle, at once.
struct CenterOn {
    geo::MapPoint at;
    bool operator==(const CenterOn&) const = default;
};
/// The card that is open stays beside the next one.
struct PinCard {
    bool operator==(const PinCard&) const = default;
};
struct UnpinCard {
    bool operator==(const UnpinCard&) const = default;
};
/// An address that begins with http:// or https://, in the desktop's browser.
struct OpenLink {
    std::string address;
    bool operator==(const OpenLink&) const = default;
};

}  // namespace jinsha::ui
