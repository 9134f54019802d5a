#include "ui/path_line.hpp"

#include <utility>

namespace jinsha::ui {

namespace fs = std::filesystem;

PathLine::PathLine(Folders folders, std::string text)
    : folders_{std::move(folders)}, text_{std::move(text)} {}

std::string_view PathLine::last_part() const {
    const std::string_view text = text_.text();
    return text.substr(text.rfind('/') + 1);  // all of it without a slash
}

fs::path PathLine::absolute(std::string_view typed) const {
    const bool begins_at_home = typed == "~" || typed.starts_with("~/");
    if (begins_at_home) typed.remove_prefix(std::min<std::size_t>(typed.size(), 2));
    const fs::path& base = begins_at_home ? folders_.home : folders_.current;
    const fs::path path = (base / typed).lexically_normal();
    return path.has_filename() ? path : path.parent_path();  // without a slash at its end
}

fs::path PathLine::folder() const {
    const std::string_view text = text_.text();
    return text == "~" ? folders_.home : absolute(text.substr(0, text.size() - last_part().size()));
}

fs::path PathLine::path() const {
    return absolute(text_.text());
}

void PathLine::take(std::shared_ptr<const FolderListing> listing) {
    if (listing->folder == folder()) listing_ = std::move(listing);
}

PathLine::Meaning PathLine::meaning() const {
    if (!knows_folder()) return Meaning::NotYetKnown;
    if (!listing_->fault.empty()) return Meaning::Unreadable;
    const std::string_view name = last_part();
    if (name.empty() || name == "." || name == ".." || name == "~") return Meaning::Folder;
    const FolderEntry* const entry = entry_named(*listing_, name);
    if (entry == nullptr) return Meaning::Nothing;
    return entry->is_folder() ? Meaning::Folder : Meaning::File;
}

std::vector<const FolderEntry*> PathLine::completions(const FileFilter& filter) const {
    if (!knows_folder()) return {};
    return ui::completions(*listing_, filter, last_part());
}

void PathLine::complete(const FileFilter& filter) {
    const auto rows = completions(filter);
    std::string common = common_beginning(rows);
    const bool is_one_folder = rows.size() == 1 && rows.front()->is_folder();
    if (is_one_folder) common += '/';
    // What was typed in other letters (a for A) is still completed when nothing is taken away by it.
    if (common.size() < last_part().size()) return;
    text_.select(text_.text().size() - last_part().size(), text_.text().size());
    text_.insert(common);
}

}  // namespace jinsha::ui
