#pragma once

#include "app/map_session.hpp"
#include "map/view.hpp"
#include "screen/symbol_workshop.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// What the window shows, for tests and diagnosis.
struct WindowState {
    const MapSession* session{};  // null: no map is open
    map::View view{{0, 0}, 1, {0, 0}};
    bool is_settled{};  // nothing moves, nothing is waited for
    bool is_loading{};
    std::string error;  // why no map is open
    std::uint64_t frames{};
    std::string dialog;                          // the one that is open
    std::string side_panel;                      // the same
    std::string pinned;                          // title of the card that is
    std::vector<std::string> keyless;            // ids of actions that no key runs
    std::size_t search_hits{};                   // of what stands in the search field
    std::size_t shown_projects{};                // that the filter lets through
    std::vector<std::string> measures;           // as they are labelled
    std::map<std::string, std::size_t> counted;  // in the area that was drawn, by title of the layer
    std::size_t folders_read{};                  // for the file dialog, since it was opened
    std::vector<std::string> notes;              // their texts
    std::optional<Met> hovered, selected;
    ui::Page page;           // of the card
    bool has_panels{};       // they are not hidden
    std::size_t unsaved{};   // steps
    bool is_recorded{true};  // they are on the disk
    std::size_t editable{};  // sources
    std::string language;
    const screen::SymbolSet* symbols{};  // null: none are shown
};

/// One line of JSON: {"settled", "loading", "error", "frames", "dialog", "side_panel", "pinned", "keyless",
/// "search_hits", "shown_projects", "measures": [texts], "counted": {layer: count}, "folders_read", "notes",
/// "window": [w, h], "map", "dark", "language", "center": [lon, lat], "center_in_map": [x, y],
/// "units_per_pixel", "zoom", "hovered": {"source", "index", "name"} or null, "selected": the same, "page":
/// [from 1, of], "panels", "unsaved", "recorded", "editable", "rows": [{"id", "title", "visible"}],
/// "symbols": [{"layer", "source", "index", "text", "x", "y", "box": [left, top, right, bottom]}] on the
/// window, "labels":
/// [{"symbol", "text", "x", "y", "width", "height", "turned"}]}. Symbols and labels are told when the window
/// is settled, in window pixels; x and y are of a symbol's anchor and a label's middle.
[[nodiscard]] std::string to_json_line(const WindowState& state);

/// A file that is replaced whole when its line changes, so that a reader never sees half of it.
class StateFile {
public:
    /// An empty path: nothing is ever written.
    explicit StateFile(std::filesystem::path path) : path_{std::move(path)} {}
    [[nodiscard]] bool is_wanted() const noexcept { return !path_.empty(); }
    void write(const std::string& line);

private:
    std::filesystem::path path_;
    std::string last_;
};

}  // namespace jinsha::app
