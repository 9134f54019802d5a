#pragma once

#include "ui/input_queue.hpp"

#include <SFML/Window/Event.hpp>

#include <optional>

namespace jinsha::ui {

/// What an event of SFML means to the panels; none when nothing.
[[nodiscard]] std::optional<InputEvent> input_of(const sf::Event& event);

}  // namespace jinsha::ui
