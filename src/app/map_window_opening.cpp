#include "app/home.hpp"
#include "app/map_window.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

// How a map comes into its window.
namespace jinsha::app {

/// One that is being read gives way.
void MapWindow::open_map(const std::filesystem::path& path) {
    opening_path_ = path;
    opening_ = std::make_unique<MapOpening>(path, [this] { wait_->wake(); });
}

void MapWindow::leave(const std::function<void()>& then, std::size_t first) {
    commit_field();
    for (std::size_t i = first; i < parts_.size(); ++i) {
        if (!parts_[i]->lets_go([this, then, i] { leave(then, i + 1); })) return;
    }
    then();
}

void MapWindow::take_opened_map() {
    if (!opening_) return;
    model_.loading = opening_->progress();
    auto result = opening_->take();
    is_dirty_ = true;  // at least its progress
    if (!result) return;
    const bool was_cancelled = opening_->is_cancelled();
    opening_.reset();
    model_.loading.reset();
    if (*result) {
        show_map(std::move(**result));
    } else if (!was_cancelled) {
        show_open_error(result->error());
    } else if (!context_->map) {
        window_.sfml().close();
    }
}

void MapWindow::show_map(OpenedMap opened) {
    interface_->ensure_glyphs(opened.characters);
    const bool is_again = context_->map && context_->map->session.path() == opened.path;
    if (context_->map) {
        for (const auto& part : parts_) part->map_closing();
    }
    context_->map.emplace(make_open_map(std::move(opened), *context_, window_.size()));
    const OpenMap& map = *context_->map;
    if (is_again) {
        painter_->reopen(map.session.snapshot(), map.session.map().extent, map.icons);
    } else {
        painter_->open(map.session.snapshot(), map.session.map().extent, map.icons);
    }
    window_.set_title("金沙 — " + map.session.map().document.name);
    opening_error_.clear();
    for (const auto& part : parts_) part->map_opened();
}

void MapWindow::show_open_error(const Error& error) {
    const std::string& message = error.message();
    fmt::print(stderr, "jinsha: {}\n", message);
    if (!context_->map) opening_error_ = message;
    // The folder goes into the details, what is wrong with which file stands first.
    std::string short_error = message;
    const std::string folder = opening_path_.parent_path().string() + "/";
    if (short_error.starts_with(folder)) short_error.erase(0, folder.size());
    context_->add_note(ui::Note::Kind::Error, short_error, message);
}

}  // namespace jinsha::app
