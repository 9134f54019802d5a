#include "app/views_part.hpp"

#include "ui/views_model.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace jinsha::app {

ViewsPart::ViewsPart(WindowContext& context, std::function<double()> now_s)
    : context_{context}, now_s_{std::move(now_s)} {
    add_actions();
}

void ViewsPart::add_actions() {
    using sf::Keyboard;
    context_.actions.add({"views-back",
                          "action.view_back",
                          "Alt + ←",
                          {{.key = Keyboard::Left, .alt = true}},
                          [this] {
                              if (const auto view = history_.back()) fly_to(*view);
                          },
                          [this] { return history_.has_back(); }});
    context_.actions.add({"views-forward",
                          "action.view_forward",
                          "Alt + →",
                          {{.key = Keyboard::Right, .alt = true}},
                          [this] {
                              if (const auto view = history_.forward()) fly_to(*view);
                          },
                          [this] { return history_.has_forward(); }});
    const auto has_map = [this] { return context_.map.has_value(); };
    context_.actions.add({"views",
                          "action.views",
                          "B",
                          {{Keyboard::B}},
                          [this] {
                              std::string& open = context_.model.side_panel;
                              open = open == "views" ? "" : "views";
                          },
                          has_map});
    context_.actions.add({"views-keep",
                          "action.view_keep",
                          "Ctrl + B",
                          {{.key = Keyboard::B, .control = true}},
                          [this] {
                              keep(context_.model.views->suggestion);
                              context_.add_note(
                                  ui::Note::Kind::Done,
                                  context_.tr()("views.kept", fmt::arg("name", kept_.back().name)), "");
                          },
                          [this] { return context_.model.views != nullptr; }});
}

void ViewsPart::map_closing() {
    history_ = {};
    kept_.clear();
    context_.model.views.reset();
}

void ViewsPart::map_opened() {
    is_outdated_ = true;
}

void ViewsPart::set_kept(std::vector<KeptView> kept) {
    kept_ = std::move(kept);
    is_outdated_ = true;
}

bool ViewsPart::take_from_panel(const ui::Command& command) {
    if (!context_.map) return false;
    if (const auto* keep_view = std::get_if<ui::KeepView>(&command)) {
        keep(keep_view->name);
    } else if (const auto* go = std::get_if<ui::GoToView>(&command)) {
        if (go->index >= kept_.size()) return true;
        const KeptView& view = kept_[go->index];
        fly_to({view.center, context_.map->session.snapshot()->units_per_pixel(view.zoom),
                context_.map->controller.view().window()});
    } else if (const auto* forget = std::get_if<ui::ForgetView>(&command)) {
        if (forget->index < kept_.size())
            kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(forget->index));
    } else {
        return false;
    }
    is_outdated_ = true;
    return true;
}

void ViewsPart::keep(const std::string& name) {
    const map::View& view = context_.map->controller.rest();
    KeptView kept{name, view.center(), context_.map->session.snapshot()->zoom(view.units_per_pixel())};
    const auto same = std::ranges::find(kept_, name, &KeptView::name);
    if (same != kept_.end()) kept_.erase(same);  // a name is one view, the latest
    kept_.push_back(std::move(kept));
    is_outdated_ = true;
}

void ViewsPart::fly_to(const map::View& view) {
    context_.map->controller.fly_to(view, now_s_());
    context_.wants_frame = true;
}

void ViewsPart::update(double /*now_s*/) {
    if (!context_.map) return;
    if (!context_.is_moving()) history_.rest_at(context_.map->controller.view());
    if (!is_outdated_ && language_ == context_.language()) return;
    is_outdated_ = false;
    language_ = context_.language();
    ui::ViewsModel model;
    for (const KeptView& view : kept_) model.names.push_back(view.name);
    for (std::size_t number = kept_.size() + 1;; ++number) {
        model.suggestion = context_.tr()("views.suggestion", fmt::arg("number", number));
        if (std::ranges::find(model.names, model.suggestion) == model.names.end()) break;
    }
    context_.model.views = std::make_shared<const ui::ViewsModel>(std::move(model));
}

}  // namespace jinsha::app
