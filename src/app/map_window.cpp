#include "app/map_window.hpp"

#include "app/input_method.hpp"
#include "map/home_view.hpp"

#include <GL/gl.h>
#include <SFML/System/Err.hpp>
#include <SFML/Window/ContextSettings.hpp>
#include <SFML/Window/Event.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <future>
#include <thread>
#include <utility>

namespace jinsha::app {

namespace {

constexpr map::ScreenSize kUsualSize{1280, 800};  // CSS pixels
constexpr double kFrameSeconds = 1.0 / 75;  // at most so many frames a second: workers need the cores too
constexpr double kHighestZoom = 22;
constexpr double kFarthest = 4;  // how much smaller than the window the map may become

std::string language_of_desktop() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') return std::strncmp(value, "en", 2) == 0 ? "en" : "zh";
    }
    return "zh";
}

/// OpenGL 2.1 with framebuffer objects: what every driver of the last fifteen years has.
Result<void> check_graphics() {
    const auto* version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    const auto* extensions = reinterpret_cast<const char*>(glGetString(GL_EXTENSIONS));
    const bool has_framebuffers =
        extensions != nullptr && std::strstr(extensions, "GL_ARB_framebuffer_object") != nullptr;
    if (version == nullptr || std::strncmp(version, "1.", 2) == 0 || !has_framebuffers) {
        return fail("the display offers OpenGL {}, and Jinsha needs 2.1 with framebuffer objects",
                    version == nullptr ? "none" : version);
    }
    return {};
}

ViewRules rules_for(const MapSession& session, const map::View& home, double pixel_ratio) {
    const map::LoadedMap& map = session.map();
    geo::Envelope all = map.extent;
    all.extend(home.extent());
    const map::View whole = map::View::showing(all, home.window(), 0, home.units_per_pixel());
    ViewRules rules;
    rules.grid_origin = session.snapshot()->origin;
    rules.scale = map.scale;
    rules.pixel_ratio = pixel_ratio;
    rules.min_units_per_pixel =
        std::min(home.units_per_pixel(), map.scale.units_per_px(kHighestZoom) / pixel_ratio);
    rules.max_units_per_pixel = whole.units_per_pixel() * kFarthest;
    rules.center_bounds = all;
    return rules;
}

void tell(const Problem& problem) {
    fmt::print(stderr, "jinsha: {}: {}: {}\n", problem.severity == Severity::Error ? "error" : "warning",
               problem.where, problem.message);
}

}  // namespace

Result<std::unique_ptr<MapWindow>> MapWindow::open(const WindowOptions& options, double interface_scale) {
    std::unique_ptr<MapWindow> window{new MapWindow{options, interface_scale}};
    if (const auto ready = window->prepare(); !ready) return tl::make_unexpected(ready.error());
    return window;
}

MapWindow::MapWindow(const WindowOptions& options, double interface_scale)
    : options_{options},
      pixel_ratio_{interface_scale},
      pool_{std::max(1u, std::thread::hardware_concurrency())},
      toolbox_{interface_scale},
      state_file_{options.state_file} {
    if (options_.language.empty()) options_.language = language_of_desktop();
    model_.appearance.language = options_.language == "en" ? ui::Language::English : ui::Language::Chinese;
    model_.appearance.scale = interface_scale;
}

Result<void> MapWindow::prepare() {
    auto fonts = std::async(std::launch::async, [] { return text::FontSet::load(); });

    create_window();
    wait_.emplace();
    opening_ = std::make_unique<MapOpening>(options_.map, [this] { wait_->wake(); });
    if (auto graphics = check_graphics(); !graphics) return graphics;

    const auto assets = options_.resources / "assets";
    auto loaded_fonts = fonts.get();
    if (!loaded_fonts) return tl::make_unexpected(loaded_fonts.error());
    fonts_ = std::move(*loaded_fonts);
    icons_ = std::make_shared<symbol::IconStore>(std::vector{assets / "icons"});
    auto painter = screen::MapPainter::create(
        {pool_, options_.resources / "shaders", fonts_, [this] { wait_->wake(); }});
    if (!painter) return tl::make_unexpected(painter.error());
    painter_ = std::move(*painter);
    auto panels = ui::Interface::create({assets, fonts_, icons_});
    if (!panels) return tl::make_unexpected(panels.error());
    interface_.emplace(std::move(*panels));
    return {};
}

