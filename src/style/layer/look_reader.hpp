#pragma once

#include "error/problem.hpp"
#include "style/layer/parsed_layer.hpp"

#include <string_view>
#include <vector>

namespace jinsha::style {

/// Reads `paint` and `layout` of the layer's JSON into the look of layer.type, notes their use, and tells
/// what is malformed, unknown or not drawn.
void read_looks(const Json& json, std::string_view pointer, ParsedLayer& layer,
                std::vector<Problem>& problems);

}  // namespace jinsha::style
