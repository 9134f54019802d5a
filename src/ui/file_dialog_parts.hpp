#pragma once

#include "ui/file_choice.hpp"
#include "ui/frame.hpp"

#include <cstddef>
#include <optional>
#include <string>

/// The parts of the file dialog. Each draws itself and tells the choice what the user did.
namespace jinsha::ui {

/// What a row of the list shows at its left.
[[nodiscard]] std::string icon_of(const FolderEntry& entry);
[[nodiscard]] std::string icon_of(Place::Kind kind);
/// What a place is called.
[[nodiscard]] std::string title_of(const Translations& tr, const Place& place);

/// Up, the path as crumbs or as a line, new folder, hidden files.
void draw_file_path(Frame& frame, FileChoice& choice, const Rect& area);
void draw_file_places(Frame& frame, FileChoice& choice, const Rect& area);
/// The folder's entries; while a path is typed, what it can be completed to. Returns the row that was
/// clicked.
[[nodiscard]] std::optional<std::size_t> draw_file_rows(Frame& frame, FileChoice& choice, const Rect& area);
/// The line of the name when saving.
void draw_file_name(Frame& frame, FileChoice& choice, const Rect& area);

/// What ends the dialog.
enum class FileAnswer { None, Cancel };
/// What is wrong or asked, the filters, and the buttons.
[[nodiscard]] FileAnswer draw_file_footer(Frame& frame, FileChoice& choice, const Rect& area);

/// A key that was pressed. Esc that gives nothing up but the dialog is a Cancel.
[[nodiscard]] FileAnswer press_file_key(FileChoice& choice, const KeyChanged& key, int rows_on_a_page);

}  // namespace jinsha::ui
