#include "app/map_window.hpp"

#include "app/input_method.hpp"
#include "ui/area_model.hpp"
#include "ui/editing_model.hpp"
#include "ui/filter_model.hpp"
#include "ui/measure_model.hpp"
#include "ui/pinned_model.hpp"
#include "ui/search_model.hpp"
#include "ui/theme.hpp"

#include <GL/gl.h>
#include <SFML/Window/Event.hpp>

#include <algorithm>
#include <chrono>
#include <future>
#include <thread>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kFrameSeconds = 1.0 / 75;  // at most so many frames a second: workers need the cores too

/// A key that is held with others, and means nothing by itself.
bool is_modifier(sf::Keyboard::Key key) {
    return key >= sf::Keyboard::LControl && key <= sf::Keyboard::RSystem;
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
      window_{options.size, interface_scale},
      pool_{std::max(1u, std::thread::hardware_concurrency())},
      toolbox_{interface_scale},
      state_file_{options.state_file} {
    model_.appearance.language = options_.language == "en" ? ui::Language::English : ui::Language::Chinese;
    model_.appearance.scale = interface_scale;
    model_.appearance.theme = options_.is_dark ? ui::ThemeName::Dark : ui::ThemeName::Light;
    model_.appearance.reduced_motion = options_.has_reduced_motion;
    model_.panels_hidden = options_.has_panels_hidden;
    window_.set_title("金沙");
}

Result<void> MapWindow::prepare() {
    auto fonts_loading = std::async(std::launch::async, [] { return text::FontSet::load(); });
    wait_.emplace();
    open_map(options_.map);
    if (auto graphics = window_.check_graphics(); !graphics) return graphics;

    const auto assets = options_.resources / "assets";
    auto fonts = fonts_loading.get();
    if (!fonts) return tl::make_unexpected(fonts.error());
    fonts_ = *std::move(fonts);
    auto painter = screen::MapPainter::create(
        {pool_, options_.resources / "shaders", fonts_, [this] { wait_->wake(); }});
    if (!painter) return tl::make_unexpected(painter.error());
    painter_ = std::move(*painter);
    const auto icons = std::make_shared<symbol::IconStore>(std::vector{assets / "icons"});
    auto panels = ui::Interface::create({assets, fonts_, icons});
    if (!panels) return tl::make_unexpected(panels.error());
    interface_.emplace(std::move(*panels));
    make_parts();
    if (const std::string& problem = fonts_->problem(); !problem.empty()) {
        context_->add_note(ui::Note::Kind::Warning, problem, "");
    }
    return {};
}

void MapWindow::make_parts() {
    context_.emplace(WindowContext{.options = options_,
                                   .pixel_ratio = pixel_ratio_,
                                   .pool = pool_,
                                   .painter = *painter_,
                                   .fonts = fonts_,
                                   .toolbox = toolbox_,
                                   .actions = actions_,
                                   .interface = *interface_,
                                   .model = model_});
    WindowRequests requests;
    requests.settings_path = options_.settings_path;
    requests.settings = options_.settings;
    requests.close = [this] { leave([this] { window_.sfml().close(); }); };
    requests.cancel_opening = [this] {
        if (opening_) opening_->cancel();
    };
    requests.open_map = [this](const std::filesystem::path& path) {
        const bool is_again = context_->map && context_->map->session.path() == path;
        if (is_again) return open_map(path);
        leave([this, path] { open_map(path); });
    };
    requests.commit_field = [this] { commit_field(); };
    requests.map_moved = [this] {
        for (const auto& part : parts_) part->map_moved();
    };
    requests.set_title = [this](const std::string& title) { window_.set_title(title); };
    requests.window = static_cast<std::uint32_t>(window_.sfml().getSystemHandle());
    requests.now_s = [this] { return now_s(); };
    requests.wake = [this] { wait_->wake(); };
    parts_ = make_window_parts(*context_, requests);
}

int MapWindow::run() {
    while (true) {
        take_events();
        if (!window_.sfml().isOpen()) break;
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
    if (is_reading()) is_dirty_ = true;  // at least its progress
    const double now = now_s();
    advance(now);
    if (has_more_to_draw()) frame(now);
    write_state();
}

/// The next turn has something to do though nothing happens meanwhile.
bool MapWindow::has_more() const {
    return has_more_to_draw() || painter_->is_fading() || painter_->has_waiting();
}

void MapWindow::advance(double now) {
    if (context_->map) {
        ViewController& controller = context_->map->controller;
        if (controller.is_moving()) is_dirty_ = true;  // the step that ends a motion is to be seen as well
        controller.advance(now);
        if (painter_->update(controller.rest(), now)) is_dirty_ = true;
    }
    if (std::ranges::any_of(parts_, [](const auto& part) { return part->has_news(); })) is_dirty_ = true;
    set_background(context_->is_moving());
}

void MapWindow::take_events() {
    sf::Event event;
    while (window_.sfml().pollEvent(event)) take_event(event);
}

void MapWindow::take_event(const sf::Event& event) {
    is_dirty_ = true;
    switch (event.type) {
        case sf::Event::Closed:
            return leave([this] { window_.sfml().close(); });
        case sf::Event::TextEntered:
            (void)interface_->handle_text(entered_text(event.text.unicode));
            return;
        case sf::Event::KeyPressed:
            return take_key(event);
        case sf::Event::Resized:
            if (context_->map) context_->map->controller.resize(window_.size());
            break;
        default:
            break;
    }
    std::optional<tools::Event> for_tools = input_.translate(event, now_s());
    if (interface_->handle_event(event)) {
        const bool has_left = event.type == sf::Event::MouseMoved;
        for_tools = has_left ? std::optional<tools::Event>{tools::PointerLeft{}} : std::nullopt;
    }
    if (for_tools) give_to_tools(*for_tools);
}

/// A key is the input method's, or a panel's that has the keyboard, or an action's, or means something to a
/// tool.
void MapWindow::take_key(const sf::Event& event) {
    if (is_taken_by_input_method()) return;
    const std::optional<tools::Event> for_tools = input_.translate(event, now_s());
    if (interface_->handle_event(event)) return;
    if (!is_modifier(event.key.code)) commit_field();
    if (actions_.run_key(event.key)) return;
    if (for_tools) give_to_tools(*for_tools);
}

void MapWindow::commit_field() {
    for (const ui::Command& command : interface_->commit_field()) apply(command);
}

void MapWindow::give_to_tools(const tools::Event& event) {
    const std::vector<tools::Command> commands = toolbox_.handle(event);
    if (context_->map) {
        for (const tools::Command& command : commands)
            (void)std::ranges::any_of(parts_,
                                      [&](const auto& part) { return part->take_from_tool(command); });
    }
    update_cursor();
}

void MapWindow::apply(const ui::Command& command) {
    if (const auto* action = std::get_if<ui::RunAction>(&command)) {
        (void)actions_.run(action->id);
        return;
    }
    (void)std::ranges::any_of(parts_, [&](const auto& part) { return part->take_from_panel(command); });
}

void MapWindow::frame(double now) {
    is_dirty_ = false;
    model_.window = window_.size();
    for (const auto& part : parts_) part->update(now);
    if (context_->map) {
        painter_->draw(context_->map->controller.view());
        auto& quads = painter_->quads();
        quads.begin(model_.window);
        for (const auto& part : parts_) part->draw_overlay(quads);
        quads.end();
    } else {
        const ui::Rgba ground = ui::palette(model_.appearance.theme).ground;
        glClearColor(ground.r / 255.0F, ground.g / 255.0F, ground.b / 255.0F, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    const auto commands = interface_->draw(model_, now - last_frame_s_);
    window_.sfml().display();
    last_frame_s_ = now;
    ++frames_;
    for (const ui::Command& command : commands) apply(command);
    if (!commands.empty() || std::exchange(context_->wants_frame, false)) is_dirty_ = true;
    update_cursor();
}

void MapWindow::update_cursor() {
    if (const auto shape = interface_->pointer_shape()) return window_.set_cursor(*shape);
    const auto shape = toolbox_.cursor();
    const bool is_over_something = context_->map && (context_->map->hovered || model_.hover);
    const bool can_be_clicked = is_over_something && shape == tools::CursorShape::Arrow;
    window_.set_cursor(can_be_clicked ? tools::CursorShape::Hand : shape);
}

bool MapWindow::has_more_to_draw() const {
    return is_dirty_ || context_->is_moving() || interface_->needs_redraw();
}

bool MapWindow::is_reading() const {
    return opening_ || (context_->map && !context_->map->session.readings().are_finished());
}

bool MapWindow::is_settled() const {
    return !is_reading() && !has_more_to_draw() && (!context_->map || painter_->is_complete());
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
    state.dialog = model_.dialog;
    state.side_panel = model_.side_panel;
    for (const ui::ActionInfo& action : model_.actions) {
        if (action.keys.empty()) state.keyless.push_back(action.id);
    }
    if (model_.pinned) state.pinned = model_.pinned->card.title;
    if (model_.filter) state.shown_projects = model_.filter->shown_count;
    if (model_.measure) {
        for (const ui::MeasureLabel& label : model_.measure->labels) {
            if (label.is_total) state.measures.push_back(label.text);
        }
    }
    if (model_.area)
        for (const ui::AreaRow& row : model_.area->rows) state.counted[row.title] += row.count;
    if (model_.search) state.search_hits = model_.search->hit_count;
    state.folders_read = model_.files ? model_.files->answers.size() : 0;
    for (const ui::Note& note : model_.notes) state.notes.push_back(note.text);
    state.language = context_->language();
    if (const auto& editing = model_.editing) {
        state.unsaved = editing->unsaved;
        state.is_recorded = editing->is_recorded && !editing->is_saving;
        state.editable = editing->targets.size();
    }
    const auto symbols = painter_->symbols();
    if (const auto& map = context_->map) {
        state.session = &map->session;
        state.view = map->controller.view();
        state.hovered = map->hovered;
        state.has_panels = !model_.panels_hidden;
        if (model_.card) state.page = model_.card->page;
        if (!map->selected.empty()) state.selected = map->selected.front();
        state.symbols = symbols.get();
    }
    state_file_.write(to_json_line(state));
}

}  // namespace jinsha::app
