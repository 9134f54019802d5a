#pragma once

#include "tools/event.hpp"

#include <optional>

namespace sf {
class Event;
}

namespace jinsha::app {

/// SFML's events in the words of the tools. It must see every event in order, also those that panels take:
/// SFML does not say of mouse events which keys were held, and the keyboard itself may be ahead of the queue.
class InputTranslator {
public:
    /// None for events that mean nothing to a map. `now_s`: any clock that only rises (double clicks).
    [[nodiscard]] std::optional<tools::Event> translate(const sf::Event& event, double now_s);

private:
    struct Press {
        geo::ScreenPoint at;
        tools::Button button{};
        double time_s{};
        int clicks{};
    };
    void note_modifiers(const sf::Event& event);
    [[nodiscard]] int count_clicks(const Press& press) const;

    tools::Modifiers held_;
    std::optional<Press> last_press_;
};

}  // namespace jinsha::app
