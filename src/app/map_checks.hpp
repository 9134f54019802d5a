#pragma once

#include "geo/crs.hpp"
#include "io/file_text.hpp"
#include "map/loaded_map.hpp"
#include "ui/checks_model.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// What is to be checked: the files of the open map, and what was edited since they were read. For a worker.
struct MapToCheck {
    struct Source {
        std::filesystem::path file;
        std::shared_ptr<const map::FeatureSource> features;
        std::vector<std::uint32_t> skipped;  // elements of the file that are no features, rising
        std::string crs;                     // of the file, its definition
    };
    std::filesystem::path path;   // of the document, or of data without one
    std::vector<Source> sources;  // as in LoadedMap::sources
    geo::Crs map_crs;
    std::string unsaved;  // what stands in the place of line and column where they are not known yet
};
[[nodiscard]] MapToCheck map_to_check(const map::LoadedMap& map, const std::filesystem::path& path,
                                      std::string_view unsaved);

/// The faults of a map. What was found in files is kept for the next check, as long as they stay the same.
struct CheckedMap {
    struct File {
        io::FileStamp stamp;
        std::vector<ui::CheckItem> items;
    };
    std::map<std::filesystem::path, File> files;
    std::vector<ui::CheckItem> items;  // of files and edits together, the gravest first
};
[[nodiscard]] std::shared_ptr<const CheckedMap> check_map(const MapToCheck& what,
                                                          const std::shared_ptr<const CheckedMap>& before,
                                                          const std::atomic<bool>& cancelled);

}  // namespace jinsha::app
