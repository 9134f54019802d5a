#pragma once

#include "error/problem.hpp"
#include "geo/points.hpp"
#include "map/feature_key.hpp"
#include "ui/data_commands.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A fault of the data of the open map.
struct CheckItem {
    Severity severity{};
    std::string message;  // what is wrong: expected and found
    std::string where;    // file, line and column, feature
    std::string advice;   // what to do
    std::optional<map::FeatureKey> feature;
    bool operator==(const CheckItem&) const = default;
};

/// Where a feature with a fault is in the window now.
struct CheckBadge {
    geo::ScreenPoint at;
    Severity severity{};
    bool operator==(const CheckBadge&) const = default;
};

/// What is wrong with the data. Replaced when it changes, never mutated.
struct ChecksModel {
    std::shared_ptr<const std::vector<CheckItem>> items;  // never null; the gravest first
    std::vector<CheckBadge> badges;
    bool operator==(const ChecksModel&) const = default;
};

/// The files are to be checked again.
struct ChecksWish {};

}  // namespace jinsha::ui
