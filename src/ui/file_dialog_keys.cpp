#include "ui/file_dialog_parts.hpp"

namespace jinsha::ui {
namespace {

using Line = FileChoice::Line;

void press_with_control(FileChoice& choice, const KeyChanged& key) {
    switch (key.key) {
        case PressedKey::L:
            return choice.rewrite_path();
        case PressedKey::N:
            return key.shift ? choice.begin_new_folder() : void();
        case PressedKey::H:
            return choice.show_hidden(!choice.rules().shows_hidden);
        case PressedKey::A:
            return choice.line() == Line::None ? choice.choose_all() : void();
        default:
            return;
    }
}

/// How far a key moves the cursor of the list; 0: not at all.
std::ptrdiff_t rows_of(const FileChoice& choice, PressedKey key, int page) {
    const auto all = static_cast<std::ptrdiff_t>(choice.rows().size());
    const bool is_free = choice.line() == Line::None;  // else Home and End are the line's
    switch (key) {
        case PressedKey::Up:
            return -1;
        case PressedKey::Down:
            return 1;
        case PressedKey::PageUp:
            return -page;
        case PressedKey::PageDown:
            return page;
        case PressedKey::Home:
            return is_free ? -all : 0;
        case PressedKey::End:
            return is_free ? all : 0;
        default:
            return 0;
    }
}

}  // namespace

FileAnswer press_file_key(FileChoice& choice, const KeyChanged& key, int rows_on_a_page) {
    if (key.key == PressedKey::Escape) return choice.give_up() ? FileAnswer::None : FileAnswer::Cancel;
    if (key.key == PressedKey::Enter && !key.control && !key.alt) {
        if (choice.can_confirm()) choice.confirm();
        return FileAnswer::None;
    }
    if (!choice.question().empty()) return FileAnswer::None;  // it is answered first
    if (key.alt) {
        if (key.key == PressedKey::Up) choice.go_up();
        return FileAnswer::None;
    }
    if (key.control) {
        press_with_control(choice, key);
    } else if (key.key == PressedKey::Backspace && choice.line() == Line::None) {
        choice.go_up();
    } else if (key.key == PressedKey::Tab) {
        choice.complete();
    } else if (key.key == PressedKey::F5) {
        choice.go_to(choice.folder());
    } else if (const auto rows = rows_of(choice, key.key, rows_on_a_page); rows != 0) {
        choice.move_cursor(rows, key.shift);
    }
    return FileAnswer::None;
}

}  // namespace jinsha::ui
