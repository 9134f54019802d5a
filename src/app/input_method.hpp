#pragma once

#include <cstdint>
#include <string>

/// Input methods (fcitx5, ibus) under SFML 2.5.1, which neither lets them see their protocol messages nor
/// takes more than one character of what they commit. input_method.cpp defines XCheckIfEvent, XFilterEvent
/// and Xutf8LookupString over those of libX11; an executable that links the target jinsha_input_method
/// exports them. Main thread only.
namespace jinsha::app {

/// Sets the locale and its modifiers. Once, before the window is made.
void prepare_input_methods();

/// The text (UTF-8) that a TextEntered event of SFML stands for: its character, or the whole phrase that an
/// input method committed. Call it once for every TextEntered event, in order. "" for control characters.
[[nodiscard]] std::string entered_text(std::uint32_t unicode);

/// Whether an input method took the key of a KeyPressed event for itself (a letter of pinyin, say), so that
/// the program must not act on it. Call it once for every KeyPressed event, in order.
[[nodiscard]] bool is_taken_by_input_method();

}  // namespace jinsha::app
