#include "ui/area_model.hpp"
#include "ui/interface_state.hpp"
#include "ui/measure_model.hpp"
#include "ui/sfml_events.hpp"

#include <imgui.h>

namespace jinsha::ui {
namespace {

/// Ctrl and Shift by themselves: what a click means depends on them.
void note_modifier(const sf::Event::KeyEvent& key, bool is_down) {
    ImGuiIO& io = ImGui::GetIO();
    if (key.code == sf::Keyboard::LControl || key.code == sf::Keyboard::RControl) io.KeyCtrl = is_down;
    if (key.code == sf::Keyboard::LShift || key.code == sf::Keyboard::RShift) io.KeyShift = is_down;
}

/// Function keys, and letters with Ctrl, that no line of text knows: they stay actions while one is written.
bool is_never_written(const sf::Event::KeyEvent& key) {
    const bool is_function = key.code >= sf::Keyboard::F1 && key.code <= sf::Keyboard::F15;
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key = key;
    return (is_function || key.control) && !input_of(event);
}

bool moves_in_list(const sf::Event::KeyEvent& key) {
    switch (key.code) {
        case sf::Keyboard::Up:
        case sf::Keyboard::Down:
        case sf::Keyboard::Left:
        case sf::Keyboard::Right:
        case sf::Keyboard::Home:
        case sf::Keyboard::End:
        case sf::Keyboard::PageUp:
        case sf::Keyboard::PageDown:
        case sf::Keyboard::Enter:
        case sf::Keyboard::Escape:
            return !key.alt && !key.system;
        default:
            return false;
    }
}

}  // namespace

bool Interface::handle_event(const sf::Event& event) {
    State& s = *state_;
    switch (event.type) {
        case sf::Event::MouseMoved: {
            const bool was_of_panels = s.pointer.is_of_panels();
            s.pointer.move({static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)});
            if (s.pointer.is_of_panels()) {
                s.push(event);
            } else if (was_of_panels) {
                s.queue.push(PointerLeft{});
            }
            return s.pointer.is_of_panels();
        }
        case sf::Event::MouseLeft:
            s.pointer.leave();
            s.push(event);
            return false;
        case sf::Event::MouseButtonPressed: {
            s.pointer.move(
                {static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y)});
            const bool is_ours = s.pointer.press();
            if (is_ours) {
                s.queue.push(PointerMoved{s.pointer.at()});
                s.push(event);
            }
            return is_ours;
        }
        case sf::Event::MouseButtonReleased: {
            const bool is_ours = s.pointer.release();
            if (is_ours) s.push(event);
            return is_ours;
        }
        case sf::Event::MouseWheelScrolled:
            if (s.pointer.is_of_panels()) s.push(event);
            return s.pointer.is_of_panels();
        case sf::Event::KeyPressed:
            note_modifier(event.key, true);
            return s.take_key(event.key);
        case sf::Event::KeyReleased:
            note_modifier(event.key, false);
            s.push(event);
            return false;
        case sf::Event::TextEntered: {
            const auto input = input_of(event);
            const auto* text = input ? std::get_if<TextEntered>(&*input) : nullptr;
            return text != nullptr && handle_text(text->utf8);
        }
        case sf::Event::LostFocus:
            ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeyShift = false;  // releases elsewhere are not told
            s.pointer.leave();
            return false;
        default:
            return false;
    }
}

bool Interface::handle_text(std::string_view utf8) {
    if (!state_->widgets.has_keyboard_claim()) return false;
    ensure_glyphs(utf8);
    state_->queue.push(TextEntered{std::string{utf8}});
    return true;
}

/// A key that the panels take; commands follow with the next frame.
bool Interface::State::take_key(const sf::Event::KeyEvent& key) {
    if (widgets.has_keyboard_claim()) {
        const bool is_action = key.control && key.code == sf::Keyboard::Q;
        if (is_action || (shown.dialog.empty() && is_never_written(key))) return false;
        push_key(key);
        return true;
    }
    if (widgets.has_motion_claim() && moves_in_list(key)) {
        push_key(key);
        return true;
    }
    const bool is_plain = !key.control && !key.alt && !key.system;
    if (key.code == sf::Keyboard::Escape) return close_something();
    const bool moves_focus = key.code == sf::Keyboard::Tab && is_plain;
    const bool activates =
        widgets.has_focus() && (key.code == sf::Keyboard::Enter || key.code == sf::Keyboard::Space);
    if (!moves_focus && !activates) return false;
    push_key(key);
    return true;
}

void Interface::State::push_key(const sf::Event::KeyEvent& key) {
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key = key;
    push(event);
}

/// What Esc means: the topmost thing goes. A drag on the map comes first, and is the map's.
bool Interface::State::close_something() {
    if (pointer.is_held_by_map()) return false;
    if (shown.place_menu) {
        asked.emplace_back(ClosePlaceMenu{});
    } else if (!shown.dialog.empty()) {
        asked.emplace_back(ShowDialog{});
    } else if (widgets.has_focus()) {
        widgets.drop_focus();
    } else if (shown.loading) {
        asked.emplace_back(CancelLoading{});
    } else if ((shown.measure && shown.measure->is_on) || (shown.area && shown.area->is_on)) {
        return false;  // the tool's
    } else if (shown.card) {
        asked.emplace_back(CloseCard{});
    } else if (!shown.side_panel.empty() && !shown.panels_hidden) {
        asked.emplace_back(ShowSidePanel{});
    } else {
        return false;
    }
    return has_news = true;
}

void Interface::State::push(const sf::Event& event) {
    if (auto input = input_of(event)) queue.push(*std::move(input));
}

}  // namespace jinsha::ui
