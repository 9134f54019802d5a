#pragma once

#include <string>
#include <string_view>

namespace jinsha::search {

/// Bytes in whose order texts stand when Chinese characters are sorted by how they are read: after Latin
/// letters, by syllable, then by character. Each character counts by its usual reading. What is no Chinese
/// character, and broken UTF-8, stays as it is.
[[nodiscard]] std::string spelled_for_sorting(std::string_view text);

}  // namespace jinsha::search
