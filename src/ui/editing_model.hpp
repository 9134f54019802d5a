#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace jinsha::ui {

/// A source that new features can go into.
struct EditTarget {
    std::uint32_t source{};  // its place in the map
    std::string title;
    bool operator==(const EditTarget&) const = default;
};

/// A source whose features can only be looked at.
struct ReadOnlySource {
    std::string reason;  // a sentence that names it
    bool operator==(const ReadOnlySource&) const = default;
};

/// What the window tells of editing. Replaced when it changes, never mutated.
struct EditingModel {
    std::size_t unsaved{};  // steps between what is shown and what the files hold
    bool is_saving{};
    bool is_recorded{true};            // all steps are on the disk, in files or journals
    std::string next_undo, next_redo;  // "移动 金沙湖公园"; "": there is none
    std::vector<EditTarget> targets;   // those that may be edited
    std::vector<ReadOnlySource> read_only;
    std::uint32_t target{};  // EditTarget::source of the chosen one; counts when there are any
    std::string tool;        // that is at work: "point", "line", "area", "hole", "reshape"; "": none
    std::string fault;       // why what was drawn or typed is not taken
    std::size_t vertices{};  // of what is being drawn
    bool operator==(const EditingModel&) const = default;
};

}  // namespace jinsha::ui
