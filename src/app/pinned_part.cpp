#include "app/pinned_part.hpp"

#include "app/link_opening.hpp"
#include "ui/pinned_model.hpp"

#include <memory>

namespace jinsha::app {

PinnedPart::PinnedPart(WindowContext& context) : context_{context} {
    context_.actions.add({"pin-card",
                          "action.pin_card",
                          "T",
                          {{sf::Keyboard::T}},
                          [this] { context_.model.card ? pin() : unpin(); },
                          [this] { return context_.model.card || pinned_; }});
}

bool PinnedPart::take_from_panel(const ui::Command& command) {
    if (std::holds_alternative<ui::PinCard>(command)) {
        if (context_.model.card) pin();
    } else if (std::holds_alternative<ui::UnpinCard>(command)) {
        unpin();
    } else if (const auto* link = std::get_if<ui::OpenLink>(&command)) {
        open_link(link->address);
    } else {
        return false;
    }
    return true;
}

/// What is pinned makes room for the next card, which is opened by a click as ever.
void PinnedPart::pin() {
    pinned_ = context_.map->session.met(context_.model.card->feature);
    show();
    context_.wants_selected = std::optional<map::FeatureKey>{};
}

void PinnedPart::unpin() {
    pinned_.reset();
    context_.model.pinned.reset();
}

/// Its data may have been edited, or deleted.
void PinnedPart::update(double /*now_s*/) {
    if (!pinned_ || !context_.map) return;
    if (revision_ == context_.map->session.snapshot()->revision && language_ == context_.language()) return;
    if (!context_.map->session.place(pinned_->feature)) return unpin();
    show();
}

void PinnedPart::show() {
    revision_ = context_.map->session.snapshot()->revision;
    language_ = context_.language();
    context_.model.pinned = std::make_shared<const ui::PinnedModel>(
        ui::PinnedModel{context_.map->session.card(*pinned_, context_.language())});
}

void PinnedPart::open_link(const std::string& address) {
    const auto opened = app::open_link(address);
    if (opened) return;
    context_.add_note(ui::Note::Kind::Error, std::string{context_.tr()("card.link_failed")},
                      opened.error().message());
}

}  // namespace jinsha::app
