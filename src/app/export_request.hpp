#pragma once

#include "app/export_options.hpp"
#include "error/error.hpp"
#include "map/loaded_map.hpp"
#include "print/page_request.hpp"
#include "ui/translations.hpp"

#include <string>
#include <vector>

namespace jinsha::app {

/// A feature of the map with what a page of it needs.
struct ExportFeature {
    std::string title;
    std::string id;  // for file names: its id, else its number
    geo::Envelope box;
};

/// The features of a style layer or source by its id, or of all the document's projects ("projects"), in
/// their order. The error says that there is no such layer, or no feature in it.
[[nodiscard]] Result<std::vector<ExportFeature>> features_of(const map::LoadedMap& map,
                                                             const std::string& name,
                                                             const std::string& language);

/// The map as it is to be drawn: with the layers that were named, without the features that are filtered out.
/// The error names an unknown layer or field.
[[nodiscard]] Result<std::shared_ptr<const scene::MapSnapshot>> snapshot_for(const map::LoadedMap& map,
                                                                             const ExportCommand& command);

/// The page as the command asks for it. The error names the option that is at fault.
[[nodiscard]] Result<print::PageRequest> request_for(const map::LoadedMap& map, const ExportCommand& command,
                                                     const ui::Translations& tr);

/// The same page for one feature of a series.
[[nodiscard]] Result<print::PageRequest> request_of_feature(print::PageRequest request,
                                                            const map::LoadedMap& map,
                                                            const ExportCommand& command,
                                                            const ExportFeature& feature);

}  // namespace jinsha::app
