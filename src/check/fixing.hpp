#pragma once

#include "check/finding.hpp"
#include "json/places.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::check {

/// A fault that was mended, and where it was in the text as it stood then.
struct FixedFinding {
    Finding finding;
    json::Place place;
};

/// A text after its fixes, and what was done, in this order.
struct FixedText {
    std::string text;
    std::vector<FixedFinding> fixed;
};

/// Applies the fixes of all findings, looks again, and goes on until there is nothing left to be fixed: fixes
/// that concern the same bytes must follow each other. Bytes that no fix names stay as they are.
/// @param check  the findings of a text
[[nodiscard]] FixedText fix_all(std::string text,
                                const std::function<std::vector<Finding>(std::string_view)>& check);

}  // namespace jinsha::check
