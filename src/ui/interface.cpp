#include "ui/interface_state.hpp"

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace jinsha::ui {
namespace {

/// A pause is no motion: after one, fades go on where they were.
constexpr double kLongestStep = 1.0 / 20;
/// Characters that are met for the first time need a second frame; more than a few mean a fault.
constexpr int kMostFramesForGlyphs = 3;

}  // namespace

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

const Translations& Interface::translations(Language language) const {
    return state_->tr(language);
}

void Interface::ensure_glyphs(std::string_view utf8) {
    state_->atlas->want(utf8);
}

Commands Interface::commit_field() {
    State& s = *state_;
    if (!s.widgets.has_keyboard_claim()) return {};
    Commands commands = s.run_frames(s.shown, 0);  // what was typed before
    Widgets::Keys keys;
    keys.commit = true;
    std::ranges::move(s.run_frame(s.shown, 0, keys), std::back_inserter(commands));
    s.has_news = true;
    return commands;
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
