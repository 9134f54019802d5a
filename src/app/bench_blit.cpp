#include "app/bench_blit.hpp"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Sprite.hpp>
#include <SFML/OpenGL.hpp>

#include <chrono>

namespace jinsha::app {

BenchBlit::BenchBlit(sf::Window& window) : window_{window}, target_{window} {
    sf::Image picture;
    picture.create(window.getSize().x, window.getSize().y, sf::Color{236, 234, 228});
    texture_.loadFromImage(picture);
}

double BenchBlit::draw() {
    using Clock = std::chrono::steady_clock;
    target_.pushGLStates();
    glFinish();
    const auto start = Clock::now();
    target_.draw(sf::Sprite{texture_});
    window_.display();
    glFinish();
    const auto end = Clock::now();
    target_.popGLStates();
    return std::chrono::duration<double, std::milli>(end - start).count();
}

}  // namespace jinsha::app
