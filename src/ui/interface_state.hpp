#pragma once

#include "ui/atlas.hpp"
#include "ui/compositor.hpp"
#include "ui/frame.hpp"
#include "ui/imgui_context.hpp"
#include "ui/input_queue.hpp"
#include "ui/interface.hpp"
#include "ui/panels.hpp"
#include "ui/pointer_owner.hpp"
#include "ui/stage.hpp"
#include "ui/translations.hpp"
#include "ui/widgets.hpp"

#include <SFML/Window/Event.hpp>

#include <array>
#include <memory>
#include <utility>

namespace jinsha::ui {

/// What the interface is made of, shared by interface.cpp (frames) and interface_events.cpp (input).
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

}  // namespace jinsha::ui
