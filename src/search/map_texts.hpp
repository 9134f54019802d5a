#pragma once

#include "map/loaded_map.hpp"
#include "search/search_index.hpp"

#include <atomic>
#include <functional>

namespace jinsha::search {

using TextVisitor = std::function<void(const SearchText&)>;

/// Everything by which the features of an open map can be found, one after the other, those of a feature
/// together: names in all languages, all other texts, and what the document calls a coded value ("工业",
/// "Industry" for industry). Features without any are left out. Stops early when `cancelled` becomes true.
/// Any thread.
void visit_texts(const map::LoadedMap& map, const std::atomic<bool>& cancelled, const TextVisitor& visit);

}  // namespace jinsha::search
