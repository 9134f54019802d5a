// Draws the panels over a plain ground and writes what the window shows to a PNG, for those who work on the
// look:
//   panel_preview OUT.png [--size 1280x800] [--scale 1] [--dark] [--en]
//                 [--show help|problems|notes|hover|row|focus|bare]

#include "symbol/icon_store.hpp"
#include "text/font_set.hpp"
#include "ui/interface.hpp"
#include "ui/sample_model.hpp"

#include <SFML/Graphics.hpp>

#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace jinsha;

struct Options {
    std::string output;
    map::ScreenSize size{1280, 800};
    ui::Appearance appearance;
    std::string show;
};

Options read_options(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        const auto value = [&] { return i + 1 < arguments.size() ? arguments[++i] : std::string{}; };
        if (argument == "--size") {
            std::sscanf(value().c_str(), "%dx%d", &options.size.width, &options.size.height);
        } else if (argument == "--scale") {
            options.appearance.scale = std::stod(value());
        } else if (argument == "--dark") {
            options.appearance.theme = ui::ThemeName::Dark;
        } else if (argument == "--en") {
            options.appearance.language = ui::Language::English;
        } else if (argument == "--show") {
            options.show = value();
        } else {
            options.output = argument;
        }
    }
    return options;
}

ui::Model model_of(const Options& options) {
    ui::Model model = ui::sample_model(options.appearance, options.size);
    if (options.show != "problems") model.problems.clear();
    if (!options.show.empty() && options.show != "row" && options.show != "focus") model.card.reset();
    if (options.show == "hover") model.hover = ui::sample_hover(options.appearance.language, options.size);
    if (options.show == "notes") {
        model.loading = ui::Loading{"district-projects.geojson", 0.42};
        model.notes = ui::sample_notes(options.appearance.language);
    }
    return model;
}

/// What the user does before the picture is taken, in CSS pixels.
void act(ui::Interface& interface, const Options& options) {
    const auto at = [&](double css_px) { return static_cast<int>(css_px * options.appearance.scale); };
    const auto send = [&](const sf::Event& event) { (void)interface.handle_event(event); };
    sf::Event event{};
    if (options.show == "focus") {
        event.type = sf::Event::KeyPressed;
        event.key.code = sf::Keyboard::Tab;
        for (int i = 0; i < 4; ++i) send(event);
    }
    if (options.show == "row" || options.show == "problems") {
        event.type = sf::Event::MouseMoved;
        event.mouseMove = {at(100), at(options.show == "row" ? 196 : 554)};
        send(event);
    }
    if (options.show == "problems") {
        event.mouseButton = {sf::Mouse::Left, at(100), at(554)};
        for (const auto type : {sf::Event::MouseButtonPressed, sf::Event::MouseButtonReleased}) {
            event.type = type;
            send(event);
        }
    }
}

void draw_ground(sf::RenderWindow& window, bool is_dark) {
    window.clear(is_dark ? sf::Color{0x22, 0x30, 0x2E} : sf::Color{0xFB, 0xFA, 0xF6});
    const auto width = static_cast<float>(window.getSize().x);
    const auto height = static_cast<float>(window.getSize().y);
    sf::ConvexShape river{4};
    river.setPoint(0, {0, height * 0.55F});
    river.setPoint(1, {width, height * 0.25F});
    river.setPoint(2, {width, height * 0.35F});
    river.setPoint(3, {0, height * 0.68F});
    river.setFillColor(is_dark ? sf::Color{0x24, 0x47, 0x56} : sf::Color{0xBC, 0xD9, 0xE6});
    window.draw(river);
}

bool save(const sf::RenderWindow& window, const std::string& path) {
    sf::Texture texture;
    texture.create(window.getSize().x, window.getSize().y);
    texture.update(window);
    return texture.copyToImage().saveToFile(path);
}

int run(const Options& options) {
    const sf::VideoMode mode{static_cast<unsigned>(options.size.width),
                             static_cast<unsigned>(options.size.height)};
    sf::RenderWindow window{mode, "panels", sf::Style::None};
    const std::filesystem::path root{JINSHA_SOURCE_DIR};
    const auto fonts = text::FontSet::load();
    const auto icons = std::make_shared<symbol::IconStore>(std::vector{root / "assets" / "icons"});
    auto interface = fonts ? ui::Interface::create({root / "assets", *fonts, icons})
                           : Result<ui::Interface>{tl::make_unexpected(fonts.error())};
    if (!interface) {
        std::fprintf(stderr, "%s\n", interface.error().message().c_str());
        return 2;
    }
    const ui::Model model = model_of(options);
    for (int frame = 0; frame < 20; ++frame) {  // until all that fades in has done so
        draw_ground(window, options.appearance.theme == ui::ThemeName::Dark);
        (void)interface->draw(model, 0.05);
        window.resetGLStates();
        if (frame == 0) act(*interface, options);
    }
    return save(window, options.output) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    return run(read_options({argv + 1, argv + argc}));
}
