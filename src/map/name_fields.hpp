#pragma once

#include "map/loaded_map.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::map {

/// Fields that hold a name in most data, the better ones first.
inline constexpr std::array<std::string_view, 12> kUsualNameFields{"name_zh", "name",     "NAME",   "Name",
                                                                   "名称",    "项目名称", "title",  "TITLE",
                                                                   "Title",   "label",    "NAME_1", "mc"};

/// Is the source one of jinsha:projects? `source` counts in LoadedMap::sources.
[[nodiscard]] bool is_project_source(const LoadedMap& map, std::size_t source);

/// The fields that hold the name of the features of a source, in any language, each once: those that the
/// document names (titles of cards, of projects), else the first usual one that the source has, and what
/// begins like it ("name_zh", "name_en").
[[nodiscard]] std::vector<std::string> name_fields(const LoadedMap& map, std::size_t source);

}  // namespace jinsha::map
