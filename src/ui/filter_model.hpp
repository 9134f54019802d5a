#pragma once

#include "map/project_filter.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A word that projects can be chosen by.
struct FilterChoice {
    std::string value, label;
    std::size_t count{};  // what is shown if its kind is chosen by it alone
    bool is_on{};
    bool operator==(const FilterChoice&) const = default;
};

/// The two ends of the district's story: what was done or begun, what goes on or is to come.
enum class Story { All, PastYears, NextYears };

[[nodiscard]] inline std::set<std::string> phases_of(Story story) {
    if (story == Story::PastYears) return {"completed", "ongoing"};
    if (story == Story::NextYears) return {"ongoing", "planned"};
    return {};
}

/// What is shown of the projects, and what could be.
struct FilterModel {
    map::ProjectFilter filter;
    std::vector<FilterChoice> themes, phases;
    std::string transformation;  // the chosen one, in words; "": none
    std::size_t shown_count{}, all_count{};
    bool is_counting{};  // the numbers are not known yet
    bool has_story{};    // the phases of the data are those that tell it
    bool operator==(const FilterModel&) const = default;
};

}  // namespace jinsha::ui
