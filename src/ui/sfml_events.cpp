#include "ui/sfml_events.hpp"

#include "ui/characters.hpp"

namespace jinsha::ui {
namespace {

std::optional<PressedKey> key_of(sf::Keyboard::Key key) {
    switch (key) {
        case sf::Keyboard::Tab:
            return PressedKey::Tab;
        case sf::Keyboard::Enter:
            return PressedKey::Enter;
        case sf::Keyboard::Space:
            return PressedKey::Space;
        case sf::Keyboard::Escape:
            return PressedKey::Escape;
        case sf::Keyboard::Backspace:
            return PressedKey::Backspace;
        case sf::Keyboard::Delete:
            return PressedKey::Delete;
        case sf::Keyboard::Left:
            return PressedKey::Left;
        case sf::Keyboard::Right:
            return PressedKey::Right;
        case sf::Keyboard::Up:
            return PressedKey::Up;
        case sf::Keyboard::Down:
            return PressedKey::Down;
        case sf::Keyboard::Home:
            return PressedKey::Home;
        case sf::Keyboard::End:
            return PressedKey::End;
        case sf::Keyboard::PageUp:
            return PressedKey::PageUp;
        case sf::Keyboard::PageDown:
            return PressedKey::PageDown;
        case sf::Keyboard::F5:
            return PressedKey::F5;
        case sf::Keyboard::A:
            return PressedKey::A;
        case sf::Keyboard::C:
            return PressedKey::C;
        case sf::Keyboard::H:
            return PressedKey::H;
        case sf::Keyboard::L:
            return PressedKey::L;
        case sf::Keyboard::N:
            return PressedKey::N;
        case sf::Keyboard::V:
            return PressedKey::V;
        case sf::Keyboard::X:
            return PressedKey::X;
        case sf::Keyboard::Y:
            return PressedKey::Y;
        case sf::Keyboard::Z:
            return PressedKey::Z;
        default:
            return std::nullopt;
    }
}

std::optional<InputEvent> key_change(const sf::Event::KeyEvent& event, bool is_down) {
    const auto key = key_of(event.code);
    if (!key) return std::nullopt;
    return KeyChanged{*key, is_down, event.control, event.shift, event.alt};
}

std::optional<InputEvent> button_change(const sf::Event::MouseButtonEvent& event, bool is_down) {
    if (event.button != sf::Mouse::Left) return std::nullopt;
    return ButtonChanged{is_down};
}

std::optional<InputEvent> wheel_turn(const sf::Event::MouseWheelScrollEvent& event) {
    if (event.wheel != sf::Mouse::VerticalWheel) return std::nullopt;
    return WheelTurned{event.delta};
}

std::optional<InputEvent> text(char32_t character) {
    if (character < U' ' || character == 0x7F) return std::nullopt;  // what Enter, Backspace and Ctrl+C send
    return TextEntered{utf8(character)};
}

}  // namespace

std::optional<InputEvent> input_of(const sf::Event& event) {
    switch (event.type) {
        case sf::Event::MouseMoved:
            return PointerMoved{
                {static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)}};
        case sf::Event::MouseLeft:
            return PointerLeft{};
        case sf::Event::MouseButtonPressed:
            return button_change(event.mouseButton, true);
        case sf::Event::MouseButtonReleased:
            return button_change(event.mouseButton, false);
        case sf::Event::MouseWheelScrolled:
            return wheel_turn(event.mouseWheelScroll);
        case sf::Event::KeyPressed:
            return key_change(event.key, true);
        case sf::Event::KeyReleased:
            return key_change(event.key, false);
        case sf::Event::TextEntered:
            return text(event.text.unicode);
        default:
            return std::nullopt;
    }
}

}  // namespace jinsha::ui