void MapWindow::create_window() {
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const auto wished = [&](int css_px) { return static_cast<unsigned>(std::lround(css_px * pixel_ratio_)); };
    unsigned width = std::min(wished(kUsualSize.width), desktop.width);
    unsigned height = std::min(wished(kUsualSize.height), desktop.height);
    if (options_.size) {
        width = static_cast<unsigned>(options_.size->width);
        height = static_cast<unsigned>(options_.size->height);
    }
    // SFML writes to stderr that a display knows no vertical sync, which is nobody's concern.
    std::streambuf* const err = sf::err().rdbuf(nullptr);
    window_.create(sf::VideoMode{width, height}, sf::String{}, sf::Style::Default,
                   sf::ContextSettings{0, 0, 0, 2, 1});
    window_.setVerticalSyncEnabled(true);
    sf::err().rdbuf(err);
    set_title("金沙");
    // Without a window manager SFML puts it too low by the difference of the display's sides.
    const sf::Vector2i at = window_.getPosition();
    if (at.y + static_cast<int>(height) > static_cast<int>(desktop.height)) {
        window_.setPosition({at.x, static_cast<int>(desktop.height - std::min(height, desktop.height)) / 2});
    }
}

void MapWindow::set_title(const std::string& title) {
    window_.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
}

int MapWindow::run() {
    while (true) {
        take_events();
        if (!window_.isOpen()) break;
        turn();
        if (!has_more()) wait_->wait(-1);
        pace();
    }
    return opening_error_.empty() ? 0 : 1;
}

/// What lies between the events and the sleep: things move on, and are drawn if they look different.
void MapWindow::turn() {
    wait_->note_drained();
    take_opened_map();
    const double now = now_s();
    if (controller_) {
        if (controller_->is_moving()) is_dirty_ = true;  // the step that ends a motion is to be seen as well
        controller_->advance(now);
        if (painter_->update(controller_->rest(), now)) is_dirty_ = true;
        take_symbols();
    }
    set_background(is_moving());
    if (is_dirty_ || is_moving() || interface_->needs_redraw()) frame(now);
    write_state();
}

/// The next turn has something to do though nothing happens meanwhile.
bool MapWindow::has_more() const {
    return is_dirty_ || is_moving() || painter_->is_fading() || painter_->has_waiting() ||
           interface_->needs_redraw();
}

void MapWindow::take_events() {
    sf::Event event;
    while (window_.pollEvent(event)) take_event(event);
}

void MapWindow::take_event(const sf::Event& event) {
    if (event.type == sf::Event::Closed) return window_.close();
    is_dirty_ = true;
    if (event.type == sf::Event::Resized && controller_) {
        controller_->resize({static_cast<int>(event.size.width), static_cast<int>(event.size.height)});
    }
    if (event.type == sf::Event::KeyPressed && is_taken_by_input_method()) return;
    if (event.type == sf::Event::TextEntered) {
        (void)interface_->handle_text(entered_text(event.text.unicode));
        return;
    }
    if (event.type == sf::Event::KeyPressed && event.key.control && event.key.code == sf::Keyboard::Q) {
        return window_.close();
    }
    std::optional<tools::Event> for_tools = input_.translate(event, now_s());
    if (interface_->handle_event(event)) {
        const bool has_left = event.type == sf::Event::MouseMoved;
        for_tools = has_left ? std::optional<tools::Event>{tools::PointerLeft{}} : std::nullopt;
    }
    if (!for_tools) return;
    for (const tools::Command& command : toolbox_.handle(*for_tools)) apply(command);
    update_cursor();
}

