#include "screen/symbol_painter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jinsha::screen {

namespace {

constexpr double kFadeSeconds = 0.15;
// A symbol whose place on the map moved farther than this is faded over, not moved.
constexpr double kSamePlacePx = 2;

/// A label along a line: its glyph groups stay on the line, each on its own place of the map.
bool follows_line(const scene::PlacedSymbol& symbol) {
    return symbol.texts.size() > 1;
}

bool is_same_place(const scene::PlacedSymbol& a, double scale_a, const scene::PlacedSymbol& b,
                   double scale_b) {
    const double ratio = scale_a / scale_b;
    return !follows_line(a) && std::abs(a.anchor.x * ratio - b.anchor.x) <= kSamePlacePx &&
           std::abs(a.anchor.y * ratio - b.anchor.y) <= kSamePlacePx &&
           std::abs((a.box.left - a.anchor.x) - (b.box.left - b.anchor.x)) <= kSamePlacePx &&
           std::abs((a.box.top - a.anchor.y) - (b.box.top - b.anchor.y)) <= kSamePlacePx;
}

/// The same symbol says something else, as when the language was switched.
bool has_another_text(const scene::PlacedSymbol& a, const scene::PlacedSymbol& b) {
    if (a.texts.empty() || b.texts.empty()) return false;
    return a.texts.front().label->shaped.text != b.texts.front().label->shaped.text;
}

}  // namespace

void SymbolPainter::show(std::shared_ptr<const SymbolSet> set, geo::MapPoint grid_origin, bool at_once) {
    grid_origin_ = grid_origin;
    if (at_once) {
        clear();
        set_ = std::move(set);
        return;
    }
    std::unordered_map<std::uint64_t, const scene::PlacedSymbol*> new_places;
    for (const scene::PlacedSymbol& symbol : set->symbols) new_places.emplace(symbol.id, &symbol);

    std::unordered_map<std::uint64_t, double> opacities;  // of the symbols that stay
    if (set_) {
        for (std::size_t i = 0; i < set_->symbols.size(); ++i) {
            const scene::PlacedSymbol& symbol = set_->symbols[i];
            const double opacity = opacity_of(symbol.id);
            const auto same = new_places.find(symbol.id);
            if (same != new_places.end() && set_->units_per_pixel == set->units_per_pixel &&
                has_another_text(symbol, *same->second)) {
                opacities.emplace(symbol.id, opacity);  // at once: two texts over each other cannot be read
            } else if (same != new_places.end() &&
                       is_same_place(symbol, set_->units_per_pixel, *same->second, set->units_per_pixel)) {
                opacities.emplace(symbol.id, opacity);
            } else if (opacity > 0) {
                leaving_.push_back({set_, i, opacity});
            }
        }
    }
    coming_.clear();
    for (const auto& [id, place] : new_places) {
        const auto known = opacities.find(id);
        const double opacity = known == opacities.end() ? 0 : known->second;
        if (opacity < 1) coming_.emplace(id, opacity);
    }
    set_ = std::move(set);
    is_fading_ = !coming_.empty() || !leaving_.empty();
}

void SymbolPainter::advance(double now_s) {
    // The first step of a fade is a frame long, however long the window slept before.
    const double step = std::clamp(now_s - last_s_, 0.0, 0.05) / kFadeSeconds;
    last_s_ = now_s;
    if (!is_fading_) return;
    for (auto& [id, opacity] : coming_) opacity = std::min(1.0, opacity + step);
    for (Leaving& leaving : leaving_) leaving.opacity -= step;
    std::erase_if(coming_, [](const auto& entry) { return entry.second >= 1; });
    std::erase_if(leaving_, [](const Leaving& leaving) { return leaving.opacity <= 0; });
    is_fading_ = !coming_.empty() || !leaving_.empty();
}

double SymbolPainter::opacity_of(std::uint64_t id) const {
    const auto found = coming_.find(id);
    return found == coming_.end() ? 1.0 : found->second;
}

void SymbolPainter::draw(const map::View& view, QuadPainter& painter) {
    const std::size_t generation = atlas_.generation();
    collect(view);
    if (atlas_.generation() != generation)
        collect(view);  // it was full and began anew: early places are lost
    const bool is_pixel_on_pixel =
        set_ && set_->units_per_pixel == view.units_per_pixel() && leaving_.empty();
    for (const Batch& batch : batches_) {
        Texture& page = atlas_.page(batch.page);
        page.set_smooth(!is_pixel_on_pixel);
        painter.draw_over(page, batch.quads);
    }
}

void SymbolPainter::collect(const map::View& view) {
    batches_.clear();
    for (const Leaving& leaving : leaving_) add_symbol(*leaving.set, leaving.index, leaving.opacity, view);
    if (!set_) return;
    for (std::size_t i = 0; i < set_->symbols.size(); ++i) {
        add_symbol(*set_, i, coming_.empty() ? 1 : opacity_of(set_->symbols[i].id), view);
    }
}

void SymbolPainter::add_symbol(const SymbolSet& set, std::size_t index, double opacity,
                               const map::View& view) {
    const scene::PlacedSymbol& symbol = set.symbols[index];
    const scene::PixelGrid grid{grid_origin_, set.units_per_pixel};
    const auto on_screen = [&](scene::GridPoint p) { return view.to_screen(grid.to_map(p)); };
    const bool is_at_scale = set.units_per_pixel == view.units_per_pixel();
    const geo::ScreenPoint anchor = on_screen(symbol.anchor);
    for (const scene::SymbolPicture& picture : set.pictures[index]) {
        if (picture.picture->is_empty()) continue;
        const auto left = static_cast<double>(picture.left_px);
        const auto top = static_cast<double>(picture.top_px);
        geo::ScreenPoint corner{anchor.x + left - symbol.anchor.x, anchor.y + top - symbol.anchor.y};
        if (is_at_scale) {
            corner = on_screen({left, top});
            corner = {std::round(corner.x), std::round(corner.y)};
        } else if (follows_line(symbol)) {
            const double half_width = picture.picture->width_px() / 2.0;
            const double half_height = picture.picture->height_px() / 2.0;
            const auto middle = on_screen({left + half_width, top + half_height});
            corner = {middle.x - half_width, middle.y - half_height};
        }
        add_picture(picture, corner.x, corner.y, opacity * picture.opacity, view.window());
    }
}

void SymbolPainter::add_picture(const scene::SymbolPicture& picture, double x, double y, double opacity,
                                const map::ScreenSize& window) {
    const int width = picture.picture->width_px();
    const int height = picture.picture->height_px();
    if (x >= window.width || y >= window.height || x + width <= 0 || y + height <= 0) return;
    const auto place = atlas_.place(picture.picture);
    if (batches_.empty() || batches_.back().page != place.page) batches_.push_back({place.page, {}});
    batches_.back().quads.push_back({x, y, x + width, y + height, static_cast<double>(place.left),
                                     static_cast<double>(place.top), static_cast<double>(place.left + width),
                                     static_cast<double>(place.top + height), opacity});
}

void SymbolPainter::clear() {
    set_.reset();
    coming_.clear();
    leaving_.clear();
    batches_.clear();
    is_fading_ = false;
}

}  // namespace jinsha::screen
