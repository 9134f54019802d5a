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

/// Notes one above the other, in the middle, from the bottom of `area` upwards, where neither the bar of
/// tools nor a form stands; the last one lowest. Those that tell something was done go after a few seconds.
struct NotesResult {
    Commands commands;
    bool is_waiting{};  // a note will go by itself: draw again
};
[[nodiscard]] NotesResult draw_notes(Frame& frame, const std::vector<Note>& notes, const Rect& area,
                                     double seconds, NotesState& state);

}  // namespace jinsha::ui
