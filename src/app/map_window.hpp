#pragma once

#include "app/event_wait.hpp"
#include "app/input.hpp"
#include "app/map_opening.hpp"
#include "app/map_session.hpp"
#include "app/state_file.hpp"
#include "app/view_controller.hpp"
#include "app/window.hpp"
#include "screen/map_painter.hpp"
#include "tools/toolbox.hpp"
#include "ui/interface.hpp"
#include "ui/model.hpp"
#include "work/worker_pool.hpp"

#include <SFML/Window/Cursor.hpp>
#include <SFML/Window/Window.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// The window with its map, panels and tools: takes events, applies what tools and panels ask for, draws
/// frames while something moves and sleeps otherwise. Main thread.
class MapWindow {
public:
    /// Opens the window and begins to open the map. The error says what graphics lack, or which file of the
    /// program cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<MapWindow>> open(const WindowOptions& options,
                                                                 double interface_scale);
    MapWindow(const MapWindow&) = delete;
    MapWindow& operator=(const MapWindow&) = delete;

    /// Stays until the window is closed. Returns the exit status.
    int run();

private:
    friend class BenchWindow;  // does what a user does, and looks at a clock

    MapWindow(const WindowOptions& options, double interface_scale);
    [[nodiscard]] Result<void> prepare();
    void create_window();
    void set_title(const std::string& title);

    // The loop (map_window.cpp)
    void turn();
    [[nodiscard]] bool has_more() const;
    void take_events();
    void take_event(const sf::Event& event);
    void take_opened_map();
    void frame(double now);
    void draw_zoom_frame();
    [[nodiscard]] bool is_moving() const;
    [[nodiscard]] bool is_settled() const;
    [[nodiscard]] double now_s() const;
    void write_state();
    void pace() const;
    void take_symbols();
    void set_background(bool in_background);
    void set_cursor(sf::Cursor::Type type);

    // What is asked for (map_window_commands.cpp)
    void apply(const tools::Command& command);
    void apply(const ui::Command& command);
    void hover_at(std::optional<geo::ScreenPoint> at);
    void update_hover();
    void select_at(geo::ScreenPoint at);
    void select(std::optional<Met> met, std::optional<geo::MapPoint> at);
    void apply_to_map(const ui::Command& command);
    void set_language(ui::Language language_chosen);
    [[nodiscard]] std::optional<Met> met_at(geo::ScreenPoint at) const;
    [[nodiscard]] style::Color highlight_color() const;
    [[nodiscard]] double ring_radius_px(map::FeatureKey feature) const;
    void show_extent(const geo::Envelope& extent);
    void show_open_error(const Error& error);
    void update_highlights();
    void update_cursor();
    [[nodiscard]] map::View home_view(map::ScreenSize window) const;

    // What panels show (map_window_model.cpp)
    void update_model();
    void update_status();
    void update_card();
    [[nodiscard]] std::string language() const;

    WindowOptions options_;
    double pixel_ratio_;
    std::map<sf::Cursor::Type, sf::Cursor>
        cursors_;  // each must live as long as it is shown: longer than the window
    sf::Window window_;
    std::optional<EventWait> wait_;
    work::WorkerPool pool_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::shared_ptr<const symbol::IconStore> icons_;
    std::unique_ptr<screen::MapPainter> painter_;
    std::optional<ui::Interface> interface_;
    tools::Toolbox toolbox_;
    InputTranslator input_;
    StateFile state_file_;

    std::unique_ptr<MapOpening> opening_;
    std::string opening_error_;
    std::optional<MapSession> session_;
    std::optional<ViewController> controller_;  // one a map

    ui::Model model_;
    std::uint64_t next_note_{1};
    std::optional<geo::ScreenPoint> pointer_;           // while it is over the map
    std::shared_ptr<const screen::SymbolSet> symbols_;  // the last that was looked at
    std::optional<Met> hovered_;
    bool is_hover_outdated_{};
    std::vector<Met> selected_;                // the card is that of the first
    std::optional<geo::MapPoint> card_place_;  // what its anchor follows

    sf::Cursor::Type cursor_shown_{sf::Cursor::Arrow};
    bool is_pool_in_background_{};
    std::uint64_t frames_{};
    double last_frame_s_{};
    bool is_dirty_{true};
};

}  // namespace jinsha::app
