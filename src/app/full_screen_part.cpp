#include "app/full_screen_part.hpp"

namespace jinsha::app {

FullScreenPart::FullScreenPart(WindowContext& context, std::uint32_t window)
    : context_{context}, full_screen_{window} {
    context_.actions.add({"view.full-screen",
                          "action.full_screen",
                          "F11",
                          {{sf::Keyboard::F11}},
                          [this] {
                              const auto toggled = full_screen_.toggle();
                              if (toggled) return;
                              context_.add_note(ui::Note::Kind::Error,
                                                std::string{context_.tr()("full_screen.failed")},
                                                toggled.error().message());
                          },
                          {}});
}

}  // namespace jinsha::app
