#include "ui/input_queue.hpp"

#include <cfloat>
#include <utility>

namespace jinsha::ui {
namespace {

int index_of(PressedKey key) {
    return static_cast<int>(key);
}

/// Hands one event over; true when a frame must see it before the next one comes.
class Feeder {
public:
    Feeder(ImGuiIO& io, Widgets::Keys& keys) : io_{io}, keys_{keys} {}

    bool operator()(const PointerMoved& event) const {
        io_.MousePos = {event.to.x, event.to.y};
        return false;
    }
    bool operator()(const PointerLeft&) const {
        io_.MousePos = {-FLT_MAX, -FLT_MAX};
        return false;
    }
    bool operator()(const ButtonChanged& event) const {
        io_.MouseDown[0] = event.is_down;
        return true;
    }
    bool operator()(const WheelTurned& event) const {
        io_.MouseWheel += event.notches;
        return false;
    }
    bool operator()(const KeyChanged& event) const {
        io_.KeysDown[index_of(event.key)] = event.is_down;
        io_.KeyCtrl = event.control;
        io_.KeyShift = event.shift;
        io_.KeyAlt = event.alt;
        if (event.is_down) note(event);
        return true;
    }
    bool operator()(const TextEntered& event) const {
        keys_.text += event.utf8;
        return false;
    }

private:
    void note(const KeyChanged& event) const {
        keys_.pressed = event;
        if (event.key == PressedKey::Tab) (event.shift ? keys_.previous : keys_.next) = true;
        if (event.key == PressedKey::Enter || event.key == PressedKey::Space) keys_.activate = true;
    }

    ImGuiIO& io_;
    Widgets::Keys& keys_;
};

}  // namespace

void InputQueue::map_keys(ImGuiIO& io) {
    constexpr std::pair<ImGuiKey_, PressedKey> kKeys[]{
        {ImGuiKey_Tab, PressedKey::Tab},
        {ImGuiKey_Enter, PressedKey::Enter},
        {ImGuiKey_Space, PressedKey::Space},
        {ImGuiKey_Escape, PressedKey::Escape},
        {ImGuiKey_Backspace, PressedKey::Backspace},
        {ImGuiKey_Delete, PressedKey::Delete},
        {ImGuiKey_LeftArrow, PressedKey::Left},
        {ImGuiKey_RightArrow, PressedKey::Right},
        {ImGuiKey_UpArrow, PressedKey::Up},
        {ImGuiKey_DownArrow, PressedKey::Down},
        {ImGuiKey_Home, PressedKey::Home},
        {ImGuiKey_End, PressedKey::End},
        {ImGuiKey_PageUp, PressedKey::PageUp},
        {ImGuiKey_PageDown, PressedKey::PageDown},
        {ImGuiKey_A, PressedKey::A},
        {ImGuiKey_C, PressedKey::C},
        {ImGuiKey_V, PressedKey::V},
        {ImGuiKey_X, PressedKey::X},
        {ImGuiKey_Y, PressedKey::Y},
        {ImGuiKey_Z, PressedKey::Z},
    };
    for (const auto& [theirs, ours] : kKeys) io.KeyMap[theirs] = index_of(ours);
}

Widgets::Keys InputQueue::feed(ImGuiIO& io) {
    Widgets::Keys keys;
    while (!events_.empty()) {
        const InputEvent event = std::move(events_.front());
        events_.pop_front();
        if (std::visit(Feeder{io, keys}, event)) break;
    }
    return keys;
}

}  // namespace jinsha::ui
