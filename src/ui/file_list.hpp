#pragma once

#include "ui/folder_listing.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::ui {

enum class FileOrder { Name, Time, Size };

struct FileListRules {
    FileFilter filter;
    FileOrder order{FileOrder::Name};
    bool is_descending{};
    bool shows_hidden{};  // names that begin with a dot
    bool operator==(const FileListRules&) const = default;
};

/// The entries of a folder that are shown, folders first, in order; equal ones in the order of their names.
/// They point into `listing`.
[[nodiscard]] std::vector<const FolderEntry*> arranged(const FolderListing& listing,
                                                       const FileListRules& rules);

/// The next row from `from` on (and around) whose name begins with `typed`, whatever the case of Latin
/// letters.
[[nodiscard]] std::optional<std::size_t> row_beginning_with(const std::vector<const FolderEntry*>& rows,
                                                            std::string_view typed, std::size_t from);

/// The entry of that very name; null when there is none.
[[nodiscard]] const FolderEntry* entry_named(const FolderListing& listing, std::string_view name);

/// What a typed name can be completed to: entries that begin with it and may be chosen, folders first, by
/// name; hidden ones only when a dot was typed.
[[nodiscard]] std::vector<const FolderEntry*> completions(const FolderListing& listing,
                                                          const FileFilter& filter, std::string_view typed);
/// What the names of all `rows` begin with, in whole characters.
[[nodiscard]] std::string common_beginning(const std::vector<const FolderEntry*>& rows);

}  // namespace jinsha::ui
