#include "app/check_part.hpp"

#include "ui/editing_model.hpp"

#include <map>

namespace jinsha::app {

namespace {

constexpr std::size_t kMostBadges = 60;  // in the window; more would hide the map

}  // namespace

CheckPart::CheckPart(WindowContext& context, std::function<void()> wake)
    : context_{context}, checking_{context.pool, std::move(wake)} {}

void CheckPart::map_closing() {
    checking_.cancel();
    checked_.reset();
    items_.reset();
    seen_.clear();
    places_.clear();
    context_.model.checks.reset();
}

bool CheckPart::take_from_panel(const ui::Command& command) {
    if (!std::holds_alternative<ui::AskChecks>(command)) return false;
    checked_.reset();  // files too, though they look the same
    is_wanted_ = true;
    return true;
}

void CheckPart::update(double /*now_s*/) {
    if (!context_.map || !context_.map->session.readings().are_finished()) return;
    look_for_changes();
    if (is_wanted_) start();
    if (auto checked = checking_.take(); checked && *checked) {
        checked_ = *std::move(checked);
        items_ = std::make_shared<const std::vector<ui::CheckItem>>(checked_->items);
        place_faults();
    }
    show();
}

/// Edits, and files that were saved.
void CheckPart::look_for_changes() {
    std::vector<std::shared_ptr<const map::FeatureSource>> sources;
    for (const map::LoadedSource& source : context_.map->session.map().sources)
        sources.push_back(source.source);
    const std::size_t unsaved = context_.model.editing ? context_.model.editing->unsaved : 0;
    is_wanted_ = is_wanted_ || sources != seen_ || unsaved < unsaved_;
    seen_ = std::move(sources);
    unsaved_ = unsaved;
}

void CheckPart::start() {
    is_wanted_ = false;
    const MapSession& session = context_.map->session;
    checking_.start([what = map_to_check(session.map(), session.path(), context_.tr()("checks.unsaved")),
                     before = checked_](const std::atomic<bool>& cancelled) {
        return check_map(what, before, cancelled);
    });
}

/// Each feature once, with its gravest fault; the list begins with those.
void CheckPart::place_faults() {
    places_.clear();
    std::map<map::FeatureKey, Severity> gravest;
    for (const ui::CheckItem& item : *items_)
        if (item.feature) gravest.emplace(*item.feature, item.severity);
    for (const auto& [feature, severity] : gravest)
        if (const auto place = context_.map->session.place(feature)) places_.emplace_back(*place, severity);
}

void CheckPart::show() {
    if (!items_) return;
    ui::ChecksModel checks;
    checks.items = items_;
    const map::View& view = context_.map->controller.view();
    const map::ScreenSize window = view.window();
    for (const auto& [place, severity] : places_) {
        const geo::ScreenPoint at = view.to_screen(place);
        const bool is_seen = at.x >= 0 && at.y >= 0 && at.x < window.width && at.y < window.height;
        if (is_seen && checks.badges.size() < kMostBadges) checks.badges.push_back({at, severity});
    }
    if (context_.model.checks && *context_.model.checks == checks) return;
    context_.model.checks = std::make_shared<const ui::ChecksModel>(std::move(checks));
}

}  // namespace jinsha::app