void MapWindow::take_opened_map() {
    if (!opening_) return;
    auto result = opening_->take();
    is_dirty_ = true;  // at least its progress
    if (!result) return;
    const bool was_cancelled = opening_->is_cancelled();
    opening_.reset();
    if (!*result) {
        if (was_cancelled) return window_.close();
        return show_open_error(result->error());
    }
    interface_->ensure_glyphs((*result)->characters);
    session_.emplace(std::move(**result), pixel_ratio_, 1);
    const map::LoadedMap& map = session_->map();
    const map::ScreenSize size{static_cast<int>(window_.getSize().x), static_cast<int>(window_.getSize().y)};
    const map::View home = home_view(size);
    controller_.emplace(home, rules_for(*session_, home, pixel_ratio_));
    const auto icons = std::make_shared<const symbol::IconStore>(
        std::vector{map.document.path.parent_path() / "icons", options_.resources / "assets" / "icons"});
    painter_->open(session_->snapshot(), map.extent, icons);

    set_title("金沙 — " + map.document.name);
    model_.map_title = map.document.name;
    model_.attribution = session_->attribution();
    model_.project_count = session_->project_counts().all;
    model_.estimated_count = session_->project_counts().estimated;
    model_.problems = map.problems;
    for (const Problem& problem : map.problems) tell(problem);
    // Nobody looks for the reason of an empty window in the list of problems.
    if (map.extent.is_empty() && !map.problems.empty()) {
        const Problem& first = map.problems.front();
        model_.notes.push_back(
            {next_note_++, ui::Note::Kind::Warning, fmt::format("{}: {}", first.where, first.message), ""});
    }
}

void MapWindow::take_symbols() {
    const auto symbols = painter_->symbols();
    if (!symbols || symbols == symbols_) return;
    symbols_ = symbols;
    update_highlights();  // rings are as large as the icons now are
    is_hover_outdated_ = true;
    for (const std::string& fault : symbols->faults) {
        const Problem problem{Severity::Warning, model_.map_title, fault};
        if (std::ranges::find(model_.problems, problem) != model_.problems.end()) continue;
        model_.problems.push_back(problem);
        tell(problem);
        is_dirty_ = true;
    }
}

void MapWindow::frame(double now) {
    is_dirty_ = false;
    update_hover();
    update_model();
    if (controller_) {
        painter_->draw(controller_->view());
        draw_zoom_frame();
    } else {
        glClearColor(0.945F, 0.933F, 0.906F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    const auto commands = interface_->draw(model_, now - last_frame_s_);
    window_.display();
    last_frame_s_ = now;
    ++frames_;
    for (const ui::Command& command : commands) apply(command);
    if (!commands.empty()) is_dirty_ = true;
    update_cursor();
}

void MapWindow::draw_zoom_frame() {
    const auto box = toolbox_.zoom_frame();
    if (!box) return;
    const double line = std::max(1.0, std::round(1.5 * pixel_ratio_));
    const screen::Quad inside{box->left, box->top, box->right, box->bottom};
    const std::array<screen::Quad, 4> edges{
        screen::Quad{box->left, box->top, box->right, box->top + line},
        screen::Quad{box->left, box->bottom - line, box->right, box->bottom},
        screen::Quad{box->left, box->top + line, box->left + line, box->bottom - line},
        screen::Quad{box->right - line, box->top + line, box->right, box->bottom - line}};
    auto& quads = painter_->quads();
    quads.begin(controller_->view().window());
    style::Color color = highlight_color();
    quads.draw_flat(color, edges);
    color.a = 0.12;
    quads.draw_flat(color, {&inside, 1});
    quads.end();
}

bool MapWindow::is_moving() const {
    return (controller_ && controller_->is_moving()) || toolbox_.cursor() == tools::CursorShape::Grabbing;
}

bool MapWindow::is_settled() const {
    return !opening_ && !is_moving() && !is_dirty_ && !interface_->needs_redraw() &&
           (!session_ || painter_->is_complete());
}

double MapWindow::now_s() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Sleeps for what is left of the frame, so that all that the pointer does meanwhile goes into the next one.
void MapWindow::pace() const {
    const double left = last_frame_s_ + kFrameSeconds - now_s();
    if (left > 0) std::this_thread::sleep_for(std::chrono::duration<double>(left));
}

void MapWindow::set_background(bool in_background) {
    if (in_background == is_pool_in_background_) return;
    is_pool_in_background_ = in_background;
    pool_.set_background(in_background);
}

void MapWindow::write_state() {
    if (!state_file_.is_wanted()) return;
    WindowState state;
    state.is_settled = is_settled();
    state.is_loading = opening_ != nullptr;
    state.error = opening_error_;
    state.frames = frames_;
    state.language = language();
    const auto symbols = painter_->symbols();
    if (session_) {
        state.session = &*session_;
        state.view = controller_->view();
        state.hovered = hovered_;
        if (!selected_.empty()) state.selected = selected_.front();
        state.symbols = symbols.get();
    }
    state_file_.write(to_json_line(state));
}

}  // namespace jinsha::app
