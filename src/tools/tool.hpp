#pragma once

#include "tools/command.hpp"
#include "tools/event.hpp"

#include <optional>
#include <vector>

namespace jinsha::tools {

/// What a tool says to an event.
struct Answer {
    std::vector<Command> commands;
    bool is_taken{};  // no other tool shall see the event
};

/// The pointer's shape while a tool is at work.
enum class CursorShape { Arrow, Hand, Grabbing, Cross };

/// One interaction. Takes events, returns commands, knows neither the window nor the map.
class Tool {
public:
    virtual ~Tool() = default;
    virtual Answer handle(const Event& event) = 0;
    /// None: whatever is usual.
    [[nodiscard]] virtual std::optional<CursorShape> cursor() const { return std::nullopt; }
};

/// A pointer that moved no farther than this from where it was pressed made a click, not a drag.
constexpr double kClickTolerancePx = 4;  // CSS pixels

}  // namespace jinsha::tools
