#include "app/input.hpp"

#include <SFML/Window/Event.hpp>
#include <gtest/gtest.h>

namespace jinsha::app {
namespace {

sf::Event press(int x, int y, sf::Mouse::Button button = sf::Mouse::Left) {
    sf::Event event;
    event.type = sf::Event::MouseButtonPressed;
    event.mouseButton = {button, x, y};
    return event;
}

sf::Event key(sf::Event::EventType type, sf::Keyboard::Key code) {
    sf::Event event;
    event.type = type;
    event.key = {};
    event.key.code = code;
    return event;
}

sf::Event plain(sf::Event::EventType type) {
    sf::Event event;
    event.type = type;
    return event;
}

tools::PointerPressed pressed(const std::optional<tools::Event>& event) {
    return std::get<tools::PointerPressed>(event.value());
}

TEST(InputTranslator, CountsTwoQuickPressesAtOnePlaceAsADoubleClick) {
    InputTranslator input;
    EXPECT_EQ(pressed(input.translate(press(10, 10), 1.0)).clicks, 1);
    EXPECT_EQ(pressed(input.translate(press(12, 11), 1.2)).clicks, 2);
}

TEST(InputTranslator, AThirdQuickPressBeginsAnew) {
    InputTranslator input;
    for (const int clicks : {1, 2, 1, 2})
        EXPECT_EQ(pressed(input.translate(press(10, 10), 1.0)).clicks, clicks);
}

TEST(InputTranslator, SlowFarOrDifferentPressesAreSingleClicks) {
    InputTranslator input;
    (void)input.translate(press(10, 10), 1.0);
    EXPECT_EQ(pressed(input.translate(press(10, 10), 1.5)).clicks, 1);
    EXPECT_EQ(pressed(input.translate(press(30, 10), 1.6)).clicks, 1);
    EXPECT_EQ(pressed(input.translate(press(30, 10, sf::Mouse::Right), 1.7)).clicks, 1);
}

TEST(InputTranslator, KnowsTheKeysThatWereHeldWhenTheButtonWasPressed) {
    InputTranslator input;
    (void)input.translate(key(sf::Event::KeyPressed, sf::Keyboard::RShift), 1.0);
    EXPECT_TRUE(pressed(input.translate(press(10, 10), 1.0)).modifiers.shift);
    (void)input.translate(key(sf::Event::KeyReleased, sf::Keyboard::RShift), 2.0);
    EXPECT_FALSE(pressed(input.translate(press(10, 10), 3.0)).modifiers.shift);
}

TEST(InputTranslator, ForgetsHeldKeysWhenTheWindowLosesTheKeyboard) {
    InputTranslator input;
    (void)input.translate(key(sf::Event::KeyPressed, sf::Keyboard::LControl), 1.0);
    (void)input.translate(plain(sf::Event::LostFocus), 1.0);
    EXPECT_EQ(pressed(input.translate(press(10, 10), 1.0)).modifiers, tools::Modifiers{});
}

TEST(InputTranslator, TurnsTheWheelAtThePointer) {
    InputTranslator input;
    sf::Event event = plain(sf::Event::MouseWheelScrolled);
    event.mouseWheelScroll = {sf::Mouse::VerticalWheel, -1, 30, 40};
    const auto turned = std::get<tools::WheelTurned>(input.translate(event, 0).value());
    EXPECT_EQ(turned.notches, -1);
    EXPECT_EQ(turned.at, (geo::ScreenPoint{30, 40}));
}

TEST(InputTranslator, WhatMeansNothingToAMapIsLeftOut) {
    InputTranslator input;
    EXPECT_FALSE(input.translate(key(sf::Event::KeyPressed, sf::Keyboard::A), 0).has_value());
    EXPECT_FALSE(input.translate(press(1, 1, sf::Mouse::XButton1), 0).has_value());
    EXPECT_FALSE(input.translate(plain(sf::Event::GainedFocus), 0).has_value());
}

}  // namespace
}  // namespace jinsha::app
