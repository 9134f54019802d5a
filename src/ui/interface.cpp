#include "ui/interface.hpp"

#include "ui/area_model.hpp"
#include "ui/atlas.hpp"
#include "ui/compositor.hpp"
#include "ui/frame.hpp"
#include "ui/imgui_context.hpp"
#include "ui/input_queue.hpp"
#include "ui/measure_model.hpp"
#include "ui/panels.hpp"
#include "ui/pointer_owner.hpp"
#include "ui/sfml_events.hpp"
#include "ui/stage.hpp"
#include "ui/translations.hpp"
#include "ui/widgets.hpp"

#include <SFML/Window/Event.hpp>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <utility>

namespace jinsha::ui {
namespace {

/// A pause is no motion: after one, fades go on where they were.
constexpr double kLongestStep = 1.0 / 20;
/// Characters that are met for the first time need a second frame; more than a few mean a fault.
constexpr int kMostFramesForGlyphs = 3;

/// Ctrl and Shift by themselves: what a click means depends on them.
void note_modifier(const sf::Event::KeyEvent& key, bool is_down) {
    ImGuiIO& io = ImGui::GetIO();
    if (key.code == sf::Keyboard::LControl || key.code == sf::Keyboard::RControl) io.KeyCtrl = is_down;
    if (key.code == sf::Keyboard::LShift || key.code == sf::Keyboard::RShift) io.KeyShift = is_down;
}

/// Function keys, and letters with Ctrl, that no line of text knows: they stay actions while one is written.
bool is_never_written(const sf::Event::KeyEvent& key) {
    const bool is_function = key.code >= sf::Keyboard::F1 && key.code <= sf::Keyboard::F15;
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key = key;
    return (is_function || key.control) && !input_of(event);
}

bool moves_in_list(const sf::Event::KeyEvent& key) {
    switch (key.code) {
        case sf::Keyboard::Up:
        case sf::Keyboard::Down:
        case sf::Keyboard::Left:
        case sf::Keyboard::Right:
        case sf::Keyboard::Home:
        case sf::Keyboard::End:
        case sf::Keyboard::PageUp:
        case sf::Keyboard::PageDown:
        case sf::Keyboard::Enter:
        case sf::Keyboard::Escape:
            return !key.alt && !key.system;
        default:
            return false;
    }
}

}  // namespace

struct Interface::State {
    State(std::unique_ptr<Atlas> atlas_in, Translations chinese, Translations english, PanelPipeline pipeline)
        : atlas{std::move(atlas_in)},
          translations{std::move(chinese), std::move(english)},
          context{*atlas},
          compositor{std::move(pipeline)} {
        for (const Translations& tr : translations) {
            for (const auto& [key, text] : tr.texts()) atlas->want(text);
        }
    }

    [[nodiscard]] const Translations& tr(Language language) const {
        return translations[language == Language::Chinese ? 0 : 1];
    }
    bool take_key(const sf::Event::KeyEvent& key);
    void push_key(const sf::Event::KeyEvent& key);
    bool close_something();
    void push(const sf::Event& event);
    [[nodiscard]] bool is_stale(const Model& model) const {
        return is_first || has_news || widgets.is_moving() || panels.is_waiting() || !queue.is_empty() ||
               model != shown;
    }
    Commands run_frames(const Model& model, double seconds);
    Commands run_frame(const Model& model, double seconds, Widgets::Keys keys);
    void take_over(const Model& model);

