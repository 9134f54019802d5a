#include "ui/file_list.hpp"

#include "ui/characters.hpp"

#include <algorithm>
#include <tuple>

namespace jinsha::ui {
namespace {

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool are_equal_but_for_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, small, small);
}

bool begins_with(std::string_view name, std::string_view typed) {
    return name.size() >= typed.size() && are_equal_but_for_case(name.substr(0, typed.size()), typed);
}

bool is_hidden(const FolderEntry& entry) {
    return entry.name.starts_with('.');
}

bool by_name(const FolderEntry* a, const FolderEntry* b) {
    return std::tie(a->sort_key, a->name) < std::tie(b->sort_key, b->name);
}

void sort_by(std::vector<const FolderEntry*>& rows, const FileListRules& rules) {
    std::ranges::sort(rows, by_name);
    const auto comes_before = [&](const FolderEntry* a, const FolderEntry* b) {
        if (rules.order == FileOrder::Time) return a->modified_s < b->modified_s;
        if (rules.order == FileOrder::Size) return a->size < b->size;
        return by_name(a, b);
    };
    std::ranges::stable_sort(rows, [&](const FolderEntry* a, const FolderEntry* b) {
        return rules.is_descending ? comes_before(b, a) : comes_before(a, b);
    });
    std::ranges::stable_partition(rows, [](const FolderEntry* entry) { return entry->is_folder(); });
}

}  // namespace

bool FileFilter::matches(std::string_view name) const {
    return endings.empty() || std::ranges::any_of(endings, [&](const std::string& ending) {
               return name.size() > ending.size() &&
                      are_equal_but_for_case(name.substr(name.size() - ending.size()), ending);
           });
}

std::vector<const FolderEntry*> arranged(const FolderListing& listing, const FileListRules& rules) {
    std::vector<const FolderEntry*> rows;
    for (const FolderEntry& entry : listing.entries) {
        if (is_hidden(entry) && !rules.shows_hidden) continue;
        if (entry.is_folder() || rules.filter.matches(entry.name)) rows.push_back(&entry);
    }
    sort_by(rows, rules);
    return rows;
}

std::optional<std::size_t> row_beginning_with(const std::vector<const FolderEntry*>& rows,
                                              std::string_view typed, std::size_t from) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t row = (from + i) % rows.size();
        if (begins_with(rows[row]->name, typed)) return row;
    }
    return std::nullopt;
}

const FolderEntry* entry_named(const FolderListing& listing, std::string_view name) {
    const auto found = std::ranges::find(listing.entries, name, &FolderEntry::name);
    return found == listing.entries.end() ? nullptr : &*found;
}

std::vector<const FolderEntry*> completions(const FolderListing& listing, const FileFilter& filter,
                                            std::string_view typed) {
    const FileListRules rules{.filter = filter, .shows_hidden = typed.starts_with('.')};
    auto rows = arranged(listing, rules);
    std::erase_if(rows, [&](const FolderEntry* entry) { return !begins_with(entry->name, typed); });
    return rows;
}

std::string common_beginning(const std::vector<const FolderEntry*>& rows) {
    if (rows.empty()) return {};
    const std::string_view first = rows.front()->name;
    std::string_view rest = first;
    std::string_view common;
    while (!rest.empty()) {
        (void)take_character(rest);
        const std::string_view longer = first.substr(0, first.size() - rest.size());
        const auto has_it = [&](const FolderEntry* row) { return row->name.starts_with(longer); };
        if (!std::ranges::all_of(rows, has_it)) break;
        common = longer;
    }
    return std::string{common};
}

}  // namespace jinsha::ui
