#include "app/input.hpp"

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Keyboard.hpp>

#include <cmath>

namespace jinsha::app {

namespace {

constexpr double kDoubleClickSeconds = 0.4;
constexpr double kDoubleClickPx = 6;

std::optional<tools::Button> button_of(sf::Mouse::Button button) {
    switch (button) {
        case sf::Mouse::Left:
            return tools::Button::Left;
        case sf::Mouse::Middle:
            return tools::Button::Middle;
        case sf::Mouse::Right:
            return tools::Button::Right;
        default:
            return std::nullopt;
    }
}

std::optional<tools::Key> key_of(sf::Keyboard::Key key) {
    switch (key) {
        case sf::Keyboard::Left:
            return tools::Key::Left;
        case sf::Keyboard::Right:
            return tools::Key::Right;
        case sf::Keyboard::Up:
            return tools::Key::Up;
        case sf::Keyboard::Down:
            return tools::Key::Down;
        case sf::Keyboard::Escape:
            return tools::Key::Escape;
        case sf::Keyboard::Enter:
            return tools::Key::Enter;
        case sf::Keyboard::Backspace:
            return tools::Key::Backspace;
        case sf::Keyboard::Delete:
            return tools::Key::Delete;
        default:
            return std::nullopt;
    }
}

geo::ScreenPoint point(int x, int y) {
    return {static_cast<double>(x), static_cast<double>(y)};
}

}  // namespace

void InputTranslator::note_modifiers(const sf::Event& event) {
    if (event.type == sf::Event::LostFocus) held_ = {};  // what is released elsewhere is not told
    if (event.type != sf::Event::KeyPressed && event.type != sf::Event::KeyReleased) return;
    const bool is_down = event.type == sf::Event::KeyPressed;
    switch (event.key.code) {
        case sf::Keyboard::LShift:
        case sf::Keyboard::RShift:
            held_.shift = is_down;
            break;
        case sf::Keyboard::LControl:
        case sf::Keyboard::RControl:
            held_.control = is_down;
            break;
        case sf::Keyboard::LAlt:
        case sf::Keyboard::RAlt:
            held_.alt = is_down;
            break;
        default:
            break;
    }
}

std::optional<tools::Event> InputTranslator::translate(const sf::Event& event, double now_s) {
    note_modifiers(event);
    switch (event.type) {
        case sf::Event::MouseButtonPressed: {
            const auto button = button_of(event.mouseButton.button);
            if (!button) return std::nullopt;
            Press press{point(event.mouseButton.x, event.mouseButton.y), *button, now_s, 1};
            press.clicks = count_clicks(press);
            last_press_ = press;
            return tools::PointerPressed{press.at, press.button, held_, press.clicks};
        }
        case sf::Event::MouseButtonReleased: {
            const auto button = button_of(event.mouseButton.button);
            if (!button) return std::nullopt;
            return tools::PointerReleased{point(event.mouseButton.x, event.mouseButton.y), *button};
        }
        case sf::Event::MouseMoved:
            return tools::PointerMoved{point(event.mouseMove.x, event.mouseMove.y)};
        case sf::Event::MouseLeft:
            return tools::PointerLeft{};
        case sf::Event::MouseWheelScrolled: {
            const auto& wheel = event.mouseWheelScroll;
            if (wheel.wheel != sf::Mouse::VerticalWheel) return std::nullopt;
            return tools::WheelTurned{point(wheel.x, wheel.y), wheel.delta, held_};
        }
        case sf::Event::KeyPressed: {
            const auto key = key_of(event.key.code);
            if (!key || event.key.system) return std::nullopt;
            return tools::KeyPressed{*key, {event.key.shift, event.key.control, event.key.alt}};
        }
        default:
            return std::nullopt;
    }
}

int InputTranslator::count_clicks(const Press& press) const {
    if (!last_press_ || last_press_->button != press.button || last_press_->clicks == 2) return 1;
    const bool is_near =
        std::hypot(press.at.x - last_press_->at.x, press.at.y - last_press_->at.y) <= kDoubleClickPx;
    return is_near && press.time_s - last_press_->time_s <= kDoubleClickSeconds ? 2 : 1;
}

}  // namespace jinsha::app
