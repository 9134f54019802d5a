#pragma once

#include "map/feature_key.hpp"
#include "map/feature_source.hpp"
#include "map/loaded_map.hpp"
#include "ui/model.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jinsha::app {

/// Who reads, and where the feature was met.
struct TextRequest {
    map::FeatureKey feature;
    std::uint32_t layer{};      // of the document's layers; its popup says what is told
    std::string_view language;  // "zh" or "en"
};

/// The name of the feature for hover and title: of the field that the document names, else of a field that is
/// usually the name, else its id, else the layer's title. Empty when there is no such feature.
[[nodiscard]] std::string feature_name(const map::LoadedMap& map, const TextRequest& request);

/// What the card says, but for position and anchor. Fields that the document names for theme, phase, fact,
/// quality come where the card has a place for them, all others as rows in the order of the document.
[[nodiscard]] ui::Card feature_card(const map::LoadedMap& map, const TextRequest& request);

/// Within how many metres a position of that quality is true: geodata/README.md says 500 m for "approximate"
/// and 2 km for "inferred"; none for all others.
[[nodiscard]] std::optional<double> position_radius_m(std::string_view quality);

}  // namespace jinsha::app
