#pragma once

#include "map/document_value.hpp"
#include "map/map_document.hpp"

#include <string_view>
#include <vector>

namespace jinsha::map {

/// The document's sources, in its order, without those that cannot be used (each a problem). Inline data is
/// left where it is, as there may be much of it.
[[nodiscard]] std::vector<SourceSpec> read_sources(const DocumentValue& sources);

/// What a document names may be opened freely only when it is a file below the document's own folder. True
/// for addresses ("https:…", "PG:…"), absolute paths, paths that climb out ("../"), and names that GDAL would
/// take for data or instructions ("<OGRVRTDataSource>…", "{…").
[[nodiscard]] bool leaves_the_folder(std::string_view location);

}  // namespace jinsha::map
