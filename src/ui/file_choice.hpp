#pragma once

#include "ui/file_list.hpp"
#include "ui/folder_listing.hpp"
#include "ui/path_line.hpp"
#include "ui/text_edit.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace jinsha::ui {

/// What the program wants to know from the user.
struct FileRequest {
    enum class Purpose { Open, Save };
    Purpose purpose{};
    std::filesystem::path folder;     // to begin with, absolute
    std::string name;                 // suggested, for Save
    std::vector<FileFilter> filters;  // at least one; Save adds the first ending of the chosen one
    std::vector<Place> places;
    std::string title;  // key of its text
    bool operator==(const FileRequest&) const = default;
};

/// What the file dialog asks of the program. Each folder that is listed or made is answered by a listing of
/// it, with a fault when that was not possible.
struct ListFolder {
    std::filesystem::path folder;
    bool operator==(const ListFolder&) const = default;
};
struct MakeFolder {
    std::filesystem::path folder;
    bool operator==(const MakeFolder&) const = default;
};
/// The end: files that are there (Open), or the one to be written (Save).
struct ChooseFiles {
    std::vector<std::filesystem::path> files;
    bool operator==(const ChooseFiles&) const = default;
};
using FileWish = std::variant<ListFolder, MakeFolder, ChooseFiles>;

/// A part of the path above the list, each a step up.
struct Crumb {
    std::string label;
    std::optional<Place::Kind> place;  // it begins with this place, whose name is `label`
    std::filesystem::path folder;
    bool operator==(const Crumb&) const = default;
};

/// The file dialog without its drawing: where it is, what is chosen, what is typed. Reads nothing itself.
class FileChoice {
public:
    explicit FileChoice(FileRequest request);

    // What is shown
    [[nodiscard]] const FileRequest& request() const noexcept { return request_; }
    [[nodiscard]] bool is_saving() const noexcept { return request_.purpose == FileRequest::Purpose::Save; }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }
    /// The folder that is being read and will be shown when it is there; empty: none.
    [[nodiscard]] const std::filesystem::path& awaited() const noexcept { return awaited_; }
    [[nodiscard]] std::vector<Crumb> crumbs() const;
    /// Why the folder cannot be read; "" when it can.
    [[nodiscard]] std::string_view fault() const noexcept;
    [[nodiscard]] const std::vector<const FolderEntry*>& rows() const noexcept { return rows_; }
    [[nodiscard]] std::optional<std::size_t> cursor() const noexcept { return cursor_; }
    [[nodiscard]] bool is_chosen(std::size_t row) const;
    [[nodiscard]] const FileListRules& rules() const noexcept { return rules_; }
    [[nodiscard]] std::size_t filter() const noexcept { return filter_; }

    /// Which line is being written, if any: the name of the file to be saved, a path, the name of a folder.
    enum class Line { None, Name, Path, NewFolder };
    [[nodiscard]] Line line() const noexcept { return line_; }
    /// The text of a line; note_edit() after it was changed. Not of Line::None.
    [[nodiscard]] TextEdit& text(Line line);
    /// What the typed path can be completed to.
    [[nodiscard]] std::vector<const FolderEntry*> completions() const;
    /// The name of the existing file that would be replaced; "" when nothing is asked.
    [[nodiscard]] const std::string& question() const noexcept { return question_; }
    /// Why the last step was not possible.
    struct Refusal {
        std::string text;    // key of the text; "": it was
        std::string detail;  // in the system's words, may be empty
    };
    [[nodiscard]] const Refusal& refusal() const noexcept { return refusal_; }
    /// Whether there is something that confirm() would do.
    [[nodiscard]] bool can_confirm() const;

    // What the user does
    void go_to(const std::filesystem::path& folder);
    /// A folder is entered, a file is chosen at once.
    void go_to_place(const Place& place);
    void go_up();
    void move_cursor(std::ptrdiff_t rows, bool extends);
    enum class Click { Only, Toggle, Extend };  // plain, with Ctrl, with Shift
    void click(std::size_t row, Click click);
    void choose_all();
    /// Enters a folder, takes a file.
    void open_row(std::size_t row);
    /// A letter of a name that is looked for in the list. `now_s`: any clock that only rises.
    void look_for(std::string_view typed, double now_s);
    void set_filter(std::size_t filter);
    void sort_by(FileOrder order);  // the other way round when it is that already
    void show_hidden(bool shows);
    /// A path is going to be typed; it begins with `typed`.
    void begin_path(std::string typed = {});
    /// The same with the folder that is shown, selected: whoever types means another one.
    void rewrite_path();
    void begin_new_folder();
    void begin_name();
    void note_edit();
    /// Tab in a path.
    void complete();
    /// One of completions() is meant.
    void complete_with(const FolderEntry& entry);
    /// Enter: what is written, chosen or asked is meant.
    void confirm();
    /// Esc: it is not. False when nothing but the dialog itself can be given up.
    [[nodiscard]] bool give_up();

    // What it asks of the program, and the answers
    [[nodiscard]] std::vector<FileWish> take_wishes();
    void take(std::shared_ptr<const FolderListing> listing);

private:
    void show(std::shared_ptr<const FolderListing> listing, const std::string& name_under_cursor);
    void arrange();
    void put_cursor(std::size_t row);
    void end_line();
    void confirm_path();
    void confirm_new_folder();
    void confirm_open();
    void confirm_save();
    void choose(std::vector<std::filesystem::path> files);
    [[nodiscard]] const FolderEntry* under_cursor() const;
    [[nodiscard]] std::string name_with_ending() const;

    FileRequest request_;
    std::filesystem::path folder_, awaited_, made_;
    std::string coming_from_;                       // the folder that the cursor is put on, above
    std::shared_ptr<const FolderListing> listing_;  // of folder_; null before the first
    FileListRules rules_;
    std::size_t filter_{};
    std::vector<const FolderEntry*> rows_;  // into listing_
    std::optional<std::size_t> cursor_;
    std::size_t anchor_{};          // where Shift began
    std::set<std::string> chosen_;  // names
    std::string looked_for_;
    double looked_for_at_s_{};
    Line line_;
    TextEdit name_, new_folder_;
    std::optional<PathLine> path_;
    std::filesystem::path asked_;  // the folder of the typed path, which is being read
    bool is_save_meant_{};         // the typed path was written as the name, and Enter was pressed
    bool is_path_meant_{};         // Enter was pressed before its folder was read
    bool is_list_meant_{};         // saving: the cursor was moved since the name was written
    std::string question_;
    Refusal refusal_;
    std::vector<FileWish> wishes_;
};

}  // namespace jinsha::ui
