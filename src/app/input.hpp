#pragma once

#include "tools/event.hpp"

#include <functional>
#include <optional>

namespace sf {
class Event;
}

namespace jinsha::app {

/// SFML's events in the words of the tools.
class InputTranslator {
public:
    /// @param held  which modifier keys are held down now; SFML does not say it of mouse events
    explicit InputTranslator(std::function<tools::Modifiers()> held);

    /// None for events that mean nothing to a map. `now_s`: any clock that only rises (double clicks).
    [[nodiscard]] std::optional<tools::Event> translate(const sf::Event& event, double now_s);

private:
    struct Press {
        geo::ScreenPoint at;
        tools::Button button{};
        double time_s{};
        int clicks{};
    };
    [[nodiscard]] int count_clicks(const Press& press) const;

    std::function<tools::Modifiers()> held_;
    std::optional<Press> last_press_;
};

/// What the keyboard holds down, as X says it.
[[nodiscard]] tools::Modifiers held_modifiers();

}  // namespace jinsha::app
