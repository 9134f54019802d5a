#pragma once

#include "map/edit_commands.hpp"
#include "map/feature_source.hpp"
#include "ui/form_model.hpp"
#include "ui/import_model.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// What becomes of features that are taken into a source.
namespace jinsha::app {

/// An incoming field, and the field of the target that gets its values: the one of that name, else of that
/// label, whatever the case of Latin letters; else a new one of its own name.
struct FieldMatch {
    std::string from, to;
    bool is_new{};
    bool operator==(const FieldMatch&) const = default;
};
[[nodiscard]] std::vector<FieldMatch> match_fields(const std::vector<map::Field>& incoming,
                                                   const std::vector<ui::FormField>& target);

/// An incoming feature that the target has already: of the same id, or in the same place to a centimetre.
struct Duplicate {
    std::uint32_t incoming{}, existing{};  // numbers in their sources
    bool is_by_id{};
    bool operator==(const Duplicate&) const = default;
};
/// One for each such incoming feature, in their order; by id before by place.
/// @param centimetre  in map units
[[nodiscard]] std::vector<Duplicate> duplicates(const map::FeatureSource& incoming,
                                                const map::FeatureSource& target, double centimetre);

/// What is to be done, as one step. Features without geometry are left out. A feature whose id the target has
/// already is added without it.
[[nodiscard]] map::AddFeatures plan_import(const map::FeatureSource& incoming,
                                           const std::vector<FieldMatch>& fields,
                                           const std::vector<Duplicate>& duplicates,
                                           ui::OnDuplicate on_duplicate);

}  // namespace jinsha::app
