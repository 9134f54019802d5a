#pragma once

#include "app/action.hpp"
#include "app/map_session.hpp"
#include "app/view_controller.hpp"
#include "app/window.hpp"
#include "screen/map_painter.hpp"
#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "tools/command.hpp"
#include "tools/toolbox.hpp"
#include "ui/commands.hpp"
#include "ui/interface.hpp"
#include "ui/model.hpp"
#include "ui/translations.hpp"
#include "work/worker_pool.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jinsha::app {

/// The map that is open: its session, where its view is, and which of its features are looked at.
struct OpenMap {
    MapSession session;
    ViewController controller;
    std::shared_ptr<const symbol::IconStore> icons;  // the document's before the program's
    std::optional<Met> hovered{};
    std::vector<Met> lit{};       // that stand out beside those, without a card
    std::vector<Met> selected{};  // a feature and what is lit with it; the card is that of the first
    /// The one of them that was met itself: its shape is edited, it is deleted or doubled. None: nothing is
    /// selected.
    std::optional<map::FeatureKey> edited{};
};

/// What the parts of a window share. It outlives them; main thread.
struct WindowContext {
    const WindowOptions& options;
    double pixel_ratio{1};  // physical pixels in one CSS pixel
    work::WorkerPool& pool;
    screen::MapPainter& painter;
    std::shared_ptr<const text::FontSet> fonts;
    tools::Toolbox& toolbox;
    Actions& actions;
    const ui::Interface& interface;  // for the texts of notes and dialogs
    ui::Model& model;                // what panels show; each part keeps its share up to date
    std::optional<OpenMap> map{};    // none until it has been read
    /// A part asks IdentifyPart to open the card of a feature, or to close the open one.
    std::optional<std::optional<map::FeatureKey>> wants_selected{};
    bool wants_frame{};          // a part has given the painter something that the next frame shows
    std::uint64_t next_note{1};  // Note::id of the next one

    /// "zh" or "en".
    [[nodiscard]] std::string_view language() const {
        return model.appearance.language == ui::Language::English ? "en" : "zh";
    }
    /// The texts of the interface, in its language.
    [[nodiscard]] const ui::Translations& tr() const {
        return interface.translations(model.appearance.language);
    }
    /// Tells the user something; `details` may be long.
    void add_note(ui::Note::Kind kind, std::string text, std::string details) {
        model.notes.push_back({next_note++, kind, std::move(text), std::move(details)});
    }
    /// Adds a problem to the list and tells it on stderr, unless it is known already.
    void report(const Problem& problem);
    /// Puts a text on the clipboard, and says so.
    void copy_text(const std::string& text);
    /// The view moves, or is being dragged.
    [[nodiscard]] bool is_moving() const {
        return (map && map->controller.is_moving()) || toolbox.cursor() == tools::CursorShape::Grabbing;
    }
};

/// One thing that the window can do: it takes the commands that are its own, adds actions, and keeps its
/// share of the model. A new feature of the window is a part in a file of its own (and a panel in ui), added
/// in window_parts.cpp.
class WindowPart {
public:
    virtual ~WindowPart() = default;

    /// The open map gives way to another, or to itself read anew: it is there for the last time.
    virtual void map_closing() {}
    /// A map has been read: context.map is there, and its first picture is being made.
    virtual void map_opened() {}
    /// The open map lies elsewhere from now on (MapSession::path): the sample has been copied.
    virtual void map_moved() {}
    /// The open map is to be left, by closing the window or for another map. False: something would be lost,
    /// and this part asks first; it calls `leave` when that has been settled.
    [[nodiscard]] virtual bool lets_go(const std::function<void()>& /*leave*/) { return true; }
    /// A tool asked for something; a map is open. True: it was this part's.
    [[nodiscard]] virtual bool take_from_tool(const tools::Command& /*command*/) { return false; }
    /// A panel asked for something; a map need not be open. True: it was this part's.
    [[nodiscard]] virtual bool take_from_panel(const ui::Command& /*command*/) { return false; }
    /// Other threads have brought something for the next update(). Asked whenever the window was woken.
    [[nodiscard]] virtual bool has_news() const { return false; }
    /// Before each frame, however often that is. `now_s`: a clock that only rises.
    virtual void update(double /*now_s*/) {}
    /// Over the map and under the panels; a map is open.
    virtual void draw_overlay(screen::QuadPainter& /*quads*/) {}
};

}  // namespace jinsha::app
