#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/Window/Window.hpp>

namespace jinsha::app {

/// What frames are compared with: one sf::Sprite as large as the window, drawn as any program that uses SFML
/// would. Window's context.
class BenchBlit {
public:
    explicit BenchBlit(sf::Window& window);
    /// Draws it, shows it and waits for the end of it. Milliseconds.
    [[nodiscard]] double draw();

private:
    /// An sf::RenderWindow of a window that exists already.
    class Target : public sf::RenderTarget {
    public:
        explicit Target(sf::Window& window) : window_{window} { initialize(); }
        [[nodiscard]] sf::Vector2u getSize() const override { return window_.getSize(); }
        bool setActive(bool active) override {
            return RenderTarget::setActive(active) && window_.setActive(active);
        }

    private:
        sf::Window& window_;
    };

    sf::Window& window_;
    Target target_;
    sf::Texture texture_;
};

}  // namespace jinsha::app