    std::unique_ptr<Atlas> atlas;
    std::array<Translations, 2> translations;
    ImGuiOwner context;
    Pictures pictures;
    Stage stage;
    Widgets widgets;
    InputQueue queue;
    PointerOwner pointer;
    Panels panels;
    Compositor compositor;
    Model shown;     // what was drawn last
    Commands asked;  // between two draws, by keys
    bool is_first{true};
    bool has_news{};  // something happened that the model does not tell
};

Interface::Interface(std::unique_ptr<State> state) : state_{std::move(state)} {}
Interface::Interface(Interface&&) noexcept = default;
Interface& Interface::operator=(Interface&&) noexcept = default;
Interface::~Interface() = default;

Result<Interface> Interface::create(InterfaceSetup setup) {
    auto atlas = Atlas::create(std::move(setup.fonts), std::move(setup.icons));
    if (!atlas) return tl::make_unexpected(atlas.error());
    const std::filesystem::path texts = setup.assets / "i18n";
    auto chinese = Translations::load(texts, Language::Chinese);
    if (!chinese) return tl::make_unexpected(chinese.error());
    auto english = Translations::load(texts, Language::English);
    if (!english) return tl::make_unexpected(english.error());
    auto pipeline = PanelPipeline::create(setup.assets.parent_path() / "shaders");
    if (!pipeline) return tl::make_unexpected(pipeline.error());
    return Interface{std::make_unique<State>(*std::move(atlas), *std::move(chinese), *std::move(english),
                                             *std::move(pipeline))};
}

bool Interface::handle_event(const sf::Event& event) {
    State& s = *state_;
    switch (event.type) {
        case sf::Event::MouseMoved: {
            const bool was_of_panels = s.pointer.is_of_panels();
            s.pointer.move({static_cast<float>(event.mouseMove.x), static_cast<float>(event.mouseMove.y)});
            if (s.pointer.is_of_panels()) {
                s.push(event);
            } else if (was_of_panels) {
                s.queue.push(PointerLeft{});
            }
            return s.pointer.is_of_panels();
        }
        case sf::Event::MouseLeft:
            s.pointer.leave();
            s.push(event);
            return false;
        case sf::Event::MouseButtonPressed: {
            s.pointer.move(
                {static_cast<float>(event.mouseButton.x), static_cast<float>(event.mouseButton.y)});
            const bool is_ours = s.pointer.press();
            if (is_ours) {
                s.queue.push(PointerMoved{s.pointer.at()});
                s.push(event);
            }
            return is_ours;
        }
        case sf::Event::MouseButtonReleased: {
            const bool is_ours = s.pointer.release();
            if (is_ours) s.push(event);
            return is_ours;
        }
        case sf::Event::MouseWheelScrolled:
            if (s.pointer.is_of_panels()) s.push(event);
            return s.pointer.is_of_panels();
        case sf::Event::KeyPressed:
            note_modifier(event.key, true);
            return s.take_key(event.key);
        case sf::Event::KeyReleased:
            note_modifier(event.key, false);
            s.push(event);
            return false;
        case sf::Event::TextEntered: {
            const auto input = input_of(event);
            const auto* text = input ? std::get_if<TextEntered>(&*input) : nullptr;
            return text != nullptr && handle_text(text->utf8);
        }
        case sf::Event::LostFocus:
            ImGui::GetIO().KeyCtrl = ImGui::GetIO().KeyShift = false;  // releases elsewhere are not told
            s.pointer.leave();
            return false;
        default:
            return false;
    }
}

bool Interface::handle_text(std::string_view utf8) {
    if (!state_->widgets.has_keyboard_claim()) return false;
    ensure_glyphs(utf8);
    state_->queue.push(TextEntered{std::string{utf8}});
    return true;
}

const Translations& Interface::translations(Language language) const {
    return state_->tr(language);
}

void Interface::ensure_glyphs(std::string_view utf8) {
    state_->atlas->want(utf8);
}

/// A key that the panels take; commands follow with the next frame.
bool Interface::State::take_key(const sf::Event::KeyEvent& key) {
    if (widgets.has_keyboard_claim()) {
        const bool is_action = key.control && key.code == sf::Keyboard::Q;
        if (is_action || (shown.dialog.empty() && is_never_written(key))) return false;
        push_key(key);
        return true;
    }
    if (widgets.has_motion_claim() && moves_in_list(key)) {
        push_key(key);
        return true;
    }
    const bool is_plain = !key.control && !key.alt && !key.system;
    if (key.code == sf::Keyboard::Escape) return close_something();
    const bool moves_focus = key.code == sf::Keyboard::Tab && is_plain;
    const bool activates =
        widgets.has_focus() && (key.code == sf::Keyboard::Enter || key.code == sf::Keyboard::Space);
    if (!moves_focus && !activates) return false;
    push_key(key);
    return true;
}

void Interface::State::push_key(const sf::Event::KeyEvent& key) {
    sf::Event event{};
    event.type = sf::Event::KeyPressed;
    event.key = key;
    push(event);
}

/// What Esc means: the topmost thing goes. A drag on the map comes first, and is the map's.
bool Interface::State::close_something() {
    if (pointer.is_held_by_map()) return false;
    if (shown.place_menu) {
        asked.emplace_back(ClosePlaceMenu{});
    } else if (!shown.dialog.empty()) {
        asked.emplace_back(ShowDialog{});
    } else if (widgets.has_focus()) {
        widgets.drop_focus();
    } else if (shown.loading) {
        asked.emplace_back(CancelLoading{});
    } else if ((shown.measure && shown.measure->is_on) || (shown.area && shown.area->is_on)) {
        return false;  // the tool's
    } else if (shown.card) {
        asked.emplace_back(CloseCard{});
    } else if (!shown.side_panel.empty() && !shown.panels_hidden) {
        asked.emplace_back(ShowSidePanel{});
    } else {
        return false;
    }
    return has_news = true;
}

void Interface::State::push(const sf::Event& event) {
    if (auto input = input_of(event)) queue.push(*std::move(input));
}

Commands Interface::draw(const Model& model, double seconds) {
    State& s = *state_;
    const double step = std::clamp(seconds, 0.0, kLongestStep);
    Commands commands;
    if (s.is_stale(model)) {
        commands = s.run_frames(model, step);
        s.take_over(model);
    }
    s.compositor.draw(model.window.width, model.window.height, step, model.appearance.reduced_motion);
    return commands;
}

/// As many frames as the events need, and one more for characters that are met for the first time.
Commands Interface::State::run_frames(const Model& model, double seconds) {
    has_news = false;
    Commands commands = std::exchange(asked, {});
    int frames_for_glyphs = 0;
    do {
        if (atlas->needs_build(model.appearance.scale)) {
            atlas->build(model.appearance.scale);
            context.upload_fonts();
        }
        Commands more = run_frame(model, seconds, queue.feed(ImGui::GetIO()));
        std::ranges::move(more, std::back_inserter(commands));
        seconds = 0;
        if (atlas->needs_build(model.appearance.scale)) ++frames_for_glyphs;
    } while (!queue.is_empty() ||
             (atlas->needs_build(model.appearance.scale) && frames_for_glyphs < kMostFramesForGlyphs));
    return commands;
}

Commands Interface::State::run_frame(const Model& model, double seconds, Widgets::Keys keys) {
    context.begin_frame(model.window.width, model.window.height, seconds);
    stage.clear();
    widgets.begin_frame(seconds, model.appearance.reduced_motion, keys);
    Frame frame{
        .canvas = Canvas{*atlas, pictures, stage, palette(model.appearance.theme), model.appearance.scale},
        .stage = stage,
        .widgets = widgets,
        .tr = tr(model.appearance.language),
        .window = {0, 0, static_cast<float>(model.window.width), static_cast<float>(model.window.height)}};
    Commands commands = panels.draw(frame, model, seconds);
    widgets.end_frame();
    context.end_frame();
    return commands;
}

void Interface::State::take_over(const Model& model) {
    compositor.update(stage.panels(), atlas->revision());
    std::vector<Rect> boxes;
    for (const StagedPanel& panel : stage.panels()) {
        if (panel.traits.takes_pointer) boxes.push_back(panel.box);
    }
    pointer.set_panels(std::move(boxes));
    shown = model;
    is_first = false;
}

bool Interface::needs_redraw() const noexcept {
    const State& s = *state_;
    return s.is_first || s.has_news || !s.queue.is_empty() || s.widgets.is_moving() ||
           s.panels.is_waiting() || s.compositor.is_fading();
}

std::optional<PointerShape> Interface::pointer_shape() const noexcept {
    const State& s = *state_;
    if (!s.pointer.is_of_panels()) return std::nullopt;
    if (s.widgets.is_over_text()) return PointerShape::Text;
    return s.widgets.is_over_area() ? PointerShape::Hand : PointerShape::Arrow;
}

}  // namespace jinsha::ui
