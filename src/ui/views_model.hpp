#pragma once

#include <string>
#include <vector>

namespace jinsha::ui {

/// The views that were kept of the open map.
struct ViewsModel {
    std::vector<std::string> names;  // in the order in which they were kept
    std::string suggestion;          // a name for the next one
    bool operator==(const ViewsModel&) const = default;
};

}  // namespace jinsha::ui
