#pragma once

#include "check/finding.hpp"
#include "json/index.hpp"
#include "map/map_document.hpp"

#include <vector>

namespace jinsha::check {

/// What is wrong with a map document, at its places in the text: the problems that reading it found.
[[nodiscard]] std::vector<Finding> check_document(const json::Index& index, const map::MapDocument& document);

}  // namespace jinsha::check
