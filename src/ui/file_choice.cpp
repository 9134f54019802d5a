#include "ui/file_choice.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace jinsha::ui {

namespace fs = std::filesystem;

namespace {

constexpr double kSecondsBetweenLetters = 1;

bool lies_in(const fs::path& path, const fs::path& folder) {
    return std::ranges::mismatch(folder, path).in1 == folder.end();
}

/// The part of a name before the ending that `filter` knows; all of it when it knows none.
std::string_view stem(std::string_view name, const FileFilter& filter) {
    for (const std::string& ending : filter.endings) {
        const FileFilter one{{}, {ending}};
        if (one.matches(name)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

}  // namespace

FileChoice::FileChoice(FileRequest request)
    : request_{std::move(request)},
      folder_{request_.folder},
      line_{request_.purpose == FileRequest::Purpose::Save ? Line::Name : Line::None},
      name_{request_.name} {
    assert(!request_.filters.empty());
    rules_.filter = request_.filters.front();
    name_.select(0, stem(name_.text(), rules_.filter).size());
    go_to(folder_);
}

// What is shown

std::vector<Crumb> FileChoice::crumbs() const {
    const Place* place = nullptr;  // the nearest one that has a name of its own
    for (const Place& known : request_.places) {
        const bool is_root = known.kind == Place::Kind::Home || known.kind == Place::Kind::Volume;
        if (!is_root || !lies_in(folder_, known.path)) continue;
        if (place == nullptr || lies_in(known.path, place->path)) place = &known;
    }
    std::vector<Crumb> crumbs;
    fs::path at = place == nullptr ? folder_.root_path() : place->path;
    crumbs.push_back(place == nullptr ? Crumb{at.string(), std::nullopt, at}
                                      : Crumb{place->name, place->kind, at});
    for (const fs::path& part : folder_.lexically_relative(at)) {
        if (part == ".") continue;
        at /= part;
        crumbs.push_back({part.string(), std::nullopt, at});
    }
    return crumbs;
}

std::string_view FileChoice::fault() const noexcept {
    return listing_ ? std::string_view{listing_->fault} : std::string_view{};
}

bool FileChoice::is_chosen(std::size_t row) const {
    return chosen_.contains(rows_[row]->name);
}

TextEdit& FileChoice::text(Line line) {
    assert(line != Line::None && (line != Line::Path || path_));
    if (line == Line::Path) return path_->text();
    return line == Line::Name ? name_ : new_folder_;
}

std::vector<const FolderEntry*> FileChoice::completions() const {
    if (!path_) return {};
    return path_->completions(rules_.filter);
}

bool FileChoice::can_confirm() const {
    if (!question_.empty()) return true;
    if (line_ == Line::Path) return !path_->text().text().empty();
    if (line_ == Line::NewFolder) return !new_folder_.text().empty();
    return is_saving() ? !name_.text().empty() : !chosen_.empty();
}

// Where it is

void FileChoice::go_to(const fs::path& folder) {
    awaited_ = folder;
    refusal_ = {};
    wishes_.emplace_back(ListFolder{folder});
}

void FileChoice::go_to_place(const Place& place) {
    place.kind == Place::Kind::RecentFile ? choose({place.path}) : go_to(place.path);
}

void FileChoice::go_up() {
    if (!folder_.has_relative_path()) return;
    coming_from_ = folder_.filename();
    go_to(folder_.parent_path());
}

std::vector<FileWish> FileChoice::take_wishes() {
    return std::exchange(wishes_, {});
}

void FileChoice::take(std::shared_ptr<const FolderListing> listing) {
    if (listing->folder == made_) {
        made_.clear();
        if (!listing->fault.empty()) {
            refusal_ = {"files.cannot_make_folder", listing->fault};
            return;
        }
        end_line();
        awaited_ = listing->folder;
    }
    if (path_) {
        path_->take(listing);
        if (is_path_meant_) confirm_path();
    }
    const bool is_awaited = listing->folder == awaited_;
    const bool is_read_again = listing->folder == folder_ && listing_;
    if (is_awaited) awaited_.clear();
    if (is_read_again) {
        const FolderEntry* const entry = under_cursor();
        const std::string name = entry == nullptr ? std::string{} : entry->name;
        show(std::move(listing), name);
    } else if (is_awaited) {
        chosen_.clear();
        show(std::move(listing), std::exchange(coming_from_, {}));
        if (std::exchange(is_save_meant_, false)) confirm_save();
    }
}

void FileChoice::show(std::shared_ptr<const FolderListing> listing, const std::string& name_under_cursor) {
    rows_.clear();
    listing_ = std::move(listing);
    folder_ = listing_->folder;
    arrange();
    const auto found =
        std::ranges::find(rows_, name_under_cursor, [](const FolderEntry* row) { return row->name; });
    if (found != rows_.end()) return put_cursor(static_cast<std::size_t>(found - rows_.begin()));
    if (!rows_.empty() && !is_saving()) put_cursor(0);
}

/// Makes the rows anew; the cursor stays on its entry.
void FileChoice::arrange() {
    const FolderEntry* const entry = rows_.empty() ? nullptr : under_cursor();
    rows_ = listing_ ? arranged(*listing_, rules_) : std::vector<const FolderEntry*>{};
    cursor_.reset();
    const auto found = std::ranges::find(rows_, entry);
    if (found != rows_.end()) cursor_ = static_cast<std::size_t>(found - rows_.begin());
    anchor_ = cursor_.value_or(0);
    std::erase_if(chosen_, [&](const std::string& name) {
        return std::ranges::find(rows_, name, [](const FolderEntry* row) { return row->name; }) ==
               rows_.end();
    });
}

// What is chosen

const FolderEntry* FileChoice::under_cursor() const {
    return cursor_ && *cursor_ < rows_.size() ? rows_[*cursor_] : nullptr;
}

void FileChoice::put_cursor(std::size_t row) {
    cursor_ = anchor_ = row;
    chosen_ = {rows_[row]->name};
    refusal_ = {};
}

void FileChoice::move_cursor(std::ptrdiff_t by, bool extends) {
    if (rows_.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    const std::ptrdiff_t from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) : (by > 0 ? -1 : last + 1);
    click(static_cast<std::size_t>(std::clamp(from + by, std::ptrdiff_t{0}, last)),
          extends ? Click::Extend : Click::Only);
}

void FileChoice::click(std::size_t row, Click click) {
    assert(row < rows_.size());
    is_list_meant_ = true;
    if (is_saving() || click == Click::Only) {
        put_cursor(row);
        if (is_saving() && !rows_[row]->is_folder()) name_ = TextEdit{rows_[row]->name};
        return;
    }
    cursor_ = row;
    if (click == Click::Toggle) {
        anchor_ = row;
        if (chosen_.erase(rows_[row]->name) == 0) chosen_.insert(rows_[row]->name);
        return;
    }
    chosen_.clear();
    for (std::size_t i = std::min(anchor_, row); i <= std::max(anchor_, row); ++i)
        chosen_.insert(rows_[i]->name);
}

void FileChoice::choose_all() {
    if (is_saving()) return;
    for (const FolderEntry* row : rows_) {
        if (!row->is_folder()) chosen_.insert(row->name);
    }
}

void FileChoice::open_row(std::size_t row) {
    assert(row < rows_.size());
    put_cursor(row);
    if (rows_[row]->is_folder()) return go_to(folder_ / rows_[row]->name);
    if (is_saving()) {
        name_ = TextEdit{rows_[row]->name};
        return confirm_save();
    }
    choose({folder_ / rows_[row]->name});
}

void FileChoice::look_for(std::string_view typed, double now_s) {
    if (now_s - looked_for_at_s_ > kSecondsBetweenLetters) looked_for_.clear();
    looked_for_at_s_ = now_s;
    // The same letter again goes on to the next such name.
    const bool goes_on = looked_for_ == typed;
    if (!goes_on) looked_for_ += typed;
    const std::size_t from = cursor_.value_or(0) + (goes_on || looked_for_ == typed ? 1 : 0);
    if (const auto row = row_beginning_with(rows_, looked_for_, from)) put_cursor(*row);
}

void FileChoice::set_filter(std::size_t filter) {
    assert(filter < request_.filters.size());
    const FileFilter& now = request_.filters[filter];
    const std::string_view kept = stem(name_.text(), rules_.filter);
    if (is_saving() && kept.size() < name_.text().size() && !now.endings.empty()) {
        name_ = TextEdit{std::string{kept} + now.endings.front()};
    }
    filter_ = filter;
    rules_.filter = now;
    arrange();
}

void FileChoice::sort_by(FileOrder order) {
    rules_.is_descending = rules_.order == order ? !rules_.is_descending : order != FileOrder::Name;
    rules_.order = order;
    arrange();
}

void FileChoice::show_hidden(bool shows) {
    rules_.shows_hidden = shows;
    arrange();
}

}  // namespace jinsha::ui
