#pragma once

#include "error/error.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "ui/commands.hpp"
#include "ui/model.hpp"
#include "ui/translations.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sf {
class Event;
}

namespace jinsha::ui {

struct InterfaceSetup {
    std::filesystem::path assets;  // the folder that holds i18n/; shaders/ lies beside it
    std::shared_ptr<const text::FontSet> fonts;
    std::shared_ptr<const symbol::IconStore> icons;
};

/// What the mouse pointer should look like over a panel.
enum class PointerShape { Arrow, Hand, Text };

/// The panels: owns the Dear ImGui context, its fonts, and the textures panels are kept in. A panel is
/// painted only when it changed; a frame in which nothing changed costs a few small blits. One per program,
/// main thread only; made after the GL context and gone before it, which must be active in every call.
class Interface {
public:
    /// The error says which font or translation file could not be read.
    [[nodiscard]] static Result<Interface> create(InterfaceSetup setup);
    Interface(Interface&&) noexcept;
    Interface& operator=(Interface&&) noexcept;
    ~Interface();

    /// Offers an event, before the map sees it. True: it is the interface's (the pointer is over a panel or
    /// was pressed there, a panel has the keyboard, or the key is one of the interface's own: Tab
    /// moves the focus, Esc closes what can be closed). Commands come from the next draw.
    [[nodiscard]] bool handle_event(const sf::Event& event);
    /// Text that was typed, or a whole phrase that an input method committed. True when a field took it.
    bool handle_text(std::string_view utf8);

    /// Leaves the field that is written in, before something is done that would do without its text (saving,
    /// closing); what it asks for.
    [[nodiscard]] std::vector<Command> commit_field();

    /// The texts of the interface, valid as long as it is.
    [[nodiscard]] const Translations& translations(Language language) const;

    /// Makes room in the fonts for the characters of `utf8` before they are shown (names of the open map).
    /// Characters that come unannounced are added when they are met.
    void ensure_glyphs(std::string_view utf8);

    /// Draws the panels over what the window shows already, into the framebuffer that is bound, and returns
    /// what was asked for since the last call, in order. `seconds`: since the last call. SFML's GL states
    /// must be reset afterwards (resetGLStates) before SFML draws again.
    [[nodiscard]] std::vector<Command> draw(const Model& model, double seconds);

    /// Something moves or waits to be shown (a fade, an event since the last draw): draw again soon, though
    /// the model did not change.
    [[nodiscard]] bool needs_redraw() const noexcept;
    /// None while the pointer is not over a panel: the map decides.
    [[nodiscard]] std::optional<PointerShape> pointer_shape() const noexcept;

private:
    struct State;
    explicit Interface(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace jinsha::ui
