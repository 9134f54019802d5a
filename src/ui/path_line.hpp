#pragma once

#include "ui/file_list.hpp"
#include "ui/folder_listing.hpp"
#include "ui/text_edit.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A path that is being typed, absolute, relative to a folder, or from "~" on; what it means is known once
/// the folder of its last part has been read.
class PathLine {
public:
    struct Folders {
        std::filesystem::path current, home;
    };
    explicit PathLine(Folders folders, std::string text = {});

    [[nodiscard]] TextEdit& text() noexcept { return text_; }
    [[nodiscard]] const TextEdit& text() const noexcept { return text_; }
    /// The folder of the last part, whose listing is needed: all that stands before the last slash.
    [[nodiscard]] std::filesystem::path folder() const;
    [[nodiscard]] std::filesystem::path path() const;
    /// Kept when it is of folder().
    void take(std::shared_ptr<const FolderListing> listing);

    enum class Meaning { NotYetKnown, Folder, File, Nothing, Unreadable };
    [[nodiscard]] Meaning meaning() const;
    /// What the last part can be completed to; they live as long as the listing that was taken.
    [[nodiscard]] std::vector<const FolderEntry*> completions(const FileFilter& filter) const;
    /// Writes what all completions have in common, and a slash after the only folder.
    void complete(const FileFilter& filter);

private:
    [[nodiscard]] std::string_view last_part() const;
    [[nodiscard]] std::filesystem::path absolute(std::string_view typed) const;
    [[nodiscard]] bool knows_folder() const { return listing_ && listing_->folder == folder(); }

    Folders folders_;
    TextEdit text_;
    std::shared_ptr<const FolderListing> listing_;
};

}  // namespace jinsha::ui
