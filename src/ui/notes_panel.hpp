#pragma once

#include "ui/frame.hpp"

#include <cstdint>
#include <map>
#include <set>

namespace jinsha::ui {

/// What the notes remember while they are shown.
struct NotesState {
    std::set<std::uint64_t> expanded;               // whose details are shown
    std::map<std::uint64_t, double> seconds_shown;  // of notes that go by themselves
};

/// Notes one below the other, in the middle, from `top` downwards. Those that tell something was done go
/// after a few seconds. Returns through `bottom` where the last one ends.
struct NotesResult {
    Commands commands;
    float bottom{};
    bool is_waiting{};  // a note will go by itself: draw again
};
[[nodiscard]] NotesResult draw_notes(Frame& frame, const std::vector<Note>& notes, const Rect& area,
                                     double seconds, NotesState& state);

}  // namespace jinsha::ui
