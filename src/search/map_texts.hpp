#pragma once

#include "map/loaded_map.hpp"
#include "search/search_index.hpp"

#include <atomic>
#include <vector>

namespace jinsha::search {

/// Everything by which the features of an open map can be found: names in all languages, all other texts, and
/// what the document calls a coded value ("工业", "Industry" for industry). Features without any are left
/// out. Stops early, with what it has, when `cancelled` becomes true. Any thread.
[[nodiscard]] std::vector<SearchText> texts_of(const map::LoadedMap& map, const std::atomic<bool>& cancelled);

}  // namespace jinsha::search
