#include "app/window_part.hpp"

#include <SFML/Window/Clipboard.hpp>

namespace jinsha::app {

void WindowContext::copy_text(const std::string& text) {
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
    add_note(ui::Note::Kind::Done, std::string{tr()("notes.copied")}, "");
}

}  // namespace jinsha::app
