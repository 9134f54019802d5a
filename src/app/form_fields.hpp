#pragma once

#include "map/feature_state.hpp"
#include "map/loaded_map.hpp"
#include "ui/form_model.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// The fields that the features of a source may have, with no value: what the document describes, names
/// first, then what the data have. @param source  its place in LoadedMap::sources
[[nodiscard]] std::vector<ui::FormField> form_fields(const map::LoadedMap& map, std::uint32_t source,
                                                     std::string_view language);

/// The fields with the values of a feature. Fields that only this feature has come at the end; where nobody
/// describes a field its kind is that of the value.
[[nodiscard]] std::vector<ui::FormField> filled(std::vector<ui::FormField> fields,
                                                const map::FeatureState& feature);

/// What the form says by itself.
struct AutomaticValues {
    std::string today;               // "2026-01-31"
    std::string now;                 // "2026-01-31T08:00:00+08:00"
    std::string source;              // where entries by hand come from
    std::string_view quality_field;  // "": none
};
/// `wanted`, and what goes with it where the source has such fields: "updated" is the day (or the moment) of
/// the change; "source", and the quality of a point's position ("approximate"), only where there is none yet.
/// Fields in `told_otherwise` stay as they are.
[[nodiscard]] std::vector<map::Attribute> with_automatic(std::vector<map::Attribute> wanted,
                                                         const std::vector<ui::FormField>& fields,
                                                         const map::FeatureState& feature,
                                                         const std::set<std::string>& told_otherwise,
                                                         const AutomaticValues& automatic);

}  // namespace jinsha::app
