#include "screen/tile_store.hpp"

#include "scene/change_reach.hpp"
#include "screen/gl.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace jinsha::screen {

namespace {

// Textures that may be kept beyond those wanted now, a megabyte each: the scales and places the view came
// from. Those wanted are about 60 in a window of 1920 x 1080.
constexpr std::size_t kMostUnwanted = 16;

style::Color background_of(const scene::MapSnapshot& snapshot, double zoom) {
    for (const auto& layer : snapshot.layers) {
        if (!layer.is_visible || layer.style.type() != style::LayerType::Background) continue;
        return layer.style.background_paint({zoom, nullptr}).color;
    }
    return {1, 1, 1, 1};
}

void fill(style::Color color) {
    glClearColor(static_cast<float>(color.r), static_cast<float>(color.g), static_cast<float>(color.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

TileStore::TileStore(work::WorkerPool& pool, PaintRect paint, std::function<void()> wake)
    : workshop_{pool, std::move(paint), std::move(wake)} {}

bool TileStore::update(const std::shared_ptr<const scene::MapSnapshot>& snapshot, const geo::Envelope& extent,
                       const map::View& rest, std::chrono::microseconds budget) {
    ++frame_;
    std::vector<TileWish> wishes = tile_wishes(rest, *snapshot, extent, heading_to(rest));
    for (const TileWish& wish : wishes) {
        if (const auto found = kept_.find(wish.key); found != kept_.end()) found->second.last_used = frame_;
    }
    const bool has_new = upload(budget, wishes.size() + kMostUnwanted);
    std::erase_if(wishes, [this](const TileWish& wish) { return kept_.contains(wish.key); });
    workshop_.want(snapshot, std::move(wishes));
    return has_new;
}

/// A zoom has no heading: what it shows next is known already.
Heading TileStore::heading_to(const map::View& rest) {
    constexpr double kOfTheLast = 0.5;
    const std::optional<map::View> last = std::exchange(last_rest_, rest);
    if (!last || last->units_per_pixel() != rest.units_per_pixel()) return heading_ = {};
    const double x = (rest.center().x - last->center().x) / rest.units_per_pixel();
    const double y = (last->center().y - rest.center().y) / rest.units_per_pixel();
    return heading_ = {std::lerp(x, heading_.x, kOfTheLast), std::lerp(y, heading_.y, kOfTheLast)};
}

bool TileStore::upload(std::chrono::microseconds budget, std::size_t most_textures) {
    const auto start = std::chrono::steady_clock::now();
    bool has_new = false;
    do {
        auto tile = workshop_.take();
        if (!tile) break;
        has_new = true;
        if (const auto known = kept_.find(tile->key); known != kept_.end()) {
            known->second.texture.update(tile->picture);
        } else {
            Texture texture = take_texture(most_textures);
            texture.update(tile->picture);
            kept_.emplace(tile->key, Kept{std::move(texture), frame_});
            available_.push_back(tile->key);
        }
        workshop_.give_back(std::move(tile->picture));
    } while (std::chrono::steady_clock::now() - start < budget);
    return has_new;
}

/// Textures are taken from old tiles rather than made: the memory of a fresh one costs more than the upload.
Texture TileStore::take_texture(std::size_t most_textures) {
    while (kept_.size() + spare_.size() > most_textures) {  // the window has become smaller
        if (spare_.empty()) {
            (void)take_oldest();
        } else {
            spare_.pop_back();
        }
    }
    if (!spare_.empty()) {
        Texture texture = std::move(spare_.back());
        spare_.pop_back();
        return texture;
    }
    if (kept_.size() == most_textures) return take_oldest();
    return Texture{scene::kTileSizePx, scene::kTileSizePx};
}

Texture TileStore::take_oldest() {
    const auto oldest = std::ranges::min_element(kept_, {}, [](const auto& entry) {
        return std::pair{entry.second.last_used, entry.first.revision};
    });
    Texture texture = std::move(oldest->second.texture);
    std::erase(available_, oldest->first);
    kept_.erase(oldest);
    return texture;
}

bool TileStore::draw(const map::View& view, const scene::MapSnapshot& snapshot, QuadPainter& painter) {
    const Composition composition = compose(view, snapshot.origin, snapshot.revision, available_);
    if (!composition.is_covered) fill(background_of(snapshot, snapshot.zoom(view.units_per_pixel())));
    for (const TilePlacement& tile : composition.tiles) {
        Kept& kept = kept_.at(tile.key);
        kept.last_used = frame_;
        if (tile.is_exact) {
            draw_exact(tile, view.window());
            continue;
        }
        kept.texture.set_smooth(true);  // exact ones are copied, which no filter touches
        const ScreenRect& to = tile.on_screen;
        const Quad quad{to.left, to.top, to.right, to.bottom, 0, 0, scene::kTileSizePx, scene::kTileSizePx,
                        1};
        painter.draw_opaque(kept.texture, {&quad, 1});
    }
    return composition.is_exact;
}

/// Clipped by hand: Mesa's software rasteriser is four times slower when the window's edge does it.
void TileStore::draw_exact(const TilePlacement& tile, map::ScreenSize window) const {
    const int left = static_cast<int>(tile.on_screen.left);
    const int top = static_cast<int>(tile.on_screen.top);
    const int first_x = std::max(0, -left);
    const int first_y = std::max(0, -top);
    const int width = std::min(scene::kTileSizePx, window.width - left) - first_x;
    const int height = std::min(scene::kTileSizePx, window.height - top) - first_y;
    if (width <= 0 || height <= 0) return;
    kept_.at(tile.key).texture.copy_to_window({first_x, first_y, width, height}, left + first_x,
                                              top + first_y, window.height);
}

void TileStore::carry_over(std::uint64_t from, const scene::MapSnapshot& to,
                           std::span<const geo::Envelope> places) {
    std::map<double, double> reaches;  // by scale
    for (scene::TileKey& key : available_) {
        if (key.revision != from) continue;
        const auto [reach, is_new] = reaches.try_emplace(key.units_per_pixel);
        if (is_new) reach->second = scene::change_reach_px(to, key.units_per_pixel) * key.units_per_pixel;
        if (std::isinf(reach->second)) return;
        const geo::Envelope box = to.grid(key.units_per_pixel).to_map(key.place.rect()).grown(reach->second);
        if (std::ranges::any_of(places, [&](const geo::Envelope& place) { return place.intersects(box); }))
            continue;
        auto tile = kept_.extract(key);
        key.revision = to.revision;
        tile.key() = key;
        kept_.insert(std::move(tile));
    }
}

void TileStore::clear() {
    for (auto& [key, kept] : kept_) spare_.push_back(std::move(kept.texture));
    kept_.clear();
    available_.clear();
    last_rest_.reset();
}

}  // namespace jinsha::screen
