#include "ui/file_choice.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

// What is written, and what Enter and Esc mean.
namespace jinsha::ui {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongestName = 255;  // bytes, of every usual file system

fs::path home_of(const FileRequest& request) {
    const auto home = std::ranges::find(request.places, Place::Kind::Home, &Place::kind);
    return home == request.places.end() ? fs::path{"/"} : home->path;
}

bool is_a_name(std::string_view name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == std::string_view::npos;
}

/// Key of the text that says what is wrong with a new name; "" when nothing is.
std::string_view fault_of_name(std::string_view name) {
    if (!is_a_name(name)) return "files.bad_name";
    return name.size() > kLongestName ? "files.long_name" : "";
}

}  // namespace

void FileChoice::begin_path(std::string typed) {
    if (!path_) path_.emplace(PathLine::Folders{folder_, home_of(request_)}, std::move(typed));
    line_ = Line::Path;
    asked_.clear();
    note_edit();
}

void FileChoice::begin_new_folder() {
    new_folder_ = TextEdit{};
    line_ = Line::NewFolder;
    refusal_ = {};
}

void FileChoice::rewrite_path() {
    begin_path((folder() / "").string());
    path_->text().select_all();
}

void FileChoice::begin_name() {
    if (is_saving()) line_ = Line::Name;
}

void FileChoice::note_edit() {
    refusal_ = {};
    is_path_meant_ = is_save_meant_ = false;
    if (line_ == Line::Name) is_list_meant_ = false;
    if (line_ != Line::Path || path_->meaning() != PathLine::Meaning::NotYetKnown) return;
    if (path_->folder() == asked_) return;
    asked_ = path_->folder();
    wishes_.emplace_back(ListFolder{asked_});
}

void FileChoice::complete() {
    if (line_ != Line::Path) return;
    path_->complete(rules_.filter);
    note_edit();
}

void FileChoice::complete_with(const FolderEntry& entry) {
    assert(line_ == Line::Path);
    path_->text() = TextEdit{(path_->folder() / entry.name).string() + (entry.is_folder() ? "/" : "")};
    note_edit();
}

void FileChoice::end_line() {
    path_.reset();
    is_path_meant_ = false;
    line_ = is_saving() ? Line::Name : Line::None;
}

bool FileChoice::give_up() {
    refusal_ = {};
    is_save_meant_ = false;
    if (!question_.empty()) {
        question_.clear();
        return true;
    }
    const bool has_line = line_ == Line::Path || line_ == Line::NewFolder;
    if (has_line) end_line();
    const bool has_awaited = listing_ && !awaited_.empty();
    if (!has_line && has_awaited) awaited_.clear();
    return has_line || has_awaited;
}

void FileChoice::confirm() {
    if (!question_.empty()) return choose({folder_ / question_});
    switch (line_) {
        case Line::Path:
            return confirm_path();
        case Line::NewFolder:
            return confirm_new_folder();
        case Line::Name:
        case Line::None:
            return is_saving() ? confirm_save() : confirm_open();
    }
}

void FileChoice::confirm_path() {
    if (!path_ || path_->text().text().empty()) return;
    const fs::path path = path_->path();
    const PathLine::Meaning meaning = path_->meaning();
    is_path_meant_ = meaning == PathLine::Meaning::NotYetKnown;
    switch (meaning) {
        case PathLine::Meaning::NotYetKnown:
            return;
        case PathLine::Meaning::Folder:
            is_save_meant_ = false;
            end_line();
            return go_to(path);
        case PathLine::Meaning::Unreadable:
            refusal_ = {"files.cannot_read_folder", path_->folder().string()};
            return;
        case PathLine::Meaning::File:
            if (!is_saving()) return choose({path});
            break;
        case PathLine::Meaning::Nothing:
            if (!is_saving()) {
                refusal_ = {"files.no_such_file", path.string()};
                return;
            }
            break;
    }
    // Saving: the name goes into its line and its folder is shown, so that replacing is asked there.
    name_ = TextEdit{path.filename().string()};
    end_line();
    go_to(path.parent_path());
}

void FileChoice::confirm_new_folder() {
    const std::string& name = new_folder_.text();
    const std::string_view fault = fault_of_name(name);
    if (!fault.empty()) {
        refusal_ = {std::string{fault}, name};
        return;
    }
    if (listing_ && entry_named(*listing_, name) != nullptr) {
        refusal_ = {"files.name_is_taken", name};
        return;
    }
    made_ = folder_ / name;
    wishes_.emplace_back(MakeFolder{made_});
}

void FileChoice::confirm_open() {
    const FolderEntry* const entry = under_cursor();
    const bool is_one_folder = chosen_.size() <= 1 && entry != nullptr && entry->is_folder();
    if (is_one_folder) return go_to(folder_ / entry->name);
    std::vector<fs::path> files;
    for (const FolderEntry* row : rows_) {
        if (!row->is_folder() && chosen_.contains(row->name)) files.push_back(folder_ / row->name);
    }
    if (!files.empty()) choose(std::move(files));
}

void FileChoice::confirm_save() {
    const FolderEntry* const entry = under_cursor();
    if (is_list_meant_ && entry != nullptr && entry->is_folder()) return go_to(folder_ / entry->name);
    if (!listing_ || !awaited_.empty()) return;  // what is there is not known yet
    if (name_.text().find('/') != std::string::npos) {
        begin_path(std::exchange(name_, TextEdit{request_.name}).text());
        is_save_meant_ = true;
        return confirm_path();
    }
    const std::string name = name_with_ending();
    const std::string_view fault = fault_of_name(is_a_name(name_.text()) ? name : name_.text());
    if (!fault.empty()) {
        refusal_ = {std::string{fault}, name};
        return;
    }
    const FolderEntry* const old = entry_named(*listing_, name);
    if (old == nullptr) return choose({folder_ / name});
    if (old->is_folder()) {
        refusal_ = {"files.name_is_folder", name};
        return;
    }
    question_ = name;
}

std::string FileChoice::name_with_ending() const {
    const std::string& name = name_.text();
    const auto knows = [&](const FileFilter& filter) {
        return !filter.endings.empty() && filter.matches(name);
    };
    const bool has_ending =
        name.empty() || rules_.filter.endings.empty() || std::ranges::any_of(request_.filters, knows);
    return has_ending ? name : name + rules_.filter.endings.front();
}

void FileChoice::choose(std::vector<fs::path> files) {
    wishes_.emplace_back(ChooseFiles{std::move(files)});
}

}  // namespace jinsha::ui
