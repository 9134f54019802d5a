#pragma once

#include "app/event_wait.hpp"
#include "app/input.hpp"
#include "app/map_opening.hpp"
#include "app/native_window.hpp"
#include "app/state_file.hpp"
#include "app/window_part.hpp"
#include "app/window_parts.hpp"
#include "ui/interface.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jinsha::app {

/// The window with its map, panels and tools: takes events, hands what tools and panels ask for to its parts,
/// draws frames while something moves and sleeps otherwise. Main thread.
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
    void make_parts();

    void turn();
    [[nodiscard]] bool has_more() const;
    void take_events();
    void take_event(const sf::Event& event);
    void take_key(const sf::Event& event);
    void commit_field();
    void give_to_tools(const tools::Event& event);
    void apply(const ui::Command& command);

    void advance(double now);
    void frame(double now);
    void update_cursor();
    void set_background(bool in_background);
    void pace() const;

    [[nodiscard]] bool has_more_to_draw() const;
    /// The map, or a layer of the open one.
    [[nodiscard]] bool is_reading() const;
    [[nodiscard]] bool is_settled() const;
    [[nodiscard]] double now_s() const;
    void write_state();

    // How a map comes into the window (map_window_opening.cpp)
    void open_map(const std::filesystem::path& path);
    /// Asks the parts from `first` on whether the map may be left, and then does it.
    void leave(const std::function<void()>& then, std::size_t first = 0);
    void take_opened_map();
    void show_map(OpenedMap opened);
    void show_open_error(const Error& error);

    WindowOptions options_;
    double pixel_ratio_;
    NativeWindow window_;
    std::optional<EventWait> wait_;
    work::WorkerPool pool_;
    std::shared_ptr<const text::FontSet> fonts_;
    std::unique_ptr<screen::MapPainter> painter_;
    std::optional<ui::Interface> interface_;
    tools::Toolbox toolbox_;
    InputTranslator input_;
    StateFile state_file_;
    std::unique_ptr<MapOpening> opening_;
    std::filesystem::path opening_path_;
    std::string opening_error_;

    ui::Model model_;
    Actions actions_;
    std::optional<WindowContext> context_;
    std::vector<std::unique_ptr<WindowPart>> parts_;

    bool is_pool_in_background_{};
    std::uint64_t frames_{};
    double last_frame_s_{};
    bool is_dirty_{true};
};

}  // namespace jinsha::app
