#pragma once

#include "ui/folder_listing.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jinsha::ui {

/// Names that end in a slash are folders. Sorted by their bytes.
[[nodiscard]] inline FolderListing folder_of(std::filesystem::path folder,
                                             const std::vector<std::string>& names) {
    FolderListing listing{std::move(folder), {}, {}};
    for (std::string name : names) {
        FolderEntry entry;
        entry.kind = name.ends_with('/') ? FolderEntry::Kind::Folder : FolderEntry::Kind::File;
        if (entry.is_folder()) name.pop_back();
        entry.name = entry.sort_key = name;
        listing.entries.push_back(std::move(entry));
    }
    return listing;
}

[[nodiscard]] inline std::shared_ptr<const FolderListing> shared_folder(
    std::filesystem::path folder, const std::vector<std::string>& names) {
    return std::make_shared<const FolderListing>(folder_of(std::move(folder), names));
}

[[nodiscard]] inline std::vector<std::string> names_of(const std::vector<const FolderEntry*>& rows) {
    std::vector<std::string> names;
    for (const FolderEntry* row : rows) names.push_back(row->name);
    return names;
}

inline const FileFilter kAllFiles{"all", {}};
inline const FileFilter kMaps{"maps", {".geojson", ".map.json"}};

}  // namespace jinsha::ui
