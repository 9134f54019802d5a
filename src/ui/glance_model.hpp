#pragma once

#include "ui/model.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A share that became another: of one whole with its neighbours.
struct GlanceChange {
    std::string label;
    double from{}, to{};
    std::string unit;
    bool operator==(const GlanceChange&) const = default;
};

struct GlanceGroup {
    std::string title;
    std::vector<Figure> figures;
    bool operator==(const GlanceGroup&) const = default;
};

/// A transformation, and how many projects belong to it.
struct GlanceAim {
    std::string id, title;
    std::size_t project_count{};
    bool is_lit{};          // its projects alone are shown
    std::string summary{};  // "": none in this language
    bool operator==(const GlanceAim&) const = default;
};

/// The district in figures.
struct GlanceModel {
    std::string subject;                // what the figures are taken from
    std::vector<Figure> headlines;      // first of all
    std::vector<GlanceChange> changes;  // shares of the economy, together 100 % before and after
    std::vector<GlanceGroup> groups;    // all other figures
    std::vector<GlanceAim> transformations, goals;
    bool operator==(const GlanceModel&) const = default;
};

}  // namespace jinsha::ui
