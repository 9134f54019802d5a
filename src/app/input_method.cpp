#include "app/input_method.hpp"

#include "app/committed_text.hpp"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <cstring>
#include <deque>
#include <vector>

// libX11 calls back into the program through the three functions at the end of this file, which have no
// argument that could carry our state; so it is one of a kind.
namespace jinsha::app {
namespace {

struct InputMethodState {
    CommittedText text;
    std::deque<bool> taken_keys;  // one for every KeyPress that SFML has handled
};

InputMethodState& state() {
    static InputMethodState the_state;
    return the_state;
}

/// The function of libX11 that ours of the same name stands before.
template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

using CheckIfEvent = Bool(Display*, XEvent*, Bool (*)(Display*, XEvent*, XPointer), XPointer);
using FilterEvent = Bool(XEvent*, Window);
using LookupString = int(XIC, XKeyPressedEvent*, char*, int, KeySym*, Status*);

using Atoms = std::array<Atom, 3>;

/// Messages between an input method and libX11's part of it. They come to windows that SFML does not ask
/// events of. `atoms`: their types; they are not made here, because libX11 must not be called while it
/// searches.
Bool is_protocol_message(Display*, XEvent* event, XPointer atoms) {
    if (event->type != ClientMessage) return False;
    const Atoms& types = *reinterpret_cast<const Atoms*>(atoms);
    return std::ranges::find(types, event->xclient.message_type) != types.end() ? True : False;
}

/// All of the text, however long: the caller of Xutf8LookupString may have a small buffer.
std::string looked_up(XIC context, XKeyPressedEvent* event, KeySym* symbol, Status* status) {
    static auto* const lookup = real<LookupString>("Xutf8LookupString");
    std::vector<char> buffer(64);
    int length = lookup(context, event, buffer.data(), static_cast<int>(buffer.size()), symbol, status);
    if (*status == XBufferOverflow) {
        buffer.resize(static_cast<std::size_t>(length));
        length = lookup(context, event, buffer.data(), length, symbol, status);
    }
    const bool has_text = *status == XLookupChars || *status == XLookupBoth;
    return has_text ? std::string{buffer.data(), static_cast<std::size_t>(length)} : std::string{};
}

}  // namespace

void prepare_input_methods() {
    std::setlocale(LC_ALL, "");
    std::setlocale(LC_NUMERIC, "C");  // numbers in files have a point
    XSetLocaleModifiers("");
}

std::string entered_text(std::uint32_t unicode) {
    return state().text.text_of(unicode);
}

bool is_taken_by_input_method() {
    std::deque<bool>& keys = state().taken_keys;
    if (keys.empty()) return false;
    const bool is_taken = keys.front();
    keys.pop_front();
    return is_taken;
}

}  // namespace jinsha::app

extern "C" {

/// SFML asks for the events of its own window alone; what an input method sends must be read and handed to
/// libX11 too.
__attribute__((visibility("default"))) Bool XCheckIfEvent(Display* display, XEvent* event,
                                                          Bool (*predicate)(Display*, XEvent*, XPointer),
                                                          XPointer argument) {
    using namespace jinsha::app;
    static auto* const check = real<CheckIfEvent>("XCheckIfEvent");
    static Atoms protocols{XInternAtom(display, "_XIM_PROTOCOL", False),
                           XInternAtom(display, "_XIM_MOREDATA", False),
                           XInternAtom(display, "_XIM_XCONNECT", False)};
    XEvent message;
    while (check(display, &message, is_protocol_message, reinterpret_cast<XPointer>(&protocols)) == True) {
        XFilterEvent(&message, None);
    }
    return check(display, event, predicate, argument);
}

/// SFML reports a key before it asks whether an input method takes it; so we remember the answer.
__attribute__((visibility("default"))) Bool XFilterEvent(XEvent* event, Window window) {
    using namespace jinsha::app;
    static auto* const filter = real<FilterEvent>("XFilterEvent");
    const Bool is_taken = filter(event, window);
    if (event->type == KeyPress) state().taken_keys.push_back(is_taken == True);
    return is_taken;
}

/// SFML has room for 16 bytes and takes the first character of them.
__attribute__((visibility("default"))) int Xutf8LookupString(XIC context, XKeyPressedEvent* event,
                                                             char* buffer, int buffer_size, KeySym* symbol,
                                                             Status* status) {
    using namespace jinsha::app;
    const std::string text = state().text.pass(looked_up(context, event, symbol, status));
    if (text.empty()) return 0;
    const auto size = static_cast<int>(text.size());
    if (size > buffer_size) {
        *status = XBufferOverflow;
        return size;
    }
    std::memcpy(buffer, text.data(), text.size());
    return size;
}

}  // extern "C"
