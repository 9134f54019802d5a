#include "app/settings_part.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <system_error>
#include <utility>

namespace jinsha::app {

namespace {

constexpr double kQuietSeconds = 1.5;  // so many changes in a row are written once

}  // namespace

SettingsPart::SettingsPart(WindowContext& context, std::filesystem::path path, const LoadedSettings& loaded,
                           ViewsPart& views)
    : context_{context},
      views_{views},
      path_{std::move(path)},
      saved_{loaded.settings},
      first_{context.model.appearance} {
    if (loaded.trouble.empty()) return;
    fmt::print(stderr, "jinsha: warning: {}\n", loaded.trouble);
    context_.add_note(ui::Note::Kind::Warning, loaded.trouble, "");
}

SettingsPart::~SettingsPart() {
    save();
}

void SettingsPart::map_opened() {
    const auto known = saved_.maps.find(map_key());
    if (known == saved_.maps.end()) return;
    OpenMap& map = *context_.map;
    map.session.show_layers(known->second.visible);
    map.session.fade_layers(known->second.opacity);
    map.session.filter_projects(known->second.filter);
    views_.set_kept(known->second.views);
    context_.painter.change(map.session.snapshot());
    if (!known->second.center || !known->second.zoom) return;
    const map::View& view = map.controller.view();
    map.controller.show(
        {*known->second.center, map.session.snapshot()->units_per_pixel(*known->second.zoom), view.window()});
}

/// Views are written when the window closes; what was chosen, soon.
void SettingsPart::update(double now_s) {
    Settings now = current();
    now.maps = saved_.maps;
    now.window = saved_.window;
    if (has_new_views()) now.maps[map_key()].views = views_.kept();
    if (now == saved_) {
        changed_s_ = now_s;
    } else if (now_s - changed_s_ > kQuietSeconds) {
        save();
    }
}

bool SettingsPart::has_new_views() const {
    if (!context_.map) return false;
    const auto known = saved_.maps.find(map_key());
    return known == saved_.maps.end() ? !views_.kept().empty() : known->second.views != views_.kept();
}

Settings SettingsPart::current() const {
    Settings settings = saved_;
    const ui::Appearance& now = context_.model.appearance;
    if (now.language != first_.language) settings.language = std::string{context_.language()};
    if (now.theme != first_.theme) settings.is_dark = now.theme == ui::ThemeName::Dark;
    if (now.reduced_motion != first_.reduced_motion) settings.reduced_motion = now.reduced_motion;
    const bool is_hidden = context_.model.panels_hidden;
    if (is_hidden || settings.panels_hidden) settings.panels_hidden = is_hidden;
    settings.window = context_.model.window;
    if (!context_.map) return settings;
    const MapSession& session = context_.map->session;
    const map::View& view = context_.map->controller.rest();
    MapSettings& map = settings.maps[map_key()];
    map.center = view.center();
    map.zoom = session.snapshot()->zoom(view.units_per_pixel());
    map.visible = session.visibility_changes();
    map.opacity = session.opacities();
    map.filter = session.filter();
    map.views = views_.kept();
    return settings;
}

std::string SettingsPart::map_key() const {
    std::error_code ignored;
    return std::filesystem::weakly_canonical(context_.map->session.path(), ignored).string();
}

void SettingsPart::save() {
    const Settings now = current();
    if (now == saved_) return;
    saved_ = now;
    if (path_.empty()) return;
    const auto saved = save_settings(path_, now);
    if (!saved) fmt::print(stderr, "jinsha: warning: {}\n", saved.error().message());
}

}  // namespace jinsha::app
