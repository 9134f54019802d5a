#include "app/overview_part.hpp"

#include "print/export_image.hpp"
#include "ui/overview_model.hpp"
#include "ui/overview_panel.hpp"

#include <cmath>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kAfterTiles = 2e5;  // and after the legend
constexpr double kMarginPx = 4;      // around the home extent, CSS pixels
// From this size of the window on, CSS pixels, it does not stand in the way.
constexpr double kWide = 1200, kHigh = 700;

/// Without symbols, which would only be a crowd at that scale.
std::shared_ptr<const scene::MapSnapshot> ground_of(const scene::MapSnapshot& snapshot) {
    auto ground = std::make_shared<scene::MapSnapshot>(snapshot);
    for (scene::SnapshotLayer& layer : ground->layers) {
        if (layer.style.type() == style::LayerType::Symbol) layer.is_visible = false;
    }
    return ground;
}

}  // namespace

OverviewPart::OverviewPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, wake_{std::move(wake)} {
    context_.actions.add({"overview",
                          "action.overview",
                          "Ctrl + M",
                          {{.key = sf::Keyboard::M, .control = true}},
                          [this] { chosen_ = !is_shown(); },
                          [this] { return context_.map.has_value(); }});
}

OverviewPart::~OverviewPart() {
    task_.cancel();
}

void OverviewPart::map_closing() {
    task_.cancel();
    made_ = std::make_shared<Made>();
    drawn_.reset();
    picture_ = {};
    context_.model.overview.reset();
}

bool OverviewPart::take_from_panel(const ui::Command& command) {
    const auto* center = std::get_if<ui::CenterOn>(&command);
    if (center == nullptr || !context_.map) return false;
    ViewController& controller = context_.map->controller;
    const map::View& view = controller.view();
    controller.show({center->at, view.units_per_pixel(), view.window()});
    return true;
}

bool OverviewPart::has_news() const {
    const std::scoped_lock lock{made_->mutex};
    return made_->picture.has_value();
}

bool OverviewPart::is_shown() const {
    const map::ScreenSize window = context_.model.window;
    const bool has_room =
        window.width >= kWide * context_.pixel_ratio && window.height >= kHigh * context_.pixel_ratio;
    return chosen_.value_or(has_room);
}

void OverviewPart::update(double /*now_s*/) {
    if (!context_.map || !is_shown()) return context_.model.overview.reset();
    {
        const std::scoped_lock lock{made_->mutex};
        if (made_->picture) picture_ = *std::exchange(made_->picture, std::nullopt);
    }
    if (!context_.is_moving() && drawn_ != context_.map->session.snapshot()->revision) draw();
    ui::OverviewModel model{picture_.pixels, picture_.center, picture_.units_per_px,
                            context_.map->controller.view().extent()};
    if (context_.model.overview && *context_.model.overview == model) return;
    context_.model.overview = std::make_shared<const ui::OverviewModel>(std::move(model));
}

void OverviewPart::draw() {
    const auto& snapshot = context_.map->session.snapshot();
    drawn_ = snapshot->revision;
    const double ratio = context_.pixel_ratio;
    const map::ScreenSize size{static_cast<int>(std::lround(ui::kOverviewWidth * ratio)),
                               static_cast<int>(std::lround(ui::kOverviewHeight * ratio))};
    const auto& rules = context_.map->controller.rules();
    const map::View view = map::View::showing(rules.home.is_empty() ? rules.center_bounds : rules.home, size,
                                              kMarginPx * ratio, rules.max_units_per_pixel)
                               .snapped(snapshot->origin);
    task_.cancel();
    task_ = context_.pool.submit(
        kAfterTiles,
        [ground = ground_of(*snapshot), view, fonts = context_.fonts, icons = context_.map->icons,
         made = made_](const std::atomic<bool>& cancelled) {
            auto drawn = print::draw_view(ground, view, fonts, icons);
            if (cancelled) return;
            auto pixels = std::make_shared<const image::Image>(std::move(drawn.picture));
            const std::scoped_lock lock{made->mutex};
            made->picture = Picture{std::move(pixels), view.center(), view.units_per_pixel()};
        },
        wake_);
}

}  // namespace jinsha::app
