#pragma once

#include "error/error.hpp"
#include "error/problem.hpp"

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

namespace jinsha::map {

inline constexpr std::size_t kMaxDocumentBytes = 64'000'000;
inline constexpr std::size_t kMaxDocumentDepth = 256;  // readers of the document may recurse

/// The JSON of a document. The error says line and column, both from 1, the column in characters. A key that
/// stands twice in an object is a problem (the last one counts), looked for in the upper six levels.
[[nodiscard]] Result<nlohmann::ordered_json> parse_document_json(std::string_view text,
                                                                 std::vector<Problem>& problems);

}  // namespace jinsha::map
