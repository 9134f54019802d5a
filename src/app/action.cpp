#include "app/action.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace jinsha::app {

namespace {

bool is_enabled(const Action& action) {
    return !action.is_enabled || action.is_enabled();
}

bool has_key(const Action& action, const KeyChord& chord) {
    return std::ranges::find(action.keys, chord) != action.keys.end();
}

}  // namespace

void Actions::add(Action action) {
    assert(std::ranges::find(actions_, action.id, &Action::id) == actions_.end());
    assert(std::ranges::none_of(action.keys, [&](const KeyChord& chord) {
        return std::ranges::any_of(actions_, [&](const Action& other) { return has_key(other, chord); });
    }));
    actions_.push_back(std::move(action));
}

bool Actions::run(std::string_view id) const {
    const auto action = std::ranges::find(actions_, id, &Action::id);
    if (action == actions_.end() || !is_enabled(*action)) return false;
    action->run();
    return true;
}

bool Actions::run_key(const sf::Event::KeyEvent& key) const {
    if (key.system) return false;
    const KeyChord chord{key.code, key.control, key.shift, key.alt};
    const auto action =
        std::ranges::find_if(actions_, [&](const Action& candidate) { return has_key(candidate, chord); });
    if (action == actions_.end()) return false;
    if (is_enabled(*action)) action->run();
    return true;
}

std::vector<ui::ActionInfo> Actions::infos() const {
    std::vector<ui::ActionInfo> infos;
    infos.reserve(actions_.size());
    for (const Action& action : actions_) {
        infos.push_back({action.id, action.label, action.keys_shown, is_enabled(action)});
    }
    return infos;
}

}  // namespace jinsha::app
