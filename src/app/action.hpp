#pragma once

#include "ui/model.hpp"

#include <SFML/Window/Event.hpp>
#include <SFML/Window/Keyboard.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jinsha::app {

/// A key, and the keys that are held with it.
struct KeyChord {
    sf::Keyboard::Key key{};
    bool control{}, shift{}, alt{};
    bool operator==(const KeyChord&) const = default;
};

/// Something the user can ask for, by a key or a button.
struct Action {
    std::string id;              // "view.home"; what commands call it by
    std::string label;           // key of its text in assets/i18n
    std::string keys_shown;      // as the help tells the keys, "Ctrl + Q"; "": the help leaves it out
    std::vector<KeyChord> keys;  // each of them runs it
    std::function<void()> run;
    std::function<bool()> is_enabled;  // empty: always
};

/// All actions of a window: the one door for keys, buttons and lists of what can be done.
class Actions {
public:
    /// Ids and keys must not be taken yet.
    void add(Action action);
    /// Runs it when it is enabled. False when there is none of that id, or it is not enabled.
    bool run(std::string_view id) const;
    /// False when the key is no action's, so that it may mean something else.
    bool run_key(const sf::Event::KeyEvent& key) const;
    /// As panels show them, in the order in which they were added.
    [[nodiscard]] std::vector<ui::ActionInfo> infos() const;

private:
    std::vector<Action> actions_;
};

}  // namespace jinsha::app
